import type { NamedSection } from '@caseweave/model';
import type { Provenance, Question, Section, SectionSchema, View } from '@caseweave/record';

/** A record of which whoever asks may read something; its facts are told by `Viewer.told`. */
export interface ReadableRecord {
  readonly id: string;
  readonly kind: string;
}

/** A section's content, read for somebody who may read it. */
export interface Reading<Schema extends SectionSchema = SectionSchema> {
  readonly record: ReadableRecord;
  readonly named: NamedSection;
  readonly view: View<Schema>;
  readonly questions: readonly Question[];
  readonly section: Section<Schema>;
}

/** What is read of a section, whatever its schema. */
export interface SectionReading {
  readonly record: ReadableRecord;
  readonly named: NamedSection;
  readonly view: unknown;
  readonly questions: readonly Question[];
  readonly section: { provenance(entity: string, field: string): readonly Provenance[] };
}

/** A row or entry of any section: its values by name. */
interface AnyRowView {
  readonly id: string;
  readonly struck?: { readonly why: string };
  readonly [field: string]: unknown;
}

/** A row that somebody may read, in its section. */
export interface RowReading {
  readonly row: AnyRowView;
  readonly of: SectionReading;
}

/** A row of a section that somebody may read. */
export const rowReading = (of: SectionReading, row: { readonly id: string }): RowReading => ({ row: { ...row }, of });

/** The rows of a section by their name, whatever its schema. */
export const rowsIn = ({ view }: Pick<SectionReading, 'view'>, rows: string): readonly { readonly id: string }[] =>
  (view as Readonly<Record<string, readonly { readonly id: string }[]>>)[rows] ?? [];

/** Another row of a section, such as the need that an outcome answers; undefined for an id of none. */
export function rowOfId(of: SectionReading, rows: string, id: unknown): RowReading | undefined {
  const found = rowsIn(of, rows).find((row) => row.id === id);
  return found === undefined ? undefined : rowReading(of, found);
}
