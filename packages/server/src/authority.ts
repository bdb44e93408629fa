import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database/database.ts';

/** The authority that a server serves: its id, its generation and its keys. */
export interface Authority {
  readonly id: string;
  readonly generation: string;
  readonly policy: number;
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
