import { sql } from 'kysely';
import * as Y from 'yjs';
import type { Db } from '../database/database.ts';

/** A section's document as the log has it, and up to where. */
export interface LoadedDocument {
  readonly section: string;
  readonly record: string;
  readonly name: string;
  readonly epoch: number;
  /** The position of the section's last row in the log. */
  readonly head: number;
  readonly closed: ReadonlySet<number>;
  readonly doc: Y.Doc;
  /** Rows of the log that no snapshot holds yet. */
  readonly rowsSinceSnapshot: number;
}

interface SectionRow {
  readonly id: string;
  readonly record: string;
  readonly name: string;
  readonly epoch: number;
  readonly head: number;
  readonly snapshot: Uint8Array | null;
  readonly snapshotSeq: number | null;
  readonly closed: number[];
}

/**
 * Loads the documents of sections, each a fresh one, in two statements however many they are.
 *
 * A section that does not exist is absent. A document that cannot be loaded whole is an error, never an empty document.
 */
export async function loadDocuments(
  db: Db,
  authority: string,
  ids: readonly string[],
): Promise<Map<string, LoadedDocument>> {
  if (ids.length === 0) return new Map();
  const wanted = [...ids];
  const sections = await sql<SectionRow>`
    select s.id, s.record, s.name, s.epoch, s.head, n.bytes as snapshot, n.seq as "snapshotSeq",
      array(select client_id from closed c where c.authority = s.authority and c.section = s.id) as closed
    from section s left join snapshot n on n.authority = s.authority and n.section = s.id
    where s.authority = ${authority} and s.id = any(${wanted})`.execute(db);
  // From where the snapshot that was just read ends: another may have taken its place since.
  const loaded = sections.rows.map(({ id }) => id);
  const ends = sections.rows.map(({ snapshotSeq }) => snapshotSeq ?? 0);
  const rows = await sql<{ section: string; seq: number; bytes: Uint8Array }>`
    select l.section, l.seq, l.bytes
    from unnest(${loaded}::text[], ${ends}::bigint[]) as w(section, snapshot_seq)
      join log l on l.authority = ${authority} and l.section = w.section and l.seq > w.snapshot_seq
    order by l.seq`.execute(db);
  const rowsOf = Map.groupBy(rows.rows, ({ section }) => section);
  return new Map(
    sections.rows.map(({ id, record, name, epoch, head, snapshot, closed }) => {
      const tail = rowsOf.get(id) ?? [];
      const doc = new Y.Doc();
      // One transaction around all rows is several times cheaper than one each.
      doc.transact(() => {
        if (snapshot !== null) Y.applyUpdate(doc, snapshot);
        for (const { bytes } of tail) Y.applyUpdate(doc, bytes);
      });
      assertWhole(doc, id);
      const last = tail.at(-1)?.seq ?? 0;
      return [
        id,
        {
          section: id,
          record,
          name,
          epoch,
          head: Math.max(head, last),
          closed: new Set(closed),
          doc,
          rowsSinceSnapshot: tail.length,
        },
      ];
    }),
  );
}

/** Nothing may wait in a document for what the log does not hold. */
export function assertWhole(doc: Y.Doc, section: string): void {
  if (doc.store.pendingStructs === null && doc.store.pendingDs === null) return;
  throw new Error(`The log of section ${section} has a gap.`);
}
