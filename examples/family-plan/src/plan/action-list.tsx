import { AddRow } from '../forms/add-row.tsx';
import { ActionRow } from './action-row.tsx';
import type { Action, Plan } from './plan.ts';

interface ActionListProps {
  readonly plan: Plan;
  readonly actions: readonly Action[];
  /** The desired outcome that new actions are for. */
  readonly outcome: string | null;
  /** What the list is of, for those who hear it: "Actions for Tobi is in school". */
  readonly label: string;
}

/** The actions towards one outcome. */
export function ActionList({ plan, actions, outcome, label }: ActionListProps) {
  return (
    <div className="app-actions">
      {actions.length > 0 && (
        <>
          <div className="app-actions__head" aria-hidden="true">
            <span>Action</span>
            <span>Who</span>
            <span>By when</span>
            <span>Status</span>
            <span />
          </div>
          <ul className="app-actions__rows" aria-label={label}>
            {actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </ul>
        </>
      )}
      {plan.canWrite && (
        <AddRow
          words="Add an action"
          label="What will be done"
          onAdd={(what) =>
            plan.section.edit((draft) => draft.actions.add(outcome === null ? { what } : { what, outcome }))
          }
        />
      )}
    </div>
  );
}
