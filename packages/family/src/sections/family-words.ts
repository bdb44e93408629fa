import { day, line, passage, sectionOf } from '@caseweave/model';
import { defineSection, log, register, richText, setOf } from '@caseweave/record';
import { family } from '../kinds/family.ts';
import { anybody, mayBeLeftOut, person } from './values.ts';

/** The family's own words, which no professional changes. */
export const familyWords = defineSection({
  name: 'family.words',
  version: 1,
  oldestWriter: 1,
  fields: {
    ourStory: richText({ label: 'In our own words' }),
    proposals: log(
      {
        occurredOn: register(day(), { label: 'On' }),
        by: register(anybody(), { label: 'Who says it' }),
        to: register(mayBeLeftOut(line()), { label: 'What it is about' }),
        text: register(passage(), { label: 'What we would like' }),
        about: setOf(person(), { label: 'About' }),
      },
      { label: 'Proposal' },
    ),
  },
});

export const familyWordsSection = sectionOf(family, familyWords, {
  title: 'Family words',
  about: "The family's own words, which no professional changes.",
  rights: {
    lead: 'read',
    'council-early-help': 'read',
    education: 'read',
    health: 'read',
    justice: 'read',
    partner: 'read',
    'domestic-abuse': 'read',
    manager: 'read',
    'social-worker': 'read',
    'household-adult': 'write',
    'young-person': 'write',
  },
});
