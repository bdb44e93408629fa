import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';

/** The authority that a server serves: its id, its generation and its keys. */
export interface Authority {
  readonly id: string;
  readonly generation: string;
  /** Raised when other rights are put in force: devices then compare what they hold. It moves while the node runs. */
  policy: number;
  readonly cursorKey: Buffer;
  readonly tokenKey: Buffer;
}

/** Loads an authority, making it at the first start. */
export async function loadAuthority(db: Db, id: string): Promise<Authority> {
  await sql`insert into authority (id, generation, cursor_key, token_key)
    values (${id}, ${randomBytes(16).toString('hex')}, ${randomBytes(32)}, ${randomBytes(32)}) on conflict do nothing`.execute(
    db,
  );
  const { rows } = await sql<Authority>`
    select id, generation, policy, cursor_key as "cursorKey", token_key as "tokenKey" from authority where id = ${id}`.execute(
    db,
  );
  const [authority] = rows;
  if (authority === undefined) throw new Error('The authority was removed while the server started.');
  return authority;
}

/**
 * Takes the authority's row: decisions and the log are numbered under it, one after the other.
 *
 * @returns the policy that is in force
 */
export async function lockAuthority(trx: Trx, authority: string): Promise<number> {
  const { rows } = await sql<{ policy: number }>`
    update authority set seq = seq where id = ${authority} returning policy`.execute(trx);
  const [locked] = rows;
  if (locked === undefined) throw new Error('The authority is gone.');
  return locked.policy;
}
