import type { BatchResult } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Batch } from './batch.ts';

/** An outcome that was told before, and of which bytes. */
export interface KnownOutcome {
  readonly hash: Buffer;
  readonly result: BatchResult;
}

/** Names a batch among those of all devices. */
export const outcomeKey = ({ device, batch }: { readonly device: string; readonly batch: number }): string =>
  `${device}/${batch}`;

/** Finds the batches that were judged before. */
export async function knownOutcomes(
  db: Db,
  authority: string,
  batches: readonly Batch[],
): Promise<ReadonlyMap<string, KnownOutcome>> {
  const { rows } = await sql<KnownOutcome & { device: string; batch: number }>`
    select o.device, o.batch, o.hash, o.result
    from unnest(${batches.map(({ device }) => device)}::text[], ${batches.map(({ batch }) => batch)}::bigint[]) as w(device, batch)
      join outcome o on o.authority = ${authority} and o.device = w.device and o.batch = w.batch`.execute(db);
  return new Map(rows.map((row) => [outcomeKey(row), row]));
}

/** The same bytes get the same answer; other bytes under the same number come from a copy of the device. */
export function repeated({ hash, result }: KnownOutcome, batch: Batch): BatchResult {
  return hash.equals(batch.hash) ? result : { type: 'refused', code: 'cloned-device', part: 0, client: null };
}
