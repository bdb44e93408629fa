import type { RecordFacts } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { channelOf } from './channel.ts';
import { loadFacts } from './load-facts.ts';
import { shelvesOfRecord } from './shelves.ts';

/** A decision as it is logged. `before` is what was decided until then; null for a record that is new. */
export interface Decision {
  readonly seq: number;
  readonly record: string;
  readonly kind: string;
  readonly at: number;
  readonly before: RecordFacts | null;
}

/**
 * Carries out a change of what is decided, in the one order of the log.
 *
 * Everyone whose rights it may touch is found through the shelves; live connections hear of it through the log.
 * `records` are those that the change names; the records of a family's people follow the family.
 */
export async function decide(
  db: Db,
  authority: string,
  { kind, records, at }: { readonly kind: string; readonly records: readonly string[]; readonly at: number },
  change: (trx: Trx) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`update authority set seq = seq where id = ${authority}`.execute(trx);
    const touchedBefore = await withPeople(trx, authority, records);
    const before = await loadFacts(trx, authority, touchedBefore);
    await change(trx);
    const touched = [...new Set([...touchedBefore, ...(await withPeople(trx, authority, records))])];
    const after = await loadFacts(trx, authority, touched);
    const { rows } = await sql<{ seq: number }>`
      update authority set seq = seq + ${touched.length}, rights = rights + 1 where id = ${authority} returning seq`.execute(
      trx,
    );
    const first = (rows[0]?.seq ?? 0) - touched.length + 1;
    const seqs = touched.map((_, index) => first + index);
    await sql`insert into decision (authority, seq, record, kind, at, before)
      select ${authority}, seq, record, ${kind}, ${at}, before
      from unnest(${seqs}::bigint[], ${touched}::text[], ${touched.map((id) => json(before.get(id)?.facts))}::jsonb[]) as d(seq, record, before)`.execute(
      trx,
    );
    await sql`update record set rights_seq = d.seq from unnest(${seqs}::bigint[], ${touched}::text[]) as d(seq, record)
      where authority = ${authority} and id = d.record`.execute(trx);
    await reshelve(
      trx,
      authority,
      touched.map((id, index) => ({ id, seq: seqs[index] ?? 0, facts: after.get(id)?.facts })),
    );
    await sql`select pg_notify(${channelOf(authority)}, '')`.execute(trx);
  });
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

async function withPeople(db: Db, authority: string, records: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select distinct person from record_person where authority = ${authority} and family = any(${[...records]})`.execute(
    db,
  );
  return [...new Set([...records, ...rows.map(({ person }) => person)])];
}

interface Shelved {
  readonly id: string;
  readonly seq: number;
  readonly facts: RecordFacts | undefined;
}

/** Puts records on their shelves and marks where they stood before, since a `leave` must be found there. */
async function reshelve(db: Db, authority: string, records: readonly Shelved[]): Promise<void> {
  await sql`update shelf set gone = true, head = d.seq
    from unnest(${records.map(({ seq }) => seq)}::bigint[], ${records.map(({ id }) => id)}::text[]) as d(seq, record)
    where authority = ${authority} and shelf.record = d.record`.execute(db);
  const rows = records.flatMap(({ id, seq, facts }) =>
    facts === undefined ? [] : [...shelvesOfRecord(facts)].map((shelf) => ({ shelf, record: id, head: seq })),
  );
  await sql`insert into shelf (authority, shelf, record, head)
    select ${authority}, * from unnest(${rows.map(({ shelf }) => shelf)}::text[], ${rows.map(({ record }) => record)}::text[],
      ${rows.map(({ head }) => head)}::bigint[])
    on conflict (authority, shelf, record) do update set head = excluded.head, gone = false`.execute(db);
}
