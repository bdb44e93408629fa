import { defineSection, log, register } from '@caseweave/record';
import { voiceMethods } from '../code-lists/voice-methods.ts';
import { day, passage, reference } from './values.ts';

/** A child's or young person's own words; each entry stays as it was said. */
export const personVoice = defineSection({
  name: 'person.voice',
  version: 1,
  oldestWriter: 1,
  fields: {
    words: log(
      {
        occurredOn: register(day, { label: 'When' }),
        words: register(passage, { label: 'In their own words' }),
        method: register(voiceMethods.schema, { label: 'How they said it', words: voiceMethods.labelOf }),
        capturedBy: register(reference, { label: 'Written down by' }),
      },
      { label: 'Words' },
    ),
  },
});
