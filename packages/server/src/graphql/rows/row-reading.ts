import type { RecordFacts } from '@caseweave/family';
import type { Provenance } from '@caseweave/record';

/** A row or entry of any section: its values by name. */
interface AnyRowView {
  readonly id: string;
  readonly struck?: { readonly why: string };
  readonly [field: string]: unknown;
}

/** What is read of a section, whatever its schema, and of whose record. */
export interface SectionReading {
  /** The record; people are looked up in the family, or in the families of the person. */
  readonly facts: RecordFacts;
  readonly view: unknown;
  readonly section: { provenance(entity: string, field: string): readonly Provenance[] };
}

/** A row that somebody may read, in its section. */
export interface RowReading {
  readonly row: AnyRowView;
  readonly of: SectionReading;
}

/** A row of a section that somebody may read. */
export const rowReading = (of: SectionReading, row: { readonly id: string }): RowReading => ({ row: { ...row }, of });

/** Another row of the same section, such as the need that an outcome answers; undefined for an id of none. */
export function siblingOf({ of }: RowReading, rows: string, id: unknown): RowReading | undefined {
  const all = (of.view as Readonly<Record<string, readonly { readonly id: string }[]>>)[rows] ?? [];
  const found = all.find((row) => row.id === id);
  return found === undefined ? undefined : rowReading(of, found);
}
