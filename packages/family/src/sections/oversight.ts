import { defineSection, log, register, setOf } from '@caseweave/record';
import { day, line, passage, reference } from './values.ts';

/** Management oversight and supervision. */
export const oversight = defineSection({
  name: 'oversight',
  version: 1,
  oldestWriter: 1,
  fields: {
    entries: log(
      {
        occurredOn: register(day, { label: 'When' }),
        text: register(passage, { label: 'What was discussed' }),
        decision: register(line.optional(), { label: 'Decision' }),
        about: setOf(reference, { label: 'About' }),
      },
      { label: 'Oversight' },
    ),
    visitAlert: setOf(line, { label: 'Before you visit' }),
  },
});
