import type { Model } from '@caseweave/model';
import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import type { NewFacts } from './new-entry.ts';

/** Writes the facts of records, as they are from now on. */
export async function writeFacts(trx: Trx, authority: string, model: Model, facts: readonly NewFacts[]): Promise<void> {
  const rows = facts.map(({ record, kind, facts: one }) => ({
    id: record,
    kind,
    facts: one,
    version: model.kinds.get(kind)?.facts.version ?? 1,
  }));
  await sql`insert into record (authority, id, kind, facts, facts_version)
    select ${authority}, * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id text, kind text, facts jsonb, version int)
    on conflict (authority, id) do update set facts = excluded.facts, facts_version = excluded.facts_version`.execute(
    trx,
  );
}

/** Writes which records lean on records. */
export async function writeLinks(
  trx: Trx,
  authority: string,
  links: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const rows = [...links].flatMap(([record, linked]) => linked.map((to) => ({ record, to })));
  await sql`with now as (
      select * from unnest(${rows.map(({ record }) => record)}::text[], ${rows.map(({ to }) => to)}::text[]) as n(record, linked)),
    cut as (
      delete from record_link l where authority = ${authority} and record = any(${[...links.keys()]})
        and not exists (select from now n where n.record = l.record and n.linked = l.linked))
    insert into record_link (authority, record, linked) select ${authority}, record, linked from now on conflict do nothing`.execute(
    trx,
  );
}
