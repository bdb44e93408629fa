import { planShared } from '@caseweave/family';
import { builder } from '../builder.ts';
import { siblingOf } from '../rows/row-reading.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { questionsOn, type ReadingOf } from '../rows/section-type.ts';

/** The plan that a team shares. */
export const Plan = builder.objectRef<ReadingOf<typeof planShared>>('Plan').implement({
  description: 'The whole-family plan: what is needed, what is hoped for, who does what by when.',
  fields: (t) => ({
    story: t.string({ description: "The family's story, as plain text.", resolve: ({ view }) => view.story.text }),
    nextReviewOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the plan is next reviewed.',
      resolve: ({ view }) => view.nextReviewOn,
    }),
  }),
});

const schema = planShared;

questionsOn(Plan);

rowsOn(Plan, {
  schema,
  rows: 'strengths',
  one: 'Strength',
  is: 'Something that goes well, and that the plan builds on.',
  are: 'What goes well.',
});

rowsOn(Plan, {
  schema,
  rows: 'relationships',
  one: 'Relationship',
  is: 'How two people of a family are related.',
  are: 'Who is related to whom, and how.',
});

const Need = rowsOn(Plan, {
  schema,
  rows: 'needs',
  one: 'Need',
  is: 'Something that the family needs.',
  are: 'What the family needs, in the order that the team gave.',
});

const DesiredOutcome = rowsOn(Plan, {
  schema,
  rows: 'outcomes',
  one: 'DesiredOutcome',
  is: 'What is to be different for the family.',
  are: 'What is to be different, in the order that the team gave.',
  links: ['needs'],
});

builder.objectField(DesiredOutcome, 'needs', (t) =>
  t.field({
    type: [Need],
    description: 'The needs that it answers.',
    resolve: (outcome) => {
      const ids = Array.isArray(outcome.row['needs']) ? outcome.row['needs'] : [];
      return ids.map((id) => siblingOf(outcome, 'needs', id)).filter((need) => need !== undefined);
    },
  }),
);

const PlanAction = rowsOn(Plan, {
  schema,
  rows: 'actions',
  one: 'PlanAction',
  is: 'Something that somebody does by some day.',
  are: 'Who does what by when, in the order that the team gave.',
  links: ['outcome'],
});

builder.objectField(PlanAction, 'outcome', (t) =>
  t.field({
    type: DesiredOutcome,
    nullable: true,
    description: 'The desired outcome that it serves.',
    resolve: (action) => siblingOf(action, 'outcomes', action.row['outcome']),
  }),
);

const Evidence = rowsOn(Plan, {
  schema,
  rows: 'evidence',
  one: 'Evidence',
  is: 'What somebody saw about a need, on one day.',
  are: 'What was seen about needs, in order of its days.',
  links: ['need'],
});

builder.objectField(Evidence, 'need', (t) =>
  t.field({
    type: Need,
    nullable: true,
    description: 'The need that it is about.',
    resolve: (evidence) => siblingOf(evidence, 'needs', evidence.row['need']),
  }),
);

rowsOn(Plan, {
  schema,
  rows: 'scores',
  one: 'Score',
  is: 'A score that one person gave on one day: an observation, never averaged away.',
  are: 'Scores that people gave.',
});

/** Reviews of a plan. */
export const Review = rowsOn(Plan, {
  schema,
  rows: 'reviews',
  one: 'Review',
  is: 'A meeting at which the plan is looked at again.',
  are: 'Reviews of the plan.',
});
