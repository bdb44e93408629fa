import { randomBytes, randomInt } from 'node:crypto';
import { deviceIdFrom, type DeviceId } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** How many clientIDs a device has at first: two tabs, and one spare each. */
const FIRST_LEASES = 4;
/** How many clientIDs a device may come to hold: each one ever used stays in every state vector for good. */
const MOST_LEASES = 4096;
const LARGEST_CLIENT = 2 ** 31;
/** How many devices somebody enrols in a day at most: far more than anybody has, and few enough to keep. */
export const MOST_ENROLLED = 500;
const DAY = 86_400_000;

/** Enrols a device for somebody and hands it its first clientIDs. */
export async function enrolDevice(
  db: Db,
  authority: string,
  principal: string,
  at: number,
): Promise<{ device: DeviceId; leases: readonly number[] }> {
  const device = deviceIdFrom(randomBytes(16));
  await sql`insert into device (authority, id, principal, enrolled_at) values (${authority}, ${device}, ${principal}, ${at})`.execute(
    db,
  );
  return { device, leases: await leaseMore(db, authority, principal, device, FIRST_LEASES) };
}

/** Whether somebody has enrolled as many devices within a day as anybody may. */
export async function hasEnrolledTooMany(db: Db, authority: string, principal: string, at: number): Promise<boolean> {
  const { rows } = await sql<{ enrolled: number }>`
    select count(*) as enrolled from device
    where authority = ${authority} and principal = ${principal} and enrolled_at > ${at - DAY}`.execute(db);
  return (rows[0]?.enrolled ?? 0) >= MOST_ENROLLED;
}

/** Finds whose device this is, and its clientIDs; undefined for a device that was never enrolled here. */
export async function findDevice(
  db: Db,
  authority: string,
  device: string,
): Promise<{ principal: string; leases: readonly number[] } | undefined> {
  const { rows } = await sql<{ principal: string; leases: number[] }>`
    select principal, array(select client_id from lease l where l.authority = d.authority and l.device = d.id order by slot) as leases
    from device d where authority = ${authority} and id = ${device}`.execute(db);
  return rows[0];
}

/**
 * Hands random clientIDs to a device: none is ever handed out twice, and no device gets the higher ones, since Yjs
 * settles ties by them. A device that asks for more than any honest one gets none.
 */
export async function leaseMore(
  db: Db,
  authority: string,
  principal: string,
  device: string,
  count: number,
): Promise<readonly number[]> {
  const leases: number[] = [];
  while (leases.length < count) {
    const wanted = Array.from({ length: count - leases.length }, () => randomInt(1, LARGEST_CLIENT));
    const { rows } = await sql<{ client: number }>`
      insert into lease (authority, client_id, principal, device, slot)
      select ${authority}, w.client, ${principal}, ${device}, coalesce(h.slots, 0) + w.place
      from unnest(${wanted}::int[]) with ordinality as w(client, place),
        (select max(slot) as slots from lease where authority = ${authority} and device = ${device}) h
      where coalesce(h.slots, 0) + w.place <= ${MOST_LEASES}
      on conflict do nothing returning client_id as client`.execute(db);
    if (rows.length === 0) return leases;
    leases.push(...rows.map(({ client }) => client));
  }
  return leases;
}
