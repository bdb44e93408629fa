import { randomBytes } from 'node:crypto';
import { deviceIdFrom } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { leaseMore } from '../directory/devices.ts';

/** A clientID that nobody else writes under until it is given back. */
export interface ServiceClient {
  readonly client: number;
  readonly device: string;
  /** All clientIDs of the device: what was written under them is the principal's own. */
  readonly own: ReadonlySet<number>;
}

/**
 * Takes a clientID for one edit: one that is free and not finished in the section, or a new one. It is free again when it
 * is given back, or after half a minute if the process that took it is gone.
 */
export async function takeClient(
  db: Db,
  authority: string,
  principal: string,
  section: string,
  at: number,
): Promise<ServiceClient> {
  return db.transaction().execute(async (trx) => {
    const device = await lockedDevice(trx, authority, principal, at);
    const { rows } = await sql<{ client: number }>`
      update service_client set busy_until = now() + interval '30 seconds'
      where authority = ${authority} and client_id = (
        select client_id from service_client s where authority = ${authority} and principal = ${principal}
          and busy_until <= now() and not exists (
            select 1 from closed c where c.authority = s.authority and c.section = ${section} and c.client_id = s.client_id)
        order by client_id limit 1)
      returning client_id as client`.execute(trx);
    const client = rows[0]?.client ?? (await leaseOne(trx, authority, principal, device));
    const all = await sql<{ client: number }>`select client_id as client from service_client
      where authority = ${authority} and principal = ${principal}`.execute(trx);
    return { client, device, own: new Set(all.rows.map((row) => row.client)) };
  });
}

async function leaseOne(trx: Trx, authority: string, principal: string, device: string): Promise<number> {
  const [client] = await leaseMore(trx, authority, principal, device, 1);
  if (client === undefined) throw new Error('This principal has had more clientIDs than any honest program needs.');
  await sql`insert into service_client (authority, client_id, principal, busy_until)
    values (${authority}, ${client}, ${principal}, now() + interval '30 seconds')`.execute(trx);
  return client;
}

/** Gives a clientID back. */
export async function giveBack(db: Db, authority: string, { client }: Pick<ServiceClient, 'client'>): Promise<void> {
  await sql`update service_client set busy_until = '-infinity' where authority = ${authority} and client_id = ${client}`.execute(
    db,
  );
}

/** The device of a principal's programs, made at their first edit; while it is locked, nobody else takes a clientID of it. */
async function lockedDevice(trx: Trx, authority: string, principal: string, at: number): Promise<string> {
  const locked = async () => {
    const { rows } = await sql<{ device: string }>`
      select device from service_device where authority = ${authority} and principal = ${principal} for update`.execute(
      trx,
    );
    return rows[0]?.device;
  };
  const known = await locked();
  if (known !== undefined) return known;
  const device = deviceIdFrom(randomBytes(16));
  const { rows } = await sql`insert into service_device (authority, principal, device)
    values (${authority}, ${principal}, ${device}) on conflict do nothing returning device`.execute(trx);
  // Another node made one at the same moment.
  if (rows.length === 0) return (await locked()) ?? device;
  await sql`insert into device (authority, id, principal, enrolled_at)
    values (${authority}, ${device}, ${principal}, ${at})`.execute(trx);
  return device;
}
