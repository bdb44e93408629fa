import { personHealth } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { questionsOn, readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Person } from './person-ref.ts';

const PersonHealth = builder.objectRef<ReadingOf<typeof personHealth>>('PersonHealth').implement({
  description: "A person's health, as far as the plan needs it.",
  fields: (t) => ({
    summary: t.string({ description: 'A summary, as plain text.', resolve: ({ view }) => view.summary.text }),
    allergies: t.stringList({ description: 'Allergies.', resolve: ({ view }) => view.allergies }),
  }),
});

questionsOn(PersonHealth);
rowsOn(PersonHealth, {
  schema: personHealth,
  rows: 'conditions',
  one: 'Condition',
  is: 'A condition that somebody lives with.',
  are: 'Conditions that they live with.',
});
rowsOn(PersonHealth, {
  schema: personHealth,
  rows: 'contacts',
  one: 'HealthContact',
  is: 'A contact with a health service.',
  are: 'Contacts with health services, in order of their days.',
});

builder.objectField(Person, 'health', (t) =>
  t.field({
    type: PersonHealth,
    nullable: true,
    description: 'Their health, as far as the plan needs it.',
    complexity: SECTION_COST,
    resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, personHealth, facts),
  }),
);
