import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import { loadDocuments } from './load-documents.ts';
import { shownInList } from './shown-in-list.ts';

/** How projections are kept. */
interface Keeping {
  /**
   * A section that somebody holds locked is waited for, or left: whoever writes there is followed anyhow. Who leaves waits
   * for nobody while they hold others, and so stands in no writer's way.
   */
  readonly locked: 'wait' | 'leave';
}

/** What lists show of sections, as JSON. Those that the log has left behind are made anew and kept. */
export async function projectionsOf(
  db: Db,
  authority: string,
  model: ModelInUse,
  sections: readonly string[],
  { locked }: Keeping = { locked: 'wait' },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; projection: string | null; stale: boolean }>`
    select id, projection, projection_seq < head as stale from section
    where authority = ${authority} and id = any(${[...sections]})`.execute(db);
  const found = new Map(rows.flatMap(({ id, projection }) => (projection === null ? [] : [[id, projection] as const])));
  const stale = rows.filter((row) => row.stale).map(({ id }) => id);
  if (stale.length === 0) return found;
  const made = [...(await loadDocuments(db, authority, stale)).values()].map(({ section, name, head, doc }) => {
    const projection = shownInList(model.now, name, doc);
    doc.destroy();
    return { section, head, projection };
  });
  const freely =
    locked === 'wait'
      ? sql``
      : sql`and id in (select id from section where authority = ${authority}
          and id = any(${made.map(({ section }) => section)}) for update skip locked)`;
  await sql`update section set projection = m.projection, projection_seq = m.head
    from unnest(${made.map(({ section }) => section)}::text[], ${made.map(({ projection }) => projection)}::text[],
      ${made.map(({ head }) => head)}::bigint[]) as m(section, projection, head)
    where authority = ${authority} and id = m.section and projection_seq < m.head ${freely}`.execute(db);
  for (const { section, projection } of made) {
    if (projection === null) found.delete(section);
    else found.set(section, projection);
  }
  return found;
}
