import type { CaseloadRecord } from '@caseweave/caseload';
import { useDecisions } from '../use-caseload-parts.ts';

/** What is decided about a record: what waits for the server, then what was decided lately, by whom and on which day. */
export function DecidedLately({ record: { record, pending } }: { readonly record: CaseloadRecord }) {
  const decisions = useDecisions(record).filter(({ words }) => words !== null);
  if (pending.length + decisions.length === 0) return null;
  return (
    <section className="cw-decided" aria-label="What was decided">
      <h2>What was decided</h2>
      <ul>
        {pending.map(({ batch, words }) => (
          <li key={batch}>
            {words} <small>Not yet confirmed</small>
          </li>
        ))}
        {decisions.map(({ key, words, by, at }) => (
          <li key={key}>
            {words} <small>{[by?.name, new Date(at).toLocaleDateString('en-GB')].filter(Boolean).join(', ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
