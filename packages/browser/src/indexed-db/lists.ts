import type { RecordRow, SectionRow } from '@caseweave/caseload';
import { type Envelope, sealJson, unsealJson } from './envelope.ts';

/** What a caseload list needs of one record: its own row, and those of its sections. */
export interface ListedRecord {
  readonly record: RecordRow | null;
  readonly sections: readonly SectionRow[];
}

/** A list as it is stored: one row a record, since a thousand small rows take ten times longer to read. */
export const sealList = (list: ListedRecord): Envelope => sealJson(list);

/** Reads a list; undefined where it is damaged. */
export function readList(envelope: unknown): ListedRecord | undefined {
  const value = unsealJson(envelope);
  if (typeof value !== 'object' || value === null || !('record' in value) || !('sections' in value)) return undefined;
  // Written by this package: what is damaged on a disk does not look like this by chance.
  return Array.isArray(value.sections) ? (value as ListedRecord) : undefined;
}
