import { codedRegister, day, line, passage, sectionOf, type Finding, type RuleContext } from '@caseweave/model';
import { defineSection, log, register, setOf, type View } from '@caseweave/record';
import { datePrecisions } from '../code-lists/date-precisions.ts';
import { significances } from '../code-lists/significances.ts';
import { family } from '../kinds/family.ts';
import { person } from './values.ts';

/** The events that matter in the family's story, in order, from all agencies. */
export const chronologyShared = defineSection({
  name: 'chronology.shared',
  version: 1,
  oldestWriter: 1,
  fields: {
    events: log(
      {
        occurredOn: register(day(), { label: 'When' }),
        precision: codedRegister(datePrecisions, { label: 'How exactly' }),
        significance: codedRegister(significances, { label: 'Significance' }),
        text: register(passage(), { label: 'What happened' }),
        sourceAgency: register(line(), { label: 'Source' }),
        about: setOf(person(), { label: 'About' }),
      },
      { label: 'Chronology event' },
    ),
  },
});

/** What the shared chronology says at one moment. */
export type ChronologyView = View<typeof chronologyShared>;

const findings = ({ events }: ChronologyView, { today }: RuleContext): readonly Finding[] =>
  events
    .filter(({ occurredOn }) => occurredOn !== null && occurredOn > today)
    .map(({ id }) => ({
      rule: 'F7',
      severity: 'query',
      path: 'events.occurredOn',
      row: id,
      words: 'This event is dated in the future: check the date.',
    }));

export const chronologySharedSection = sectionOf(family, chronologyShared, {
  title: 'Chronology',
  about: "The events that matter in the family's story, in order, from all agencies.",
  rights: {
    lead: 'write',
    'council-early-help': 'append',
    education: 'append',
    health: 'append',
    justice: 'append',
    partner: 'append',
    'domestic-abuse': 'append',
    manager: 'read',
    'social-worker': 'read',
    'household-adult': 'none',
    'young-person': 'none',
  },
  findings,
});
