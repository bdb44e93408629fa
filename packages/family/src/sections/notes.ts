import { defineSection, log, register, setOf, type SectionSchema } from '@caseweave/record';
import { noteKinds } from '../code-lists/note-kinds.ts';
import { day, passage, reference } from './values.ts';

const fields = {
  notes: log(
    {
      occurredOn: register(day, { label: 'When' }),
      kind: register(noteKinds.schema, { label: 'How', words: noteKinds.labelOf }),
      text: register(passage, { label: 'Note' }),
      about: setOf(reference, { label: 'About' }),
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
