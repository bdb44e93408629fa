import { codedRegister, day, passage, sectionSeriesOf, unit } from '@caseweave/model';
import { defineSection, log, register, setOf, type SectionSchema } from '@caseweave/record';
import { noteKinds } from '../code-lists/note-kinds.ts';
import { family } from '../kinds/family.ts';
import { person } from './values.ts';

const fields = {
  notes: log(
    {
      occurredOn: register(day(), { label: 'When' }),
      kind: codedRegister(noteKinds, { label: 'How' }),
      text: register(passage(), { label: 'Note' }),
      about: setOf(person(), { label: 'About' }),
    },
    { label: 'Note' },
  ),
};

/** The section of an agency's own notes. */
export type NotesSection = SectionSchema<typeof fields>;

const declared = new Map<string, NotesSection>();

/** The notes of one agency: each note by its author alone, and never changed. */
export function notes(agency: string): NotesSection {
  let section = declared.get(agency);
  if (section === undefined) {
    section = defineSection({ name: `notes.${agency}`, version: 1, oldestWriter: 1, fields });
    declared.set(agency, section);
  }
  return section;
}

const ownNotes = { level: 'write', when: 'own-agency' } as const;

export const notesSections = sectionSeriesOf(family, {
  title: 'Notes',
  about: 'The notes of one agency: each by its author alone, and never changed.',
  prefix: 'notes.',
  pattern: /^[a-z0-9][a-z0-9-]{0,39}$/,
  parameter: unit('agency', { label: 'Agency' }),
  schemaOf: notes,
  // Of each agency that is in the team, or was.
  parameters: ({ facts: { team } }, known) =>
    team.flatMap(({ principal }) => known.who(principal)?.who.agency?.id ?? []),
  rights: {
    lead: ownNotes,
    'council-early-help': ownNotes,
    education: ownNotes,
    health: ownNotes,
    justice: ownNotes,
    partner: ownNotes,
    'domestic-abuse': ownNotes,
    manager: { level: 'read', when: 'own-council' },
    'social-worker': 'none',
    'household-adult': 'none',
    'young-person': 'none',
  },
});
