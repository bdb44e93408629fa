import { day, line, passage, sectionOf } from '@caseweave/model';
import { defineSection, log, register, setOf } from '@caseweave/record';
import { family } from '../kinds/family.ts';
import { mayBeLeftOut, person } from './values.ts';

/** Management oversight and supervision. */
export const oversight = defineSection({
  name: 'oversight',
  version: 1,
  oldestWriter: 1,
  fields: {
    entries: log(
      {
        occurredOn: register(day(), { label: 'When' }),
        text: register(passage(), { label: 'What was discussed' }),
        decision: register(mayBeLeftOut(line()), { label: 'Decision' }),
        about: setOf(person(), { label: 'About' }),
      },
      { label: 'Oversight entry' },
    ),
    visitAlert: setOf(line(), { label: 'Before you visit' }),
  },
});

export const oversightSection = sectionOf(family, oversight, {
  title: 'Oversight',
  about: 'Management oversight and supervision.',
  rights: {
    lead: 'read',
    'council-early-help': 'none',
    education: 'none',
    health: 'none',
    justice: 'none',
    partner: 'none',
    'domestic-abuse': 'none',
    manager: 'write',
    'social-worker': 'read',
    'household-adult': 'none',
    'young-person': 'none',
  },
});
