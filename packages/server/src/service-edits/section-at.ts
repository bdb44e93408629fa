import { sql } from 'kysely';
import * as Y from 'yjs';
import type { Db } from '../database/database.ts';
import { assertWhole } from '../sections/load-documents.ts';

/** A section's document as it was at a position of the log, and what was written in it since. */
export interface SectionAt {
  readonly doc: Y.Doc;
  readonly later: readonly Uint8Array[];
  readonly epoch: number;
}

/**
 * Loads a section as it was at a position; as it is now, where that is null. A position before its snapshot is reached
 * from the log's first row of it.
 */
export async function sectionAt(
  db: Db,
  authority: string,
  section: string,
  seen: number | null,
): Promise<SectionAt | undefined> {
  const { rows: found } = await sql<{ epoch: number; bytes: Uint8Array | null; end: number | null }>`
    select s.epoch, n.bytes, n.seq as "end"
    from section s left join snapshot n
      on n.authority = s.authority and n.section = s.id and (${seen}::bigint is null or n.seq <= ${seen}::bigint)
    where s.authority = ${authority} and s.id = ${section}`.execute(db);
  const [one] = found;
  if (one === undefined) return undefined;
  const { rows } = await sql<{ seq: number; bytes: Uint8Array }>`
    select seq, bytes from log where authority = ${authority} and section = ${section} and seq > ${one.end ?? 0}
    order by seq`.execute(db);
  const isSeen = ({ seq }: { readonly seq: number }) => seen === null || seq <= seen;
  const doc = new Y.Doc();
  doc.transact(() => {
    if (one.bytes !== null) Y.applyUpdate(doc, one.bytes);
    for (const row of rows) if (isSeen(row)) Y.applyUpdate(doc, row.bytes);
  });
  assertWhole(doc, section);
  return {
    doc,
    later: rows.filter((row) => !isSeen(row)).map(({ bytes }) => bytes),
    epoch: one.epoch,
  };
}
