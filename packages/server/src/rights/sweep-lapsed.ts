import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { decide } from '../directory/decide.ts';

/** Makes events of grants and of times in teams that have run out since the last sweep: live devices are then told to drop what they held. */
export async function sweepLapsed(db: Db, authority: string, now: number): Promise<void> {
  const { rows } = await sql<{ record: string; until: number }>`
    select distinct t.record, t.to_ms as until
    from authority a join lateral (
      select record, to_ms from grant_ where authority = a.id and to_ms > a.lapsed_until and to_ms <= ${now}
      union all
      select record, to_ms from membership where authority = a.id and lapses and to_ms > a.lapsed_until and to_ms <= ${now}
    ) t on true
    where a.id = ${authority} order by until`.execute(db);
  for (const { record, until } of rows) {
    // What was so until then is judged a moment before.
    await decide(db, authority, { kind: 'lapsed', records: [record], at: until - 1 }, async () => undefined);
  }
  if (rows.length === 0) return;
  const swept = Math.max(...rows.map(({ until }) => until));
  await sql`update authority set lapsed_until = greatest(lapsed_until, ${swept}) where id = ${authority}`.execute(db);
}
