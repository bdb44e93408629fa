import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

const tables = [
  'unit',
  'principal',
  'record',
  'record_key',
  'record_moment',
  'record_link',
  'section',
  'snapshot',
  'log',
  'decision',
  'device',
  'lease',
  'writer',
  'closed',
  'held',
  'audit',
];

/** Removes all that an authority holds, such as a filling that was interrupted before anybody was served. */
export async function emptyAuthority(db: Db, authority: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of tables) await sql`delete from ${sql.table(table)} where authority = ${authority}`.execute(trx);
  });
}
