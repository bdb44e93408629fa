import type { Db, Trx } from '@caseweave/server';
import { sql } from 'kysely';

// Any number will do, as long as every process uses the same one.
const lock = 7_205_522;

/**
 * What this server keeps beside the store of any model: with how many families a demo was filled, and what was last
 * imported from a directory file, row by row and without names, and which record stands for it here. Record ids are random;
 * only this table knows whose reference they answer to.
 */
const tables = `
create table if not exists demo (authority text primary key, families int not null);
create table if not exists imported_row (
  authority text, kind text, ref text, record text, row jsonb not null,
  primary key (authority, kind, ref)
);
`;

/** Creates the tables of this server, where they are not there yet. */
export async function createOwnTables(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(trx);
    await createOwnTablesIn(trx);
  });
}

/** Creates them in a transaction of the caller's, which nobody else makes at the same time. */
export async function createOwnTablesIn(trx: Trx): Promise<void> {
  await sql.raw(tables).execute(trx);
}
