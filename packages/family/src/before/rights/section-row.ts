import type { RecordFacts } from './facts.ts';
import type { SectionRow } from './table.ts';

const notes = /^notes\.[a-z0-9][a-z0-9-]{0,39}$/;
const safety = /^safety\.[a-z][a-z-]{0,39}$/;

const rows: Readonly<Record<RecordFacts['kind'], readonly SectionRow[]>> = {
  family: ['plan.shared', 'plan.practice', 'family.words', 'chronology.shared', 'oversight'],
  person: ['person.identity', 'person.location', 'person.health', 'person.voice'],
};

/** The row of the table that a section of such a record is in, or undefined where there is no such section. */
export function rowOf(section: string, kind: RecordFacts['kind']): SectionRow | undefined {
  if (kind === 'family') {
    if (notes.test(section)) return 'notes.*';
    if (safety.test(section)) return 'safety.*';
  }
  return rows[kind].find((row) => row === section);
}

/** The agency whose notes a section holds. */
export const agencyOfNotes = (section: string): string | undefined =>
  notes.test(section) ? section.slice('notes.'.length) : undefined;
