import type { LawFailure } from './law-failure.ts';
import type { History } from './history/step.ts';
import { LawBroken } from './law-broken.ts';
import { allLaws, type Law } from './laws.ts';
import { play } from './play/play.ts';
import type { Replica, Subject } from './subject.ts';

/**
 * Plays one history, such as a failure printed, and checks the laws over it: for a named test that keeps a mistake from
 * coming back.
 *
 * @throws LawBroken where a law does not hold
 */
export function replayHistory<Edit, Opened extends Replica>(
  subject: Subject<Edit, Opened>,
  history: History<Edit>,
  options: { readonly laws?: readonly Law[]; readonly causal?: boolean } = {},
): void {
  const laws = new Set((options.laws ?? allLaws).filter((law) => subject.laws.includes(law)));
  const causal = options.causal ?? true;
  const { breach } = play(subject, history, { laws, causal });
  if (breach === undefined) return;
  const failure: LawFailure<Edit> = {
    name: subject.name,
    breach,
    history,
    laws: [...laws],
    causal,
    seed: 0,
    path: '',
    run: 1,
    shrinks: 0,
  };
  throw new LawBroken(failure, subject);
}
