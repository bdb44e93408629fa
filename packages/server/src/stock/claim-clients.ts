import type { SectionId } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** Whose document it is that shows clientIDs, and of which section. */
export interface Claimant {
  readonly principal: string;
  readonly section: SectionId;
  readonly epoch: number;
}

/** Yjs chooses clientIDs of 32 bits; a larger one is nobody's. */
const LARGEST_CLIENT = 2 ** 32 - 1;

/**
 * Gives each of these clientIDs that nobody holds to the claimant.
 *
 * @returns those that are the claimant's now; the others are leased, or were claimed by somebody else or elsewhere.
 */
export async function claimClients(
  db: Db,
  authority: string,
  { principal, section, epoch }: Claimant,
  clients: readonly number[],
): Promise<readonly number[]> {
  const wanted = clients.filter((client) => client <= LARGEST_CLIENT);
  if (wanted.length === 0) return [];
  await sql`insert into lease (authority, client_id, principal, section, epoch)
    select ${authority}, client, ${principal}, ${section}, ${epoch} from unnest(${wanted}::bigint[]) as c(client)
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ client: number }>`
    select client_id as client from lease where authority = ${authority} and client_id = any(${wanted}::bigint[])
      and principal = ${principal} and section = ${section} and epoch = ${epoch}`.execute(db);
  return rows.map(({ client }) => client);
}

/** Whether somebody else, or this claimant elsewhere, holds any of these clientIDs. */
export async function areHeldElsewhere(
  db: Db,
  authority: string,
  { principal, section, epoch }: Claimant,
  clients: readonly number[],
): Promise<boolean> {
  if (clients.length === 0) return false;
  const { rows } = await sql`
    select from lease where authority = ${authority} and client_id = any(${[...clients]}::bigint[])
      and (principal, section, epoch) is distinct from (${principal}, ${section}, ${epoch}::int) limit 1`.execute(db);
  return rows.length > 0;
}
