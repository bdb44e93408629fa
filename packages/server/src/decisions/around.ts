import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** The records around some: those that they link to, and those that link to them. */
export interface Around {
  readonly records: readonly string[];
  /** What a record links to. */
  linksOf(record: string): readonly string[];
}

/** Finds the records around some, in one statement. */
export async function around(db: Db, authority: string, records: readonly string[]): Promise<Around> {
  const { rows } = await sql<{ record: string; linked: string }>`
    select record, linked from record_link where authority = ${authority} and record = any(${[...records]})
    union select record, linked from record_link where authority = ${authority} and linked = any(${[...records]})
    order by record, linked`.execute(db);
  const links = Map.groupBy(rows, ({ record }) => record);
  return {
    records: [...new Set(rows.flatMap(({ record, linked }) => [record, linked]))],
    linksOf: (record) => (links.get(record) ?? []).map(({ linked }) => linked),
  };
}
