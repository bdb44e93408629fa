import { codedRegister, day, line, passage, sectionOf } from '@caseweave/model';
import { defineSection, log, register, setOf } from '@caseweave/record';
import { intelligenceSources } from '../code-lists/intelligence-sources.ts';
import { family } from '../kinds/family.ts';
import { person } from './values.ts';

/** What police and others told in confidence, for named people only. */
export const safetyIntelligence = defineSection({
  name: 'safety.intelligence',
  version: 1,
  oldestWriter: 1,
  fields: {
    items: log(
      {
        occurredOn: register(day(), { label: 'When' }),
        source: codedRegister(intelligenceSources, { label: 'Source' }),
        text: register(passage(), { label: 'What was told' }),
        handling: register(line(), { label: 'How it may be used' }),
        about: setOf(person(), { label: 'About' }),
      },
      { label: 'Intelligence item' },
    ),
  },
});

// A grant gives what it says and no more: the cell's level is the most that it can.
const named = { level: 'write', when: 'named' } as const;

export const safetyIntelligenceSection = sectionOf(family, safetyIntelligence, {
  title: 'Intelligence',
  about: 'What police and others told in confidence, for named people only.',
  rights: {
    lead: named,
    'council-early-help': named,
    education: 'none',
    health: named,
    justice: named,
    partner: 'none',
    'domestic-abuse': named,
    manager: named,
    'social-worker': named,
    'household-adult': 'none',
    'young-person': 'none',
  },
  // That somebody is at it tells that there is something.
  hasPresence: false,
});
