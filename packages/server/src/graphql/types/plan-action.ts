import { actionStatuses } from '@caseweave/family';
import { builder } from '../builder.ts';
import { Coded, codedIn } from './coded.ts';
import { Named } from './named.ts';
import { DesiredOutcome } from './need.ts';
import { namedIn, type PlanReading } from './plan-reading.ts';

/** An action in a plan. */
export const PlanAction = builder
  .objectRef<{ readonly row: PlanReading['view']['actions'][number]; readonly plan: PlanReading }>('PlanAction')
  .implement({
    description: 'Something that somebody does by some day.',
    fields: (t) => ({
      id: t.id({ description: 'The id of the action.', resolve: ({ row }) => row.id }),
      what: t.string({ nullable: true, description: 'What will be done.', resolve: ({ row }) => row.what }),
      owners: t.field({
        type: [Named],
        description: 'Who does it.',
        resolve: ({ row, plan }, _, { asking: { viewer } }) => namedIn(viewer, plan.facts, row.owners),
      }),
      dueOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'By when. While two days are open as a question, the earlier one.',
        resolve: ({ row }) => row.dueOn,
      }),
      status: t.field({
        type: Coded,
        description: 'How far it has got.',
        resolve: ({ row }) => codedIn(actionStatuses, row.status),
      }),
      evidence: t.string({ description: 'How it is known to be done.', resolve: ({ row }) => row.evidence }),
      outcome: t.field({
        type: DesiredOutcome,
        nullable: true,
        description: 'The desired outcome that it serves.',
        resolve: ({ row, plan }) => {
          const outcome = row.outcome === null ? undefined : plan.view.outcomes.byId(row.outcome);
          return outcome === undefined ? null : { row: outcome, plan };
        },
      }),
    }),
  });
