import { familyWords } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { questionsOn, readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Family } from './family.ts';

const FamilyWords = builder.objectRef<ReadingOf<typeof familyWords>>('FamilyWords').implement({
  description: "The family's own words, which no professional changes.",
  fields: (t) => ({
    ourStory: t.string({
      description: 'How they tell it, as plain text.',
      resolve: ({ view }) => view.ourStory.text,
    }),
  }),
});

questionsOn(FamilyWords);
rowsOn(FamilyWords, {
  schema: familyWords,
  rows: 'proposals',
  one: 'Proposal',
  is: 'What somebody of the family would like.',
  are: 'What the family would like.',
});

builder.objectField(Family, 'words', (t) =>
  t.field({
    type: FamilyWords,
    nullable: true,
    description: "The family's own words.",
    complexity: SECTION_COST,
    resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, familyWords, facts),
  }),
);
