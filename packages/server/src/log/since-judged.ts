import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import type { WarmSection } from '../sections/warm-sections.ts';
import type { Batch } from './batch.ts';
import { type KnownOutcome, outcomeKey } from './known-outcomes.ts';

/** What has moved since a group was judged, asked while the authority's row is held: so that it is final. */
export interface SinceJudged {
  /** Outcomes that another node has told meanwhile. */
  readonly known: ReadonlyMap<string, KnownOutcome>;
  /** Whether every section still ends where its warm document does, with no clientID finished since at another node. */
  readonly isSame: boolean;
}

type Row = { readonly same: number } & (
  | (KnownOutcome & { readonly device: string; readonly batch: number })
  | { readonly device: null }
);

/** Asks in one statement, since everybody else waits for the row meanwhile. */
export async function sinceJudged(
  trx: Trx,
  authority: string,
  batches: readonly Batch[],
  sections: ReadonlyMap<string, WarmSection>,
): Promise<SinceJudged> {
  const warm = [...sections.values()];
  const { rows } = await sql<Row>`
    select s.same, o.device, o.batch, o.hash, o.result
    from (
      select count(*) as same
      from unnest(${warm.map(({ section }) => section)}::text[], ${warm.map(({ head }) => head)}::bigint[],
        ${warm.map(({ epoch }) => epoch)}::int[], ${warm.map(({ closed }) => `{${[...closed].join(',')}}`)}::text[]) as w(id, head, epoch, closed)
      join section n on n.authority = ${authority} and n.id = w.id and n.head = w.head and n.epoch = w.epoch
      where not exists (select from closed c
        where c.authority = ${authority} and c.section = w.id and c.client_id <> all(w.closed::bigint[]))) s
    left join (
      select o.device, o.batch, o.hash, o.result
      from unnest(${batches.map(({ device }) => device)}::text[], ${batches.map(({ batch }) => batch)}::bigint[]) as b(device, batch)
        join outcome o on o.authority = ${authority} and o.device = b.device and o.batch = b.batch) o on true`.execute(
    trx,
  );
  const known = rows.flatMap((row) => (row.device === null ? [] : [[outcomeKey(row), row] as const]));
  return { known: new Map(known), isSame: rows[0]?.same === sections.size };
}
