import type { Plan } from './plan.ts';
import type { PlanCollection } from './collections.ts';
import { StrikeRow } from './strike-row.tsx';

interface StrikePlanRowProps {
  readonly plan: Plan;
  readonly collection: PlanCollection;
  readonly entity: string;
  /** What the row is called: "the action School transport form". */
  readonly name: string;
}

/** Takes a row of the plan off it, with a reason. */
export function StrikePlanRow({ plan, collection, entity, name }: StrikePlanRowProps) {
  return (
    <StrikeRow
      shown={plan}
      name={name}
      onStrike={(reason, basis) =>
        plan.section.edit((draft) => draft[collection].byId(entity).strike(reason), { basis })
      }
    />
  );
}
