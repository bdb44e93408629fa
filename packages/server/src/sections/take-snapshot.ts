import { sql } from 'kysely';
import * as Y from 'yjs';
import type { Db } from '../database/database.ts';
import { loadDocuments } from './load-documents.ts';

/** After so many rows a section gets a new snapshot. */
export const ROWS_A_SNAPSHOT = 300;

/**
 * Writes a section's snapshot from a fresh document, so that deleted text is not in it. No row of the log is removed;
 * readers that start anew get the snapshot and what came after it.
 */
export async function takeSnapshot(db: Db, authority: string, section: string): Promise<void> {
  const loaded = (await loadDocuments(db, authority, [section])).get(section);
  if (loaded === undefined) return;
  const bytes = Buffer.from(Y.encodeStateAsUpdate(loaded.doc));
  await sql`insert into snapshot (authority, section, seq, rows, bytes)
    values (${authority}, ${section}, ${loaded.head}, ${loaded.rowsSinceSnapshot}, ${bytes})
    on conflict (authority, section) do update set seq = excluded.seq, rows = snapshot.rows + excluded.rows, bytes = excluded.bytes
      where snapshot.seq < excluded.seq`.execute(db);
  loaded.doc.destroy();
}
