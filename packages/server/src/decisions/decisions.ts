import { type DecisionRefusal, parseCommand, type ParsedCommand, personsOf, refusalOf } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { decideIn, lockAuthority } from '../directory/decide.ts';
import { carryOut } from './carry-out.ts';
import { type CommandKey, type CommandOutcome, commandHash, keepOutcome, knownOutcome } from './command-outcomes.ts';
import { judgeCommand } from './judge-command.ts';

/** A command as it comes: from a device, or through GraphQL. */
export interface GivenCommand {
  /** Who gives it. */
  readonly principal: string;
  /** JSON; whether it is a command is judged like everything else. */
  readonly command: unknown;
  /** The position of the log that it was given on; null where that is not known. */
  readonly base: number | null;
  readonly key: CommandKey;
  readonly at: number;
  /** Why, in the words of whoever gives it; kept with the decision and told to no device. */
  readonly reason: string | null;
}

/** What decisions need. */
export interface DecisionsOptions {
  readonly db: Db;
  readonly authority: string;
  /** Called after each decision; its outcome is told once it is done. */
  readonly decided: () => Promise<void>;
}

const MOST_REASON = 4_000;

type Decided = Exclude<CommandOutcome, { readonly type: 'key-reused' }>;

/**
 * Carries out commands: each is judged on what is decided, ordered in the one log of the authority, attributed, audited,
 * and answered once, in one transaction. Devices and GraphQL come here, and nothing else decides for a person.
 */
export class Decisions {
  readonly #options: DecisionsOptions;

  constructor(options: DecisionsOptions) {
    this.#options = options;
  }

  /** Carries out a command, or says why not. Rejects only if the store fails; then nothing was decided, or a repetition tells what. */
  async command(given: GivenCommand): Promise<CommandOutcome> {
    const { db, authority, decided } = this.#options;
    const { principal, key } = given;
    const hash = key.type === 'batch' ? key.hash : commandHash(JSON.stringify(given.command));
    const known = await knownOutcome(db, authority, principal, key, hash);
    if (known !== undefined) return known;
    const outcome = await db.transaction().execute(async (trx): Promise<CommandOutcome> => {
      await lockAuthority(trx, authority);
      // Another node may have decided it meanwhile; while the row is held, none can.
      const meanwhile = await knownOutcome(trx, authority, principal, key, hash);
      if (meanwhile !== undefined) return meanwhile;
      const came = await this.#decide(trx, given);
      await keepOutcome(trx, authority, principal, key, hash, came);
      await audit(trx, authority, given, came);
      return came;
    });
    if (outcome.type === 'decided') await decided();
    return outcome;
  }

  async #decide(trx: Trx, given: GivenCommand): Promise<Decided> {
    const { authority } = this.#options;
    const { principal, key, base, reason } = given;
    const parsed = parseCommand(given.command);
    if (parsed.type === 'refused' || !isKept(reason)) return { type: 'not-decided', ...faultOf(parsed) };
    const { command } = parsed;
    const at = await inOrder(trx, authority, command.record, given.at);
    const [device, batch] = key.type === 'batch' ? [key.device, key.batch] : [null, null];
    const refusal = await judgeCommand(trx, authority, command, { principal, device, base, at });
    if (refusal !== undefined) return { type: 'not-decided', ...refusal };
    const records = [command.record, ...personsOf(command).map(({ person }) => person)];
    const source = { command, principal, device, batch, base, reason };
    const decision = await decideIn(trx, authority, { kind: command.type, records, at, source }, () =>
      carryOut(trx, authority, command, { principal, at }),
    );
    return { type: 'decided', decision };
  }
}

/** A command that waited for another one, or comes from a node whose clock is behind, is not decided before it. */
async function inOrder(trx: Trx, authority: string, record: string, at: number): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select at from decision where authority = ${authority} and record = ${record} order by seq desc limit 1`.execute(
    trx,
  );
  return Math.max(at, rows[0]?.at ?? at);
}

const faultOf = (parsed: ParsedCommand): DecisionRefusal =>
  (parsed.type === 'refused' ? parsed.refusals[0] : undefined) ?? refusalOf('malformed');

/** A reason that no store keeps, or that is longer than anyone reads, is none. */
const isKept = (reason: string | null): boolean =>
  reason === null || (reason.length <= MOST_REASON && reason.isWellFormed() && !reason.includes('\u0000'));

/** What was done and by whom, without a word of what was said. */
async function audit(
  trx: Trx,
  authority: string,
  { principal, key, at }: GivenCommand,
  outcome: Decided,
): Promise<void> {
  const [device, batch] = key.type === 'batch' ? [key.device, key.batch] : [null, null];
  const record = outcome.type === 'decided' ? outcome.decision.record : null;
  const code = outcome.type === 'decided' ? outcome.decision.kind : outcome.code;
  await sql`insert into audit (authority, at, kind, principal, device, batch, record, code)
    values (${authority}, ${at}, ${outcome.type}, ${principal}, ${device}, ${batch}, ${record}, ${code})`.execute(trx);
}
