import type { Db, Trx } from '../database/database.ts';
import { lockAuthority } from '../directory/authority.ts';
import type { InForce } from '../model/in-force.ts';
import { adoptIn } from './adopt.ts';
import { type CommandKey, type CommandOutcome, commandHash, keepOutcome, knownOutcome } from './command-outcomes.ts';
import { type Decided, decideIn, type DecidingIn } from './decide-in.ts';
import { type NewFacts, noSource } from './new-entry.ts';

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
export interface DecisionsOptions extends DecidingIn {
  readonly db: Db;
  readonly inForce: InForce;
  /** Called after each decision; its outcome is told once it is done. */
  readonly decided: () => Promise<void>;
}

/**
 * Carries out commands: each is judged on what is decided, ordered in the one log of the authority, attributed, audited,
 * and answered once, in one transaction. Devices, GraphQL and whoever runs the authority come here, and nothing else
 * decides.
 */
export class Decisions {
  readonly #options: DecisionsOptions;

  constructor(options: DecisionsOptions) {
    this.#options = options;
  }

  /** Carries out a command, or says why not. Rejects only if the store fails; then nothing was decided, or a repetition tells what. */
  async command(given: GivenCommand): Promise<CommandOutcome> {
    const { db, authority } = this.#options;
    const { principal, key, command, base, at, reason } = given;
    const hash = key.type === 'batch' ? key.hash : commandHash(JSON.stringify(command));
    const known = await knownOutcome(db, authority, principal, key, hash);
    if (known !== undefined) return known;
    const [device, batch] = key.type === 'batch' ? [key.device, key.batch] : [null, null];
    return this.together(async (trx): Promise<CommandOutcome> => {
      // Another node may have decided it meanwhile; while the row is held, none can.
      const meanwhile = await knownOutcome(trx, authority, principal, key, hash);
      if (meanwhile !== undefined) return meanwhile;
      const came = await decideIn(trx, this.#options, { principal, command, device, batch, base, reason, at });
      await keepOutcome(trx, authority, principal, key, hash, came);
      return came;
    });
  }

  /** Decides as whoever runs the authority: rights are not asked, and all else is as for anybody. */
  decide(command: unknown, at: number): Promise<Decided> {
    return this.together((trx) => this.decideIn(trx, command, at));
  }

  /**
   * Gives records their facts whole, with all the sections that they have by them, as whoever runs the authority: what is
   * brought in from elsewhere begins so. Many at once cost little more than one.
   */
  adopt(records: readonly NewFacts[], at: number): Promise<void> {
    return this.together((trx) => this.adoptIn(trx, records, at));
  }

  /** Decides in one transaction with more, in which `together` has taken the authority's row. */
  decideIn(trx: Trx, command: unknown, at: number): Promise<Decided> {
    return decideIn(trx, this.#options, { principal: null, command, ...noSource, at });
  }

  /** Gives records their facts in one transaction with more, in which `together` has taken the authority's row. */
  adoptIn(trx: Trx, records: readonly NewFacts[], at: number): Promise<void> {
    return adoptIn(trx, this.#options.authority, this.#options.model.now, records, at);
  }

  /** Does something in one transaction that has taken the authority's row; live connections hear of it before it is done. */
  async together<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result> {
    const { db, authority, inForce, decided } = this.#options;
    const result = await db.transaction().execute(async (trx) => {
      await inForce.sure(trx, await lockAuthority(trx, authority));
      return work(trx);
    });
    await decided();
    return result;
  }
}
