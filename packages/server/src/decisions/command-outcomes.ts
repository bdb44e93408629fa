import { createHash } from 'node:crypto';
import type { DecisionRefusal } from '@caseweave/model';
import type { BatchResult } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { keptJson } from '../database/kept-json.ts';
import { type Logged, loggedColumns } from './logged.ts';

/** What makes that a command is carried out once, however often it comes. */
export type CommandKey =
  /** A device's number for it, of the same sequence as its batches; the hash is that of the command. */
  | { readonly type: 'batch'; readonly device: string; readonly batch: number; readonly hash: Buffer }
  /** A key that whoever gave it chose for it. */
  | { readonly type: 'key'; readonly key: string };

/** What became of a command. */
export type CommandOutcome =
  | { readonly type: 'decided'; readonly decision: Logged }
  | ({ readonly type: 'not-decided' } & DecisionRefusal)
  /** The same number or key came with another command before. */
  | { readonly type: 'key-reused' };

/** What tells whether a command is the one that came before under its number or key. */
export const commandHash = (command: string): Buffer => createHash('sha256').update('decide/').update(command).digest();

interface Kept {
  readonly hash: Buffer;
  readonly result: BatchResult;
  readonly seq: number | null;
}

/** What became of a command that came before; undefined for one that is new. */
export async function knownOutcome(
  db: Db,
  authority: string,
  principal: string,
  key: CommandKey,
  hash: Buffer,
): Promise<CommandOutcome | undefined> {
  const { rows } =
    key.type === 'batch'
      ? await sql<Kept>`
          select o.hash, o.result, d.seq from outcome o
            left join decision d on d.authority = o.authority and d.device = o.device and d.batch = o.batch
          where o.authority = ${authority} and o.device = ${key.device} and o.batch = ${key.batch}`.execute(db)
      : await sql<Kept>`
          select hash, outcome->'result' as result, (outcome->>'seq')::bigint as seq from decision_key
          where authority = ${authority} and principal = ${principal} and key = ${digestOf(key.key)}`.execute(db);
  const [kept] = rows;
  if (kept === undefined) return undefined;
  if (!kept.hash.equals(hash)) return { type: 'key-reused' };
  if (kept.result.type === 'not-decided') return kept.result;
  const { rows: decided } = await sql<Logged>`
    select ${loggedColumns} from decision where authority = ${authority} and seq = ${kept.seq}`.execute(db);
  const [decision] = decided;
  if (decision === undefined) throw new Error('A decision that was told is not in the log.');
  return { type: 'decided', decision };
}

/** Keeps what became of a command, in the transaction that decided it. */
export async function keepOutcome(
  trx: Trx,
  authority: string,
  principal: string,
  key: CommandKey,
  hash: Buffer,
  outcome: Exclude<CommandOutcome, { readonly type: 'key-reused' }>,
): Promise<void> {
  const result: BatchResult = outcome.type === 'decided' ? { type: 'taken' } : outcome;
  if (key.type === 'batch') {
    await sql`insert into outcome (authority, device, batch, hash, result)
      values (${authority}, ${key.device}, ${key.batch}, ${hash}, ${keptJson(result)}::jsonb)`.execute(trx);
    return;
  }
  const kept = keptJson({ result, seq: outcome.type === 'decided' ? outcome.decision.seq : null });
  await sql`insert into decision_key (authority, principal, key, hash, outcome)
    values (${authority}, ${principal}, ${digestOf(key.key)}, ${hash}, ${kept}::jsonb)`.execute(trx);
}

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();
