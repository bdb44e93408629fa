import { createHash, createHmac } from 'node:crypto';
import type { BatchResult } from '@caseweave/protocol';
import { entityIds } from '@caseweave/record';
import { sql } from 'kysely';
import type { Authority } from '../directory/authority.ts';
import type { Db } from '../database/database.ts';

/** What became of an edit that was sent before under a key, and the digest of what it asked for. */
export interface KnownEdit {
  readonly hash: Buffer;
  readonly result: BatchResult;
}

/** What stands for an idempotency key in the store. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Finds what became of the edit of a key; undefined for one that was not decided yet. */
export async function knownEdit(db: Db, authority: string, principal: string, key: Buffer) {
  const { rows } = await sql<KnownEdit>`
    select o.hash, o.result from edit_key k
      join service_device d on d.authority = k.authority and d.principal = k.principal
      join outcome o on o.authority = k.authority and o.device = d.device and o.batch = k.batch
    where k.authority = ${authority} and k.principal = ${principal} and k.key = ${key}`.execute(db);
  return rows[0];
}

/** Whether a key was used for a decision: then it stands for nothing else. */
export async function isOfDecision(db: Db, authority: string, principal: string, key: Buffer): Promise<boolean> {
  const { rows } = await sql`select from decision_key
    where authority = ${authority} and principal = ${principal} and key = ${key}`.execute(db);
  return rows.length > 0;
}

/** The number of the batch of a key: the same however often and at whichever node it is asked for. */
export async function batchOf(db: Db, authority: string, principal: string, key: Buffer): Promise<number> {
  const { rows } = await sql<{ batch: number }>`
    insert into edit_key (authority, principal, key) values (${authority}, ${principal}, ${key})
    on conflict (authority, principal, key) do update set key = excluded.key returning batch`.execute(db);
  const [numbered] = rows;
  if (numbered === undefined) throw new Error('An idempotency key was not kept.');
  return numbered.batch;
}

/** Forgets the number of a key whose edit was not taken and may be tried again under another. */
export async function forgetBatch(db: Db, authority: string, principal: string, key: Buffer, batch: number) {
  await sql`delete from edit_key
    where authority = ${authority} and principal = ${principal} and key = ${key} and batch = ${batch}`.execute(db);
}

/** The ids of the rows that the edit of a key makes: none can guess them, and a repetition makes the same. */
export function idsOf({ cursorKey }: Authority, principal: string, key: Buffer): () => string {
  let count = 0;
  return entityIds((length) => {
    const hmac = createHmac('sha256', cursorKey).update(`row/${principal}/${count}/`).update(key).digest();
    count += 1;
    return new Uint8Array(hmac.subarray(0, length));
  });
}
