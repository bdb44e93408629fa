import { nameIn, usePeople } from '../families/people-context.tsx';
import type { Action } from '../plan/plan.ts';
import { dayInWords } from '../words/dates.ts';
import { listed } from '../words/plural.ts';
import { actionWords } from './our-words.ts';

/** Who does what by when. */
export function PrintedActions({ actions }: { readonly actions: readonly Action[] }) {
  const known = usePeople();
  return (
    <table className="app-paper__actions">
      <thead>
        <tr>
          <th scope="col">What will be done</th>
          <th scope="col">Who</th>
          <th scope="col">By when</th>
          <th scope="col">How far</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(({ id, what, owners, dueOn, status, evidence }) => (
          <tr key={id}>
            <td>
              {what}
              {evidence !== '' && <p className="app-paper__quiet">{evidence}</p>}
            </td>
            <td>
              {owners.length === 0 ? 'We still have to say' : listed(owners.map((owner) => nameIn(known, owner)))}
            </td>
            <td>{dueOn === null ? 'No date yet' : dayInWords(dueOn)}</td>
            <td>{status === null ? 'Something that this version of the app cannot show' : actionWords[status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
