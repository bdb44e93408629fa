import { factors, planPractice } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { questionsOn, readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Coded, codedIn } from './coded.ts';
import { Family } from './family.ts';

const PlanPractice = builder.objectRef<ReadingOf<typeof planPractice>>('PlanPractice').implement({
  description: 'What practitioners think among themselves: analysis, thinking about risk, drafts.',
  fields: (t) => ({
    analysis: t.string({ description: 'The analysis, as plain text.', resolve: ({ view }) => view.analysis.text }),
    assessmentStartedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the assessment was started.',
      resolve: ({ view }) => view.assessmentStartedOn,
    }),
    assessmentCompletedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the assessment was completed.',
      resolve: ({ view }) => view.assessmentCompletedOn,
    }),
    factors: t.field({
      type: [Coded],
      description: 'The factors that the assessment found, as the census codes them.',
      resolve: ({ view }) => view.factors.map((code) => codedIn(factors, code)),
    }),
    whatIf: t.string({
      description: 'What is to be done if things get worse, as plain text.',
      resolve: ({ view }) => view.whatIf.text,
    }),
  }),
});

questionsOn(PlanPractice);
rowsOn(PlanPractice, {
  schema: planPractice,
  rows: 'worries',
  one: 'Worry',
  is: 'What practitioners worry about.',
  are: 'What practitioners worry about, in the order that they gave.',
});
rowsOn(PlanPractice, {
  schema: planPractice,
  rows: 'scores',
  one: 'ProfessionalScore',
  is: 'A score for practitioners alone.',
  are: 'Scores for practitioners alone.',
});

builder.objectField(Family, 'practice', (t) =>
  t.field({
    type: PlanPractice,
    nullable: true,
    description: 'What practitioners think among themselves.',
    complexity: SECTION_COST,
    resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, planPractice, facts),
  }),
);
