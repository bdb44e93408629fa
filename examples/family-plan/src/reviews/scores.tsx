import { scales, scorerRoles } from '@caseweave/family';
import { nameIn, usePeople } from '../families/people-context.tsx';
import type { Plan } from '../plan/plan.ts';
import { dayInShort } from '../words/dates.ts';
import { AddScore } from './add-score.tsx';
import { scoreInWords } from './score-words.ts';

/** Scores as people gave them: each is an observation, and none corrects another. */
export function Scores({ plan }: { readonly plan: Plan }) {
  const known = usePeople();
  const scores = plan.view.scores.toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
  return (
    <>
      <h2 className="govuk-heading-m app-section-heading">Scores</h2>
      {plan.canAppend && <AddScore plan={plan} />}
      {scores.length === 0 ? (
        <p className="govuk-inset-text">No score has been given yet.</p>
      ) : (
        // The box scrolls by keyboard too, on a narrow screen.
        <div className="app-scroll" role="region" aria-label="Scores" tabIndex={0}>
          <table className="govuk-table app-scores">
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">Scale</th>
                <th scope="col">About</th>
                <th scope="col">Score</th>
                <th scope="col">Given by</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {scores.map(({ id, on, scale, subject, value, scorerRole, scoredBy, rationale }) => (
                <tr key={id}>
                  <td>{on === null ? '' : dayInShort(on)}</td>
                  <td>{scale === null ? '' : scales.labelOf(scale)}</td>
                  <td>{subject === null ? 'The family' : nameIn(known, subject)}</td>
                  <td className="app-scores__value">{scoreInWords(scale, value)}</td>
                  <td>
                    {scoredBy === null ? '' : nameIn(known, scoredBy)}
                    <span className="app-quiet app-block">
                      {scorerRole === null ? '' : scorerRoles.labelOf(scorerRole)}
                    </span>
                  </td>
                  <td>{rationale}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
