import { actionStatuses } from '@caseweave/family';
import { usePeople } from '../families/people-context.tsx';
import { isPast } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import { RowMark } from './row-mark.tsx';
import { MembersField } from './members-field.tsx';
import type { Action, Plan } from './plan.ts';
import { CodeField, DayField, WordsField } from './row-field.tsx';
import { StrikePlanRow } from './strike-plan-row.tsx';

const finished: readonly string[] = ['done', 'not_done', 'no_longer_needed'];

/** One action: what, who, by when, and how far it has got. */
export function ActionRow({ plan, action }: { readonly plan: Plan; readonly action: Action }) {
  const { owners } = usePeople();
  const now = useNow();
  const { id, what, dueOn, status } = action;
  const name = what ?? 'an action without words';
  const overdue = dueOn !== null && isPast(dueOn, now) && status !== null && !finished.includes(status);
  const common = { plan, collection: 'actions', entity: id } as const;
  return (
    <li className={`app-action${overdue ? ' app-action--overdue' : ''}`} data-testid="action">
      <div className="app-action__what">
        <WordsField
          {...common}
          field="what"
          label={`what will be done, ${name}`}
          value={what}
          blank="Say what will be done"
          write={(draft, value) => {
            draft.actions.byId(id).what = value;
          }}
        />
        <RowMark collection="actions" entity={id} />
      </div>
      <div className="app-action__cell" data-label="Who">
        <MembersField
          {...common}
          field="owners"
          label={`who, ${name}`}
          value={action.owners}
          blank="Say who"
          choices={owners}
          set={(draft) => draft.actions.byId(id).owners}
        />
      </div>
      <div className="app-action__cell" data-label="By when">
        <DayField
          {...common}
          field="dueOn"
          label={`by when, ${name}`}
          value={dueOn}
          blank="Add a date"
          mark={overdue ? 'overdue' : undefined}
          write={(draft, value) => {
            draft.actions.byId(id).dueOn = value;
          }}
        />
      </div>
      <div className="app-action__cell" data-label="Status">
        <CodeField
          {...common}
          field="status"
          label={`status, ${name}`}
          value={status}
          blank="Proposed"
          list={actionStatuses}
          isTag
          mayBlank={false}
          write={(draft, value) => {
            if (value !== null) draft.actions.byId(id).status = value;
          }}
        />
      </div>
      <div className="app-action__more">
        <StrikePlanRow plan={plan} collection="actions" entity={id} name={`the action ${name}`} />
      </div>
    </li>
  );
}
