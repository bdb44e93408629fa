import { randomBytes } from 'node:crypto';
import type { DecisionCommand, RecordFacts } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { channelOf } from './channel.ts';
import { loadFacts } from './load-facts.ts';
import { shelvesOfRecord } from './shelves.ts';

/** A command that was carried out: what readers are told of it is made from this. */
export interface Commanded {
  readonly id: string;
  readonly command: DecisionCommand;
  readonly principal: string;
}

/** A decision as it is logged. `before` is what was decided until then; null for a record that is new. */
export interface Decision {
  readonly seq: number;
  readonly record: string;
  readonly kind: string;
  readonly at: number;
  readonly before: RecordFacts | null;
  /** Null where it was no command about this very record. */
  readonly commanded: Commanded | null;
}

/** The columns of a `Decision`. */
export const decisionColumns = sql.raw(`seq, record, kind, at, before,
  case when command is null then null else jsonb_build_object('id', id, 'command', command, 'principal', principal) end as commanded`);

/** Where a command came from. */
interface CommandSource {
  readonly command: DecisionCommand;
  readonly principal: string;
  readonly device: string | null;
  readonly batch: number | null;
  readonly base: number | null;
  readonly reason: string | null;
}

/** What is about to be decided. `records` are those that it names, the one that it is about first. */
export interface Deciding {
  readonly kind: string;
  readonly records: readonly string[];
  readonly at: number;
  readonly source?: CommandSource;
}

/** Takes the authority's row: decisions and the log are numbered under it, one after the other. */
export async function lockAuthority(trx: Trx, authority: string): Promise<void> {
  await sql`update authority set seq = seq where id = ${authority}`.execute(trx);
}

/** Carries out a change of what is decided, in a transaction of its own. */
export function decide(
  db: Db,
  authority: string,
  deciding: Deciding,
  change: (trx: Trx) => Promise<void>,
): Promise<Decision> {
  return db.transaction().execute(async (trx) => {
    await lockAuthority(trx, authority);
    return decideIn(trx, authority, deciding, change);
  });
}

/**
 * Carries out a change of what is decided, in the one order of the log; the authority's row is taken already.
 *
 * Everyone whose rights it may touch is found through the shelves; live connections hear of it through the log. The
 * records of a family's people follow the family; so do the families of a person that is named, since what is told of
 * them depends on the person.
 *
 * @returns the decision about the record that is named first
 */
export async function decideIn(
  trx: Trx,
  authority: string,
  { kind, records, at, source }: Deciding,
  change: (trx: Trx) => Promise<void>,
): Promise<Decision> {
  const touchedBefore = await withThoseAround(trx, authority, records);
  const before = await loadFacts(trx, authority, touchedBefore);
  await change(trx);
  const touched = [...new Set([...touchedBefore, ...(await withThoseAround(trx, authority, records))])];
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
  const commanded = source === undefined ? null : await keepSource(trx, authority, first, source);
  await sql`update record set rights_seq = d.seq from unnest(${seqs}::bigint[], ${touched}::text[]) as d(seq, record)
    where authority = ${authority} and id = d.record`.execute(trx);
  await reshelve(
    trx,
    authority,
    touched.map((id, index) => ({ id, seq: seqs[index] ?? 0, facts: after.get(id)?.facts })),
  );
  await sql`select pg_notify(${channelOf(authority)}, '')`.execute(trx);
  const [record = ''] = records;
  return { seq: first, record, kind, at, before: before.get(record)?.facts ?? null, commanded };
}

async function keepSource(trx: Trx, authority: string, seq: number, source: CommandSource): Promise<Commanded> {
  const { command, principal, device, batch, base, reason } = source;
  // Readers are told this id; nothing can be read out of it.
  const id = randomBytes(16).toString('base64url');
  await sql`update decision set id = ${id}, command = ${JSON.stringify(command)}::jsonb, principal = ${principal}, device = ${device},
      batch = ${batch}, base = ${base}, reason = ${reason}
    where authority = ${authority} and seq = ${seq}`.execute(trx);
  return { id, command, principal };
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

async function withThoseAround(db: Db, authority: string, records: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ record: string }>`
    select distinct person as record from record_person where authority = ${authority} and family = any(${[...records]})
    union select distinct family from record_person where authority = ${authority} and person = any(${[...records]})`.execute(
    db,
  );
  return [...new Set([...records, ...rows.map(({ record }) => record)])];
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
