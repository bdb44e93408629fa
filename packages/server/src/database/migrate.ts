import { sql } from 'kysely';
import type { Db } from './database.ts';
import { migrations } from './migrations.ts';
import { StartFailure } from './start-failure.ts';

// Any number will do, as long as every node of every version uses the same one.
const migrationLock = 7_205_521;

/** Brings the store to this version, or refuses one that a newer version has written. */
export async function migrate(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
    await sql`create table if not exists store_version (one boolean primary key default true check (one), version int not null)`.execute(
      trx,
    );
    const { rows } = await sql<{ version: number }>`select version from store_version`.execute(trx);
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length) {
      throw new StartFailure(
        'data-newer',
        `This data was written by a newer version of Caseweave (store version ${version}, this one knows ${migrations.length}). Start the newer version; nothing was changed.`,
      );
    }
    for (const statements of migrations.slice(version)) await sql.raw(statements).execute(trx);
    await sql`insert into store_version (version) values (${migrations.length})
      on conflict (one) do update set version = excluded.version`.execute(trx);
  });
}
