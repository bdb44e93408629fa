import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { lockAuthority } from '../directory/authority.ts';
import type { InForce } from '../model/in-force.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import { around } from './around.ts';
import { logTouched, type TouchedRow } from './log-touched.ts';

/** What a sweep needs. */
export interface Sweeping {
  readonly db: Db;
  readonly authority: string;
  readonly model: ModelInUse;
  readonly inForce: InForce;
}

/**
 * Makes events of rights that have run out since the last sweep: live devices are then told to drop what they held. What
 * goes wrong with one record is told, and keeps no other waiting.
 */
export async function sweepLapsed(sweeping: Sweeping, now: number, failed: (error: unknown) => void): Promise<void> {
  const { db, authority, inForce } = sweeping;
  if (inForce.isOutdated) return;
  const { rows } = await sql<Moment>`
    select record, at from record_moment where authority = ${authority} and at <= ${now} order by at, record`.execute(
    db,
  );
  for (const moment of rows) await lapse(sweeping, moment).catch(failed);
}

interface Moment {
  readonly record: string;
  readonly at: number;
}

function lapse({ db, authority, model, inForce }: Sweeping, { record, at }: Moment): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await inForce.sure(trx, await lockAuthority(trx, authority));
    const { numAffectedRows = 0n } = await sql`
      delete from record_moment where authority = ${authority} and record = ${record} and at = ${at}`.execute(trx);
    // Another node has told of it, or it was decided meanwhile that it does not run out.
    if (numAffectedRows === 0n) return;
    const { records } = await around(trx, authority, [record]);
    const rows = [...new Set([record, ...records])].map((one): TouchedRow => ({
      record: one,
      type: 'lapsed',
      entry: null,
      of: null,
    }));
    // What was so until then is judged a moment before.
    await logTouched(trx, authority, model.now, rows, { at: at - 1, momentsUpTo: at }, async () => undefined);
  });
}
