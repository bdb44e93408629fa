import { sql } from 'kysely';
import type { Db } from './database.ts';
import { StartFailure } from './start-failure.ts';

const needed = ['fsync', 'synchronous_commit', 'full_page_writes'];

/** Refuses a PostgreSQL that may lose what it has confirmed: an acknowledgement says that an edit is safe. */
export async function assertDurable(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any(${needed})`.execute(db);
  const off = rows.filter(({ setting }) => setting === 'off' || setting === 'local').map(({ name }) => name);
  if (off.length === 0) return;
  throw new StartFailure(
    'database-not-durable',
    `This PostgreSQL may lose what it has confirmed: ${off.join(', ')} must be on. Turn it on and start again.`,
  );
}
