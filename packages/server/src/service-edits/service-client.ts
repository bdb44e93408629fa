import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { enrolDevice, leaseMore } from '../directory/devices.ts';

/** A clientID that nobody else writes under until it is given back. */
export interface ServiceClient {
  readonly client: number;
  readonly device: string;
}

/** The device that edits of a principal's own programs are written by; made at the first edit. */
async function serviceDevice(db: Db, authority: string, principal: string, at: number): Promise<string> {
  const known = await deviceOf(db, authority, principal);
  if (known !== undefined) return known;
  const { device, leases } = await enrolDevice(db, authority, principal, at);
  await sql`insert into service_device (authority, principal, device) values (${authority}, ${principal}, ${device})
    on conflict do nothing`.execute(db);
  const kept = await deviceOf(db, authority, principal);
  // Another node may have made one at the same moment: its own is the one that counts.
  if (kept !== device) return kept ?? device;
  await sql`insert into service_client (authority, client_id, principal, busy_until)
    select ${authority}, client, ${principal}, '-infinity' from unnest(${[...leases]}::int[]) as l(client)`.execute(db);
  return device;
}

/**
 * Takes a clientID for one edit, of those that are free and not finished in the section. It is free again when it is
 * given back, or after half a minute if the process that took it is gone.
 */
export async function takeClient(
  db: Db,
  authority: string,
  principal: string,
  section: string,
  at: number,
): Promise<ServiceClient> {
  const device = await serviceDevice(db, authority, principal, at);
  const { rows } = await sql<{ client: number }>`
    update service_client set busy_until = now() + interval '30 seconds'
    where authority = ${authority} and client_id = (
      select client_id from service_client s where authority = ${authority} and principal = ${principal}
        and busy_until <= now() and not exists (
          select 1 from closed c where c.authority = s.authority and c.section = ${section} and c.client_id = s.client_id)
      order by client_id limit 1 for update skip locked)
    returning client_id as client`.execute(db);
  const [free] = rows;
  if (free !== undefined) return { client: free.client, device };
  const [client] = await leaseMore(db, authority, principal, device, 1);
  if (client === undefined) throw new Error('This principal has had more clientIDs than any honest program needs.');
  await sql`insert into service_client (authority, client_id, principal, busy_until)
    values (${authority}, ${client}, ${principal}, now() + interval '30 seconds')`.execute(db);
  return { client, device };
}

/** Gives a clientID back. */
export async function giveBack(db: Db, authority: string, { client }: ServiceClient): Promise<void> {
  await sql`update service_client set busy_until = '-infinity' where authority = ${authority} and client_id = ${client}`.execute(
    db,
  );
}

async function deviceOf(db: Db, authority: string, principal: string): Promise<string | undefined> {
  const { rows } = await sql<{ device: string }>`
    select device from service_device where authority = ${authority} and principal = ${principal}`.execute(db);
  return rows[0]?.device;
}
