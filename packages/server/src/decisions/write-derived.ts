import type { Model, RecordState } from '@caseweave/model';
import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { indexOf } from '../model/index-of.ts';

/** Records whose derived rows are written. */
export interface DerivedOf {
  readonly states: readonly RecordState[];
  /** Their ids, and those of records that are there no more. */
  readonly touched: readonly string[];
  /** The position of the log from which a record counts as changed. */
  readonly head: (record: string) => number;
  /** Moments up to here have come: what was logged then tells of them, and none is kept. */
  readonly momentsUpTo: number;
}

/**
 * Puts records under their keys, and marks the keys that they had before: a `leave` must be found there. Keeps the moments
 * at which their rights will change by themselves.
 */
export async function writeDerived(
  trx: Trx,
  authority: string,
  model: Model,
  { states, touched, head, momentsUpTo }: DerivedOf,
): Promise<void> {
  // Where the model's code throws, a record goes on being looked for where it was.
  const derived = states.flatMap((state) => {
    const index = indexOf(model, state);
    return index === null ? [] : [{ record: state.record, ...index }];
  });
  const fresh = derived.map(({ record }) => record);
  const keys = derived.flatMap(({ record, keys: own }) => own.map((key) => ({ key, record, head: head(record) })));
  const moments = derived.flatMap(({ record, moments: own }) => own.map((moment) => ({ moment, record })));
  await sql`update record_key set gone = gone or record = any(${fresh}), head = d.seq
    from unnest(${touched.map(head)}::bigint[], ${[...touched]}::text[]) as d(seq, touched)
    where authority = ${authority} and record = d.touched`.execute(trx);
  await sql`insert into record_key (authority, key, record, head)
    select ${authority}, * from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ record }) => record)}::text[],
      ${keys.map(({ head: seq }) => seq)}::bigint[])
    on conflict (authority, key, record) do update set head = excluded.head, gone = false`.execute(trx);
  await sql`with now as (
      select * from unnest(${moments.map(({ moment }) => moment)}::bigint[], ${moments.map(({ record }) => record)}::text[]) as n(at, record)),
    cut as (
      delete from record_moment m where authority = ${authority} and record = any(${fresh})
        and not exists (select from now n where n.record = m.record and n.at = m.at))
    insert into record_moment (authority, at, record) select ${authority}, at, record from now where at > ${momentsUpTo}
    on conflict do nothing`.execute(trx);
}
