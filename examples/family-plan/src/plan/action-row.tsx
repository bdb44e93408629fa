import { planShared } from '@caseweave/family';
import { Field } from '../fields/field.tsx';
import { RowMark } from '../fields/row-mark.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';
import { isPast } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import type { Action } from './plan.ts';

const finished: readonly string[] = ['done', 'not_done', 'no_longer_needed'];

/** One action: what, who, by when, and how far it has got. */
export function ActionRow({ action: { id, what, dueOn, status } }: { readonly action: Action }) {
  const now = useNow();
  const overdue = dueOn !== null && isPast(dueOn, now) && status !== null && !finished.includes(status);
  return (
    <li className={`app-action${overdue ? ' app-action--overdue' : ''}`} data-testid="action">
      <div className="app-action__what">
        <Field of={planShared} at="actions.what" row={id} blank="Say what will be done" />
        <RowMark of={planShared} rows="actions" row={id} />
      </div>
      <div className="app-action__cell" data-label="Who">
        <Field of={planShared} at="actions.owners" row={id} blank="Say who" />
      </div>
      <div className="app-action__cell" data-label="By when">
        <Field of={planShared} at="actions.dueOn" row={id} blank="Add a date" mark={overdue ? 'overdue' : undefined} />
      </div>
      <div className="app-action__cell" data-label="Status">
        <Field of={planShared} at="actions.status" row={id} blank="Proposed" isTag />
      </div>
      <div className="app-action__more">
        <StrikeRow of={planShared} rows="actions" row={id} name={`the action ${what ?? 'without words'}`} />
      </div>
    </li>
  );
}
