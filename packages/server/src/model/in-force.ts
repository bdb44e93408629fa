import type { RightsTable } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Authority } from '../directory/authority.ts';
import type { ModelInUse } from './model-in-use.ts';
import { type ModelRelease, newerIn, releaseOf } from './model-release.ts';

/** A newer release of the model runs on this store: this node serves nobody any more until it is started anew. */
class Outdated extends Error {
  readonly code = 'outdated';

  constructor() {
    super('A newer release of the model runs on this store. Start this node with it too.');
    this.name = 'Outdated';
  }
}

/**
 * Which rights are in force, at this node as at the others of its authority: a node that is started with another rights
 * table, or with a newer model, has the others take them over, or stop.
 */
export class InForce {
  readonly #authority: Authority;
  readonly #model: ModelInUse;
  #isOutdated = false;

  constructor(authority: Authority, model: ModelInUse) {
    this.#authority = authority;
    this.#model = model;
  }

  /** Whether a newer release of the model runs on the store. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /**
   * Makes sure that what is judged while the authority's row is held is judged by the rights in force.
   *
   * @param policy - the one that the row has
   * @throws {Outdated}
   */
  async sure(db: Db, policy: number): Promise<void> {
    if (policy !== this.#authority.policy) await this.renew(db);
    if (this.#isOutdated) throw new Outdated();
  }

  /** Takes over what another node has put in force. */
  async renew(db: Db): Promise<void> {
    const { rows } = await sql<{ policy: number; model: ModelRelease | null; rights: RightsTable | null }>`
      select policy, model, rights_table as rights from authority where id = ${this.#authority.id}`.execute(db);
    const [now] = rows;
    if (now === undefined) return;
    if (now.model !== null && newerIn(now.model, releaseOf(this.#model.now)).length > 0) this.#isOutdated = true;
    if (now.rights !== null && !this.#isOutdated) this.#model.put(now.rights);
    this.#authority.policy = now.policy;
  }
}
