import type { RecordState } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** Loads records as they are decided, in two statements however many they are. Those that do not exist are absent. */
export async function loadStates(
  db: Db,
  authority: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordState>> {
  if (ids.length === 0) return new Map();
  const { rows: links } = await sql<{ record: string; linked: string }>`
    select record, linked from record_link where authority = ${authority} and linked = any(${[...ids]})
    order by record`.execute(db);
  const all = [...new Set([...ids, ...links.map(({ record }) => record)])];
  const { rows } = await sql<Omit<RecordState, 'linkedFrom'>>`
    select id as record, kind, facts from record where authority = ${authority} and id = any(${all})`.execute(db);
  const alone = new Map(rows.map((row): [string, RecordState] => [row.record, { ...row, linkedFrom: [] }]));
  const linkedFrom = Map.groupBy(links, ({ linked }) => linked);
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const state = alone.get(id);
      if (state === undefined) return [];
      const from = (linkedFrom.get(id) ?? []).flatMap(({ record }) => alone.get(record) ?? []);
      return [[id, from.length === 0 ? state : { ...state, linkedFrom: from }] as const];
    }),
  );
}
