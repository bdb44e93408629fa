import { defineSection, log, register, richText, setOf } from '@caseweave/record';
import { day, line, passage, reference } from './values.ts';

/** The family's own words, which no professional changes. */
export const familyWords = defineSection({
  name: 'family.words',
  version: 1,
  oldestWriter: 1,
  fields: {
    ourStory: richText({ label: 'In our own words' }),
    proposals: log(
      {
        occurredOn: register(day, { label: 'On' }),
        by: register(reference, { label: 'Who says it' }),
        to: register(line.optional(), { label: 'What it is about' }),
        text: register(passage, { label: 'What we would like' }),
        about: setOf(reference, { label: 'About' }),
      },
      { label: 'Proposal' },
    ),
  },
});
