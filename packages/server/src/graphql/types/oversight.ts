import { oversight } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Family } from './family.ts';

const Oversight = builder.objectRef<ReadingOf<typeof oversight>>('Oversight').implement({
  description: 'Management oversight and supervision.',
  fields: (t) => ({
    visitAlert: t.stringList({
      description: 'What is to be known before a visit.',
      resolve: ({ view }) => view.visitAlert,
    }),
  }),
});

rowsOn(Oversight, {
  schema: oversight,
  rows: 'entries',
  one: 'OversightEntry',
  is: 'What was discussed and decided in supervision.',
  are: 'What was discussed, in order of its days.',
});

builder.objectField(Family, 'oversight', (t) =>
  t.field({
    type: Oversight,
    nullable: true,
    description: 'Management oversight and supervision.',
    complexity: SECTION_COST,
    resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, oversight, facts),
  }),
);
