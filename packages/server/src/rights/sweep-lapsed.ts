import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { decide } from '../directory/decide.ts';

/** Makes events of grants that have run out since the last sweep: live devices are then told to drop what they held. */
export async function sweepLapsed(db: Db, authority: string, now: number): Promise<void> {
  const { rows } = await sql<{ record: string; until: number }>`
    select distinct g.record, g.to_ms as until from grant_ g join authority a on a.id = g.authority
    where a.id = ${authority} and g.to_ms > a.lapsed_until and g.to_ms <= ${now} order by until`.execute(db);
  for (const { record, until } of rows) {
    // What was so until then is judged a moment before.
    await decide(db, authority, { kind: 'lapsed', records: [record], at: until - 1 }, async () => undefined);
  }
  if (rows.length === 0) return;
  const swept = Math.max(...rows.map(({ until }) => until));
  await sql`update authority set lapsed_until = greatest(lapsed_until, ${swept}) where id = ${authority}`.execute(db);
}
