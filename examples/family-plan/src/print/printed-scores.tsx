import { scales, scorerRoles, type PlanSharedView } from '@caseweave/family';
import { nameIn, usePeople } from '../families/people-context.tsx';
import { scoreInWords } from '../reviews/score-words.ts';
import { dayInWords } from '../words/dates.ts';

/** How people said that things were, each with who said so. */
export function PrintedScores({ scores }: { readonly scores: PlanSharedView['scores'] }) {
  const known = usePeople();
  if (scores.length === 0) return null;
  const latestFirst = scores.toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
  return (
    <section>
      <h2>How we said things were</h2>
      <table className="app-paper__scores">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What we asked</th>
            <th scope="col">About</th>
            <th scope="col">Who answered</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {latestFirst.map(({ id, on, scale, subject, scoredBy, scorerRole, value, rationale }) => (
            <tr key={id}>
              <td>{on === null ? '' : dayInWords(on)}</td>
              <td>{scale === null ? '' : scales.labelOf(scale)}</td>
              <td>{subject === null ? 'All of us' : nameIn(known, subject)}</td>
              <td>{scoredBy === null ? roleOf(scorerRole) : nameIn(known, scoredBy)}</td>
              <td>
                {scoreInWords(scale, value)}
                {rationale !== null && <p className="app-paper__quiet">{rationale}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const roleOf = (role: PlanSharedView['scores'][number]['scorerRole']): string =>
  role === null ? '' : scorerRoles.labelOf(role);
