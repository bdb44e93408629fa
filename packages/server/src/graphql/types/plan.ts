import { builder } from '../builder.ts';
import { DesiredOutcome, Need } from './need.ts';
import { OpenQuestion } from './open-question.ts';
import { PlanAction } from './plan-action.ts';
import { peopleOf, type PlanReading } from './plan-reading.ts';
import { Person } from './person.ts';
import { Review } from './review.ts';
import { Score } from './score.ts';

const Strength = builder
  .objectRef<{ readonly row: PlanReading['view']['strengths'][number]; readonly plan: PlanReading }>('Strength')
  .implement({
    description: 'Something that goes well, and that the plan builds on.',
    fields: (t) => ({
      id: t.id({ description: 'The id of the strength.', resolve: ({ row }) => row.id }),
      text: t.string({ nullable: true, description: 'What goes well.', resolve: ({ row }) => row.text }),
      about: t.field({
        type: [Person],
        description: 'Whose strength it is.',
        resolve: ({ row, plan }, _, { asking: { viewer } }) => peopleOf(viewer, plan.facts, row.about),
      }),
    }),
  });

/** The plan that a team shares. */
export const Plan = builder.objectRef<PlanReading>('Plan').implement({
  description: 'The whole-family plan: what is needed, what is hoped for, who does what by when.',
  fields: (t) => ({
    story: t.string({ description: "The family's story, as plain text.", resolve: ({ view }) => view.story.text }),
    nextReviewOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the plan is next reviewed.',
      resolve: ({ view }) => view.nextReviewOn,
    }),
    strengths: t.field({
      type: [Strength],
      description: 'What goes well.',
      resolve: (plan) => plan.view.strengths.map((row) => ({ row, plan })),
    }),
    needs: t.field({
      type: [Need],
      description: 'What the family needs, in the order that the team gave.',
      resolve: (plan) => plan.view.needs.map((row) => ({ row, plan })),
    }),
    outcomes: t.field({
      type: [DesiredOutcome],
      description: 'What is to be different, in the order that the team gave.',
      resolve: (plan) => plan.view.outcomes.map((row) => ({ row, plan })),
    }),
    actions: t.field({
      type: [PlanAction],
      description: 'Who does what by when, in the order that the team gave.',
      resolve: (plan) => plan.view.actions.map((row) => ({ row, plan })),
    }),
    scores: t.field({
      type: [Score],
      description: 'Scores that people gave. Each is an observation of one person on one day.',
      resolve: (plan) => plan.view.scores.map((row) => ({ row, plan })),
    }),
    reviews: t.field({ type: [Review], description: 'Reviews of the plan.', resolve: ({ view }) => view.reviews }),
    questions: t.field({
      type: [OpenQuestion],
      description: 'What was written in two ways at once and waits for a person to settle it.',
      resolve: ({ questions }) => questions,
    }),
  }),
});
