import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { createSections } from './register-records.ts';

/** Somebody's time in a team, from now on. */
export interface NewMember {
  readonly principal: string;
  readonly until?: number | null;
  readonly visibleTo?: readonly string[] | null;
}

/** Puts somebody into a team; the notes of their agency are created if they are its first. */
export async function addMember(
  trx: Trx,
  authority: string,
  record: string,
  { principal, until = null, visibleTo = null }: NewMember,
  at: number,
): Promise<void> {
  await sql`insert into membership (authority, record, principal, from_ms, to_ms, lapses, visible_to)
    values (${authority}, ${record}, ${principal}, ${at}, ${until}, ${until !== null}, ${visibleTo === null ? null : [...visibleTo]})
    on conflict (authority, record, principal, from_ms) do update
      set to_ms = excluded.to_ms, lapses = excluded.lapses, visible_to = excluded.visible_to`.execute(trx);
  await createSections(trx, authority, [record]);
}

/** Takes somebody out of a team. */
export async function endMembership(
  trx: Trx,
  authority: string,
  record: string,
  principal: string,
  at: number,
): Promise<void> {
  await sql`update membership set to_ms = ${at}, lapses = false
    where authority = ${authority} and record = ${record} and principal = ${principal} and (to_ms is null or to_ms > ${at})`.execute(
    trx,
  );
}

/** Puts a family into a hub's care, or into none's. */
export async function moveToHub(trx: Trx, authority: string, record: string, hub: string | null): Promise<void> {
  await sql`update record set hub = ${hub} where authority = ${authority} and id = ${record}`.execute(trx);
}
