import { type BatchResult, clientsInUpdate } from '@caseweave/protocol';
import { batchHash } from '../log/batch.ts';
import type { Node } from '../node/node.ts';
import type { Allowance } from './allowance.ts';
import { type Claimant, claimClients } from './claim-clients.ts';
import { STOCK } from './stock-limits.ts';

/** An update in which nothing is. */
const NOTHING = 2;

/** What a writer needs. */
export interface StockWriterOptions {
  readonly node: Node;
  /** Names the connection in the log, as a device is named. */
  readonly device: string;
  readonly claimant: Claimant;
  /** Of new clientIDs, for this person. */
  readonly claims: Allowance;
  /** What became of an update that was not taken. */
  readonly notTaken: (result: BatchResult) => void;
  /** Too many new clientIDs. */
  readonly tooMany: () => void;
  readonly failed: (error: unknown) => void;
}

/** Hands what a stock client writes to the log, in order, under the clientIDs that it has claimed. */
export class StockWriter {
  readonly #options: StockWriterOptions;
  readonly #own = new Set<number>();
  readonly #notOwn = new Set<number>();
  #batch = 0;
  #inFlight = 0;
  #roomed: (() => void) | undefined;

  constructor(options: StockWriterOptions) {
    this.#options = options;
  }

  /** Claims those clientIDs that nobody holds; gives those that are this client's. */
  async own(clients: readonly number[]): Promise<readonly number[]> {
    await this.#claim(clients);
    return clients.filter((client) => this.#own.has(client));
  }

  /** Hands an update over; done when there is room for the next one. */
  async write(update: Uint8Array): Promise<void> {
    if (update.length === NOTHING && update.every((byte) => byte === 0)) return;
    // What cannot be read is handed over too: that it was refused belongs in the audit.
    if (!(await this.#claim(clientsInUpdate(update) ?? []))) return;
    const { node, device, claimant } = this.#options;
    const { section, epoch, principal } = claimant;
    const parts = [{ section, epoch, base: null, update }];
    this.#inFlight += 1;
    this.#batch += 1;
    node.committer
      .append({
        device,
        principal,
        batch: this.#batch,
        hash: batchHash(parts),
        parts,
        leasedTo: (client) => this.#own.has(client),
        versions: {},
        at: node.now(),
      })
      .then(
        (result) => this.#answered(result),
        (error: unknown) => this.#options.failed(error),
      );
    if (this.#inFlight >= STOCK.updatesInFlight) await new Promise<void>((room) => (this.#roomed = room));
  }

  /** False if this person has claimed so many that they have to wait: then the connection is over. */
  async #claim(clients: readonly number[]): Promise<boolean> {
    const { node, claimant, claims, tooMany } = this.#options;
    const fresh = clients.filter((client) => !this.#own.has(client) && !this.#notOwn.has(client));
    const fits =
      fresh.length <= STOCK.claimsInMessage &&
      this.#own.size + this.#notOwn.size + fresh.length <= STOCK.claimsOnConnection;
    if (fresh.length === 0 || !fits) return true;
    if (!claims.spend(fresh.length)) {
      tooMany();
      return false;
    }
    const claimed = new Set(await claimClients(node.database.db, node.authority.id, claimant, fresh));
    for (const client of fresh) (claimed.has(client) ? this.#own : this.#notOwn).add(client);
    return true;
  }

  #answered(result: BatchResult): void {
    this.#inFlight -= 1;
    this.#roomed?.();
    this.#roomed = undefined;
    if (result.type !== 'taken') this.#options.notTaken(result);
  }
}
