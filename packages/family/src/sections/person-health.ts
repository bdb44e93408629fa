import { collection, defineSection, log, register, richText, setOf, text } from '@caseweave/record';
import { day, line, passage } from './values.ts';

/** A person's health, as far as the plan needs it. */
export const personHealth = defineSection({
  name: 'person.health',
  version: 1,
  oldestWriter: 1,
  fields: {
    summary: richText({ label: 'Health summary' }),
    allergies: setOf(line, { label: 'Allergies' }),
    conditions: collection(
      {
        name: register(line, { label: 'Condition' }),
        since: register(day, { label: 'Since' }),
        note: text({ label: 'Care and treatment' }),
      },
      { label: 'Condition' },
    ),
    contacts: log(
      { occurredOn: register(day, { label: 'When' }), text: register(passage, { label: 'Contact' }) },
      { label: 'Contact' },
    ),
  },
});
