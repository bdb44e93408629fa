import type { Model, RecordState } from '@caseweave/model';
import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { channelOf } from '../directory/channel.ts';
import { loadStates } from './load-states.ts';
import type { Logged, LoggedType } from './logged.ts';
import type { NewEntry } from './new-entry.ts';
import { writeDerived } from './write-derived.ts';

/** What is to be logged of a record that something was decided about, or near. */
export interface TouchedRow {
  readonly record: string;
  readonly type: LoggedType;
  readonly entry: (NewEntry & { readonly id: string | null }) | null;
  /** The record whose decision began it. */
  readonly of: string | null;
}

/** Records that were touched, as they are now. */
export interface LoggedTouched {
  readonly logged: readonly Logged[];
  readonly after: ReadonlyMap<string, RecordState>;
  readonly seqOf: (record: string) => number;
}

/** When something was decided, or ran out. */
export interface LoggedAt {
  readonly at: number;
  /** Moments at which rights change by themselves are told of up to here; `at`, unless said. */
  readonly momentsUpTo?: number;
}

/**
 * Carries out a change and logs what it touches, each record as it was before; the authority's row is taken already. Where
 * records are looked for, and when their rights change by themselves, follows what they are then.
 */
export async function logTouched(
  trx: Trx,
  authority: string,
  model: Model,
  rows: readonly TouchedRow[],
  { at, momentsUpTo = at }: LoggedAt,
  change: () => Promise<void>,
): Promise<LoggedTouched> {
  const records = rows.map(({ record }) => record);
  const before = await loadStates(trx, authority, records);
  await change();
  const after = await loadStates(trx, authority, records);
  const { rows: moved } = await sql<{ seq: number }>`
    update authority set seq = seq + ${rows.length}, rights = rights + 1 where id = ${authority} returning seq`.execute(
    trx,
  );
  const first = (moved[0]?.seq ?? 0) - rows.length + 1;
  const seqs = new Map(records.map((record, index) => [record, first + index]));
  const seqOf = (record: string): number => seqs.get(record) ?? 0;
  const written = rows.map(({ record, type, entry, of }) => ({
    seq: seqOf(record),
    type,
    record,
    of: of === null ? null : seqOf(of),
    id: entry?.id ?? null,
    name: entry?.name ?? null,
    version: entry?.version ?? null,
    form: entry?.form ?? null,
    principal: entry?.principal ?? null,
    ...(entry?.source ?? { device: null, batch: null, base: null, reason: null }),
    before: before.get(record) ?? null,
  }));
  await sql`insert into decision (authority, seq, type, record, of, id, name, version, form, principal, device, batch, base, reason, before, at)
    select ${authority}, d.seq, d.type, d.record, d.of, d.id, d.name, d.version, nullif(d.form, 'null'), d.principal, d.device,
      d.batch, d.base, d.reason, nullif(d.before, 'null'), ${at}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as d(seq bigint, type text, record text, of bigint, id text,
      name text, version int, form jsonb, principal text, device text, batch bigint, base bigint, reason text, before jsonb)`.execute(
    trx,
  );
  await writeDerived(trx, authority, model, {
    states: [...after.values()],
    touched: records,
    head: seqOf,
    momentsUpTo,
  });
  await sql`select pg_notify(${channelOf(authority)}, '')`.execute(trx);
  const logged = rows.map(({ record, type, entry }): Logged => ({
    seq: seqOf(record),
    type,
    record,
    at,
    before: before.get(record) ?? null,
    decision:
      entry === null || entry.id === null
        ? null
        : { id: entry.id, name: entry.name, version: entry.version, form: entry.form, principal: entry.principal },
  }));
  return { logged, after, seqOf };
}
