import { parseCommand } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { isKept } from '../database/kept-json.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import type { CommandOutcome } from './command-outcomes.ts';
import { judge } from './judge.ts';
import type { CommandSource, NewEntry } from './new-entry.ts';
import { writeEntries } from './write-entries.ts';

/** A command, and where it comes from. */
export interface Given extends CommandSource {
  /** Who gives it; null where it is whoever runs the authority, whose right is not asked. */
  readonly principal: string | null;
  /** JSON; whether it is a command is judged like everything else. */
  readonly command: unknown;
  readonly at: number;
}

/** What became of a command that was given for the first time. */
export type Decided = Exclude<CommandOutcome, { readonly type: 'key-reused' }>;

/** Where decisions are taken. */
export interface DecidingIn {
  readonly authority: string;
  readonly model: ModelInUse;
}

const MOST_REASON = 4_000;

/**
 * Judges a command on what is decided, orders it in the one log of the authority, attributes and audits it. The
 * authority's row is taken already.
 */
export async function decideIn(trx: Trx, within: DecidingIn, given: Given): Promise<Decided> {
  const outcome = await outcomeOf(trx, within, given);
  await audit(trx, within.authority, given, outcome);
  return outcome;
}

async function outcomeOf(trx: Trx, { authority, model }: DecidingIn, given: Given): Promise<Decided> {
  const { principal, device, batch, base, reason } = given;
  const parsed = parseCommand(model.now, given.command);
  if (parsed.type === 'refused') return { type: 'not-decided', ...parsed.refusal };
  const { command } = parsed;
  if (!isKept(command.form) || !isReason(reason)) return { type: 'not-decided', ...model.now.refusal('malformed') };
  const at = await inOrder(trx, authority, command.record, given.at);
  const judged = await judge(trx, authority, model.now, command, { principal, device, base, at });
  if (judged.type === 'refused') return { type: 'not-decided', ...judged.refusal };
  const { carried, others } = judged;
  const entry: NewEntry = {
    type: 'decided',
    name: command.decision.name,
    version: command.decision.version,
    form: command.form as Json,
    principal,
    source: { device, batch, base, reason },
    facts: carried.state,
    begun: carried.begun,
    others,
    sections: command.sections,
  };
  const [decision] = await writeEntries(trx, authority, model.now, [entry], at);
  if (decision === undefined) throw new Error('A decision was not logged.');
  return { type: 'decided', decision };
}

/** A command that waited for another one, or comes from a node whose clock is behind, is not decided before it. */
async function inOrder(trx: Trx, authority: string, record: string, at: number): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select at from decision where authority = ${authority} and record = ${record} order by seq desc limit 1`.execute(
    trx,
  );
  return Math.max(at, rows[0]?.at ?? at);
}

/** A reason that no store keeps, or that is longer than anyone reads, is none. */
const isReason = (reason: string | null): boolean =>
  reason === null || (reason.length <= MOST_REASON && isKept(reason));

/** What was done and by whom, without a word of what was said. */
async function audit(
  trx: Trx,
  authority: string,
  { principal, device, batch, at }: Given,
  outcome: Decided,
): Promise<void> {
  const record = outcome.type === 'decided' ? outcome.decision.record : null;
  const code = outcome.type === 'decided' ? (outcome.decision.decision?.name ?? null) : outcome.code;
  await sql`insert into audit (authority, at, kind, principal, device, batch, record, code)
    values (${authority}, ${at}, ${outcome.type}, ${principal}, ${device}, ${batch}, ${record}, ${code})`.execute(trx);
}
