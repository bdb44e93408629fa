import { codedRegister, day, passage, sectionOf } from '@caseweave/model';
import { defineSection, log, register } from '@caseweave/record';
import { voiceMethods } from '../code-lists/voice-methods.ts';
import { person } from '../kinds/person.ts';
import { anybody } from './values.ts';

/** A child's or young person's own words; each entry stays as it was said. */
export const personVoice = defineSection({
  name: 'person.voice',
  version: 1,
  oldestWriter: 1,
  fields: {
    words: log(
      {
        occurredOn: register(day(), { label: 'When' }),
        words: register(passage(), { label: 'In their own words' }),
        method: codedRegister(voiceMethods, { label: 'How they said it' }),
        capturedBy: register(anybody(), { label: 'Written down by' }),
      },
      { label: 'Words' },
    ),
  },
});

// Somebody has to write down what a small child says: those who hear the words may add to them, and change none.
const heard = { level: 'append', when: 'as-chosen' } as const;

export const personVoiceSection = sectionOf(person, personVoice, {
  title: 'Voice',
  about: "A child's or young person's own words; each entry stays as it was said.",
  rights: {
    lead: heard,
    'council-early-help': heard,
    education: heard,
    health: heard,
    justice: 'none',
    partner: 'none',
    'domestic-abuse': 'none',
    manager: 'none',
    'social-worker': 'read',
    'household-adult': { level: 'read', when: 'as-chosen' },
    'young-person': { level: 'write', when: 'own' },
    named: 'none',
  },
});
