import { day, line, passage, sectionOf } from '@caseweave/model';
import { collection, defineSection, log, register, richText, setOf, text } from '@caseweave/record';
import { person } from '../kinds/person.ts';

/** A person's health, as far as the plan needs it. */
export const personHealth = defineSection({
  name: 'person.health',
  version: 1,
  oldestWriter: 1,
  fields: {
    summary: richText({ label: 'Health summary' }),
    allergies: setOf(line(), { label: 'Allergies' }),
    conditions: collection(
      {
        name: register(line(), { label: 'Condition' }),
        since: register(day(), { label: 'Since' }),
        note: text({ label: 'Care and treatment' }),
      },
      { label: 'Condition' },
    ),
    contacts: log(
      { occurredOn: register(day(), { label: 'When' }), text: register(passage(), { label: 'Health contact' }) },
      { label: 'Health contact' },
    ),
  },
});

const named = { level: 'write', when: 'named' } as const;
const own = { level: 'read', when: 'own' } as const;

export const personHealthSection = sectionOf(person, personHealth, {
  title: 'Health',
  about: "A person's health, as far as the plan needs it.",
  rights: {
    lead: named,
    'council-early-help': named,
    education: 'none',
    health: 'write',
    justice: 'none',
    partner: 'none',
    'domestic-abuse': 'none',
    manager: 'none',
    'social-worker': named,
    'household-adult': own,
    'young-person': own,
    named: 'none',
  },
});
