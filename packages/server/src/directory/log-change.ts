import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { channelOf } from './channel.ts';

/**
 * Puts into the log that something of the directory has changed, a row for each id. Rights are judged anew everywhere.
 *
 * @returns the position of the last row
 */
export async function logChange(
  trx: Trx,
  authority: string,
  type: 'who' | 'units' | 'again',
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    update authority set seq = seq + ${ids.length}, rights = rights + 1 where id = ${authority} returning seq`.execute(
    trx,
  );
  const seq = rows[0]?.seq ?? 0;
  await sql`insert into decision (authority, seq, type, record, at)
    select ${authority}, ${seq - ids.length} + place, ${type}, id, 0
    from unnest(${[...ids]}::text[]) with ordinality as p(id, place)`.execute(trx);
  await sql`select pg_notify(${channelOf(authority)}, '')`.execute(trx);
  return seq;
}
