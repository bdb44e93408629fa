import { nameIn, usePeople } from '../families/people-context.tsx';
import type { Action, Need, Outcome } from '../plan/plan.ts';
import { listed } from '../words/plural.ts';
import { needWords } from './our-words.ts';
import { PrintedOutcome } from './printed-outcome.tsx';

interface PrintedNeedProps {
  readonly need: Need;
  readonly outcomes: readonly { readonly outcome: Outcome; readonly actions: readonly Action[] }[];
}

/** Something to work on, with what is wanted and what will be done. Levels and headline codes are the services' own. */
export function PrintedNeed({ need, outcomes }: PrintedNeedProps) {
  const known = usePeople();
  const { title, about, note, status } = need;
  const became = status === null ? null : needWords[status];
  return (
    <section className="app-paper__need">
      <h3>{title ?? 'Something to work on'}</h3>
      {about.length > 0 && <p className="app-paper__quiet">For {listed(about.map((id) => nameIn(known, id)))}</p>}
      {became !== null && <p>{became}</p>}
      {note !== '' && <p className="app-paper__words">{note}</p>}
      {outcomes.map(({ outcome, actions }) => (
        <PrintedOutcome key={outcome.id} outcome={outcome} actions={actions} />
      ))}
    </section>
  );
}
