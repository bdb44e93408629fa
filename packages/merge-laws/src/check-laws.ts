import type { SectionSchema } from '@caseweave/record';
import fc from 'fast-check';
import { HistoryArbitrary } from './history/history-arbitrary.ts';
import { allLaws, type Law } from './laws.ts';
import { LawBroken } from './law-broken.ts';
import type { LawFailure } from './law-failure.ts';
import { play } from './play/play.ts';
import { sectionSubject, type SectionLawOptions } from './section/section-subject.ts';
import type { Replica, Subject } from './subject.ts';

/** How many histories, and of what make. */
export interface CheckOptions {
  /** How many histories; without it, ten for each run that fast-check is told to make. */
  readonly runs?: number;
  /** The seed that the histories follow from; without it, fast-check's own. */
  readonly seed?: number;
  /** Where in the seed's histories to begin: what a failure printed. */
  readonly path?: string;
  /** The laws to check; without it, all that make sense of the subject. */
  readonly laws?: readonly Law[];
  /** At most so many replicas. */
  readonly replicas?: number;
  /** At most so many steps. */
  readonly steps?: number;
  /** Whether edits arrive only after those that their writers had received, as any transport for Yjs must see to. */
  readonly causal?: boolean;
}

/** What a check came to, when every law held. */
export interface LawSummary {
  readonly name: string;
  readonly laws: readonly Law[];
  readonly runs: number;
  readonly seed: number;
  /** The edits that were made in all histories, and those that were refused. */
  readonly edits: number;
  readonly refused: number;
}

/** What came of a check. */
export type Checked<Edit = unknown> =
  | { readonly type: 'held'; readonly summary: LawSummary }
  | { readonly type: 'broken'; readonly failure: LawFailure<Edit> };

/**
 * Checks that merging keeps the laws, over random histories of a section, or of any Yjs document with an adapter.
 *
 * @throws LawBroken with the shortest history found, as soon as one breaks a law
 */
export function checkLaws(
  subject: SectionSchema | Subject,
  options: CheckOptions & SectionLawOptions = {},
): LawSummary {
  const checked = findBreach(subject.type === 'subject' ? subject : sectionSubject(subject, options), options);
  if (checked.type === 'broken') throw new LawBroken(checked.failure, asSubject(subject, options));
  return checked.summary;
}

const asSubject = (subject: SectionSchema | Subject, options: SectionLawOptions): Subject =>
  subject.type === 'subject' ? subject : sectionSubject(subject, options);

/** Looks for a history that breaks a law; gives what it found instead of throwing it. */
export function findBreach<Edit, Opened extends Replica>(
  subject: Subject<Edit, Opened>,
  options: CheckOptions = {},
): Checked<Edit> {
  const { causal = true, replicas = 4, steps = 30 } = options;
  if (replicas > 26) throw new RangeError('There are at most 26 replicas: each is called by a letter.');
  const laws = new Set((options.laws ?? allLaws).filter((law) => subject.laws.includes(law)));
  const histories = new HistoryArbitrary(subject.source, {
    replicas,
    steps,
    versions: laws.has(9) ? subject.versions : 1,
    undo: laws.has(10) && subject.undo !== undefined,
  });
  let [edits, refused] = [0, 0];
  const property = fc.property(histories, (history) => {
    const played = play(subject, history, { laws, causal });
    edits += played.edits;
    refused += played.refused;
    return played.breach === undefined;
  });
  const { runs, seed, path } = options;
  const result = fc.check(property, {
    numRuns: runs ?? 10 * (fc.readConfigureGlobal().numRuns ?? 100),
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path, endOnFailure: true }),
  });
  const [history] = result.counterexample ?? [];
  if (history === undefined) {
    const summary = { name: subject.name, laws: [...laws], runs: result.numRuns, seed: result.seed, edits, refused };
    return { type: 'held', summary };
  }
  const { breach } = play(subject, history, { laws, causal });
  if (breach === undefined) {
    throw new Error(`${subject.name} does not do the same twice: a history broke a law and, played again, did not.`);
  }
  const { seed: at, counterexamplePath, numRuns: run, numShrinks: shrinks } = result;
  return {
    type: 'broken',
    failure: {
      name: subject.name,
      breach,
      history,
      laws: [...laws],
      causal,
      seed: at,
      path: counterexamplePath ?? '',
      run,
      shrinks,
    },
  };
}
