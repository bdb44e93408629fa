import { safetyDomesticAbuse, safetyIntelligence } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { questionsOn, readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Family } from './family.ts';

const SafetyPlan = builder.objectRef<ReadingOf<typeof safetyDomesticAbuse>>('SafetyPlan').implement({
  description: 'How somebody who suffers domestic abuse is kept safe, for named people only.',
  fields: (t) => ({
    safetyPlan: t.string({ description: 'The plan, as plain text.', resolve: ({ view }) => view.safetyPlan.text }),
    safeContact: t.string({
      nullable: true,
      description: 'How to make contact safely.',
      resolve: ({ view }) => view.safeContact,
    }),
  }),
});

questionsOn(SafetyPlan);
rowsOn(SafetyPlan, {
  schema: safetyDomesticAbuse,
  rows: 'assessments',
  one: 'SafetyAssessment',
  is: 'An assessment of domestic abuse.',
  are: 'Assessments, in order of their days.',
});
rowsOn(SafetyPlan, {
  schema: safetyDomesticAbuse,
  rows: 'steps',
  one: 'SafetyStep',
  is: 'A step of a safety plan.',
  are: 'The steps of the plan.',
});

const Intelligence = builder.objectRef<ReadingOf<typeof safetyIntelligence>>('Intelligence').implement({
  description: 'What police and others told in confidence, for named people only.',
});

rowsOn(Intelligence, {
  schema: safetyIntelligence,
  rows: 'items',
  one: 'IntelligenceItem',
  is: 'Something that was told in confidence.',
  are: 'What was told, in order of its days.',
});

builder.objectField(Family, 'safetyPlan', (t) =>
  t.field({
    type: SafetyPlan,
    nullable: true,
    description: 'How somebody who suffers domestic abuse is kept safe.',
    complexity: SECTION_COST,
    resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, safetyDomesticAbuse, facts),
  }),
);

builder.objectField(Family, 'intelligence', (t) =>
  t.field({
    type: Intelligence,
    nullable: true,
    description: 'What police and others told in confidence.',
    complexity: SECTION_COST,
    resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, safetyIntelligence, facts),
  }),
);
