import { reviewDecisions, reviewDirections } from '@caseweave/family';
import { builder } from '../builder.ts';
import { Coded, codedOrNull } from './coded.ts';
import type { PlanReading } from './plan-reading.ts';

/** A review of a plan. */
export const Review = builder.objectRef<PlanReading['view']['reviews'][number]>('Review').implement({
  description: 'A meeting at which the plan is looked at again.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the review.' }),
    dueOn: t.field({ type: 'Date', nullable: true, description: 'When it is due.', resolve: ({ dueOn }) => dueOn }),
    heldOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was held.',
      resolve: ({ heldOn }) => heldOn,
    }),
    direction: t.field({
      type: Coded,
      nullable: true,
      description: 'Where things were going.',
      resolve: ({ direction }) => codedOrNull(reviewDirections, direction),
    }),
    decision: t.field({
      type: Coded,
      nullable: true,
      description: 'What was decided.',
      resolve: ({ decision }) => codedOrNull(reviewDecisions, decision),
    }),
    nextReviewOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the plan is to be reviewed next.',
      resolve: ({ nextReviewOn }) => nextReviewOn,
    }),
    minutes: t.exposeString('minutes', { description: 'The minutes.' }),
  }),
});
