import type { Db } from '@caseweave/server';
import { sql } from 'kysely';

/** Names all rows of each table that there is, by schema and name. */
export async function digestOf(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(db);
  const digests = new Map<string, string>();
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ digest: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest
      from ${sql.table(`${schema}.${name}`)} t`.execute(db);
    digests.set(`${schema}.${name}`, rows[0]?.digest ?? '');
  }
  return digests;
}

/** The columns, indexes and constraints of the tables of a schema. */
export async function catalogOf(db: Db, schema = 'public'): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, is_nullable, column_default, is_identity) as line
      from information_schema.columns where table_schema = ${schema}
    union all select concat_ws(' ', 'index', indexname, indexdef) from pg_indexes where schemaname = ${schema}
    union all select concat_ws(' ', 'constraint', conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = ${schema}::regnamespace
    order by line`.execute(db);
  return rows.map(({ line }) => line);
}
