import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import type { Judged } from './write-group.ts';

/** How many parts of one person's are held; a person releases or returns them long before there are so many. */
export const MOST_HELD = 5_000;

/** Refuses what would be held beyond the limit of its author: then their device keeps it, and nothing fills the store. */
export async function limitHeld(trx: Trx, authority: string, judged: readonly Judged[]): Promise<readonly Judged[]> {
  const authors = new Set(judged.flatMap(({ batch, verdict }) => (verdict.held.length > 0 ? [batch.principal] : [])));
  if (authors.size === 0) return judged;
  const { rows } = await sql<{ principal: string; held: number }>`
    select principal, count(*) as held from held
    where authority = ${authority} and principal = any(${[...authors]}) group by principal`.execute(trx);
  const held = new Map(rows.map((row) => [row.principal, row.held]));
  return judged.map(({ batch, verdict }): Judged => {
    if (verdict.result.type !== 'held') return { batch, verdict };
    const count = (held.get(batch.principal) ?? 0) + verdict.held.length;
    if (count > MOST_HELD) {
      const { part, client } = verdict.result;
      return {
        batch,
        verdict: { ...verdict, result: { type: 'refused', code: 'too-many-held', part, client }, held: [] },
      };
    }
    held.set(batch.principal, count);
    return { batch, verdict };
  });
}
