import { codedRegister, day, line, passage, sectionOf } from '@caseweave/model';
import { collection, defineSection, log, position, register, richText, setOf, text } from '@caseweave/record';
import { levelsOfNeed } from '../code-lists/levels-of-need.ts';
import { family } from '../kinds/family.ts';
import { anybody, person } from './values.ts';

/** The safety plan and assessments of somebody who suffers domestic abuse, for named people only. */
export const safetyDomesticAbuse = defineSection({
  name: 'safety.domestic-abuse',
  version: 1,
  oldestWriter: 1,
  fields: {
    safetyPlan: richText({ label: 'Safety plan' }),
    safeContact: register(line(), { label: 'How to make contact safely' }),
    assessments: log(
      {
        occurredOn: register(day(), { label: 'When' }),
        level: codedRegister(levelsOfNeed, { label: 'Level' }),
        text: register(passage(), { label: 'Safety assessment' }),
        about: setOf(person(), { label: 'About' }),
      },
      { label: 'Safety assessment' },
    ),
    steps: collection(
      {
        what: register(line(), { label: 'Safety step' }),
        by: setOf(anybody(), { label: 'Who' }),
        note: text(),
        place: position(),
      },
      { label: 'Safety step' },
    ),
  },
});

// A grant gives what it says and no more: the cell's level is the most that it can.
const named = { level: 'write', when: 'named' } as const;

export const safetyDomesticAbuseSection = sectionOf(family, safetyDomesticAbuse, {
  title: 'Safety plan',
  about: 'The safety plan and assessments of somebody who suffers domestic abuse, for named people only.',
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
