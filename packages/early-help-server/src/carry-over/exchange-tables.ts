import { StartFailure, type Trx } from '@caseweave/server';
import { sql } from 'kysely';

/** The schema into which the tables go that are replaced. */
export const REPLACED = 'store_8';

/** The replaced table of a name. */
export const replacedTable = (name: string) => sql.id(REPLACED, name);

/** Tables that are as they were, bytes and all; they may be large. */
const kept = [
  'snapshot',
  'log',
  'decision_key',
  'device',
  'lease',
  'writer',
  'closed',
  'outcome',
  'held',
  'service_device',
  'service_client',
  'edit_key',
  'audit',
];

/** Tables whose rows are written anew. */
const replaced = [
  'authority',
  'hub',
  'agency',
  'principal',
  'record',
  'membership',
  'grant_',
  'record_person',
  'decision',
  'shelf',
];

/**
 * Moves the tables of version 8 aside, has those of today made, and takes back the tables that are as they were. Nothing
 * of a large table is copied.
 */
export async function exchangeTables(trx: Trx, createTables: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ home: string; isTaken: boolean }>`
    select current_schema() as home, to_regnamespace(${REPLACED}) is not null as "isTaken"`.execute(trx);
  const [{ home, isTaken } = { home: 'public', isTaken: false }] = rows;
  if (isTaken) {
    throw new StartFailure(
      'data-older',
      `The tables that are replaced go to the schema ${REPLACED}, and the database has one of that name. Rename it, or drop it if you no longer need it, and start again; nothing was changed.`,
    );
  }
  await sql`create schema ${sql.id(REPLACED)}`.execute(trx);
  for (const table of [...replaced, ...kept, 'section'])
    await sql`alter table ${sql.table(table)} set schema ${sql.id(REPLACED)}`.execute(trx);
  await createTables();
  for (const table of [...kept, 'section']) {
    await sql`drop table ${sql.table(table)}`.execute(trx);
    await sql`alter table ${replacedTable(table)} set schema ${sql.id(home)}`.execute(trx);
  }
  // They were there before anything that devices are told of from now on.
  await sql`alter table section add column created bigint not null default 0`.execute(trx);
  await sql`alter table section alter column created drop default`.execute(trx);
}
