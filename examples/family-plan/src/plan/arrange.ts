import type { PlanSharedView } from '@caseweave/family';
import type { Action, Need, Outcome } from './plan.ts';

/** An outcome with the actions towards it. */
interface ArrangedOutcome {
  readonly outcome: Outcome;
  readonly actions: readonly Action[];
}

/** The plan as it is read: needs, under each its outcomes, under each its actions; and what belongs to none. */
export interface ArrangedPlan {
  readonly needs: readonly { readonly need: Need; readonly outcomes: readonly ArrangedOutcome[] }[];
  readonly otherOutcomes: readonly ArrangedOutcome[];
  readonly otherActions: readonly Action[];
}

/** Arranges the plan's rows. An outcome of several needs is shown under the first of them; nothing is left out. */
export function arrange({ needs, outcomes, actions }: PlanSharedView): ArrangedPlan {
  const withActions = outcomes.map((outcome) => ({
    outcome,
    actions: actions.filter((action) => action.outcome === outcome.id),
  }));
  const needOf = (outcome: Outcome) => needs.find(({ id }) => outcome.needs.includes(id));
  return {
    needs: needs.map((need) => ({ need, outcomes: withActions.filter(({ outcome }) => needOf(outcome) === need) })),
    otherOutcomes: withActions.filter(({ outcome }) => needOf(outcome) === undefined),
    otherActions: actions.filter(({ outcome }) => outcome === null || outcomes.byId(outcome) === undefined),
  };
}
