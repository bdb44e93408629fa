import { sql } from 'kysely';
import type { CarryOver } from './carry-over.ts';
import type { Db } from './database.ts';
import { FIRST_VERSION, migrations, STORE_VERSION } from './migrations.ts';
import { StartFailure } from './start-failure.ts';

// Any number will do, as long as every node of every version uses the same one.
const migrationLock = 7_205_521;

/**
 * Brings the store to this version, or refuses one that a newer version has written, and one of before this server ran
 * any model that nobody here knows how to carry over.
 */
export async function migrate(db: Db, carryOver?: CarryOver): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
    await sql`create table if not exists store_version (one boolean primary key default true check (one), version int not null)`.execute(
      trx,
    );
    const { rows } = await sql<{ version: number }>`select version from store_version`.execute(trx);
    const version = rows[0]?.version ?? 0;
    if (version > STORE_VERSION) {
      throw new StartFailure(
        'data-newer',
        `This data was written by a newer version of Caseweave (store version ${version}, this one knows ${STORE_VERSION}). Start the newer version; nothing was changed.`,
      );
    }
    const [first = '', ...later] = migrations;
    const createTables = async (): Promise<void> => {
      await sql.raw(first).execute(trx);
    };
    if (version === 0) await createTables();
    else if (version < FIRST_VERSION) {
      if (carryOver === undefined) throw tooOld(version);
      await carryOver({ trx, from: version, createTables });
    }
    const done = Math.max(0, version - FIRST_VERSION);
    for (const statements of later.slice(done)) await sql.raw(statements).execute(trx);
    await sql`insert into store_version (version) values (${STORE_VERSION})
      on conflict (one) do update set version = excluded.version`.execute(trx);
  });
}

const tooOld = (version: number): StartFailure =>
  new StartFailure(
    'data-older',
    `This data was written by an earlier version of Caseweave (store version ${version}), which served one domain only. Start the server of that domain, which carries it over; nothing was changed.`,
  );
