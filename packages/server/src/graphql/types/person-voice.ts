import { personVoice } from '@caseweave/family';
import { builder } from '../builder.ts';
import { rowsOn } from '../rows/rows-on.ts';
import { readingOf, SECTION_COST, type ReadingOf } from '../rows/section-type.ts';
import { Person } from './person-ref.ts';

const Voice = builder.objectRef<ReadingOf<typeof personVoice>>('Voice').implement({
  description: "A child's or young person's own words.",
});

rowsOn(Voice, {
  schema: personVoice,
  rows: 'words',
  one: 'VoiceEntry',
  is: 'Something that they said, as they said it.',
  are: 'What they said, in order of its days.',
});

builder.objectField(Person, 'voice', (t) =>
  t.field({
    type: Voice,
    nullable: true,
    description: 'Their own words, where they chose you to hear them.',
    complexity: SECTION_COST,
    resolve: (facts, _, { asking: { viewer } }) => readingOf(viewer, personVoice, facts),
  }),
);
