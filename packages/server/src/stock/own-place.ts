import type { Presence, SectionId } from '@caseweave/protocol';
import { STOCK } from './stock-limits.ts';
import type { AwarenessEntry } from './stock-messages.ts';
import { readState } from './stock-places.ts';

/** What tells where a client is needs. */
export interface OwnPlaceOptions {
  readonly section: SectionId;
  /** Which of these clientIDs are this client's own. */
  readonly own: (clients: readonly number[]) => Promise<readonly number[]>;
  /** Takes a clientID for this connection; false if it is not this client's to show. */
  readonly take: (client: number) => boolean;
  readonly present: (presence: Presence) => void;
  readonly now: () => number;
}

/**
 * Where one stock client is. A stock provider sends back all that it hears of others, so only one clientID counts: the
 * first that is its own. It is told a few times a second at most, the newest state each time.
 */
export class OwnPlace {
  readonly #options: OwnPlaceOptions;
  #client: number | undefined;
  #waiting: string | null | undefined;
  #timer: NodeJS.Timeout | undefined;
  #clock = 0;

  constructor(options: OwnPlaceOptions) {
    this.#options = options;
  }

  /** The clientID that it is shown under. */
  get client(): number | undefined {
    return this.#client;
  }

  async hear(entries: readonly AwarenessEntry[]): Promise<void> {
    this.#client ??= await this.#find(entries);
    const entry = entries.findLast(({ client }) => client === this.#client);
    const state = entry === undefined ? undefined : readState(entry.state);
    if (state === undefined) return;
    this.#waiting = state;
    if (this.#timer === undefined) this.#tell();
  }

  /** It has gone. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#present(null);
    this.#client = undefined;
  }

  async #find(entries: readonly AwarenessEntry[]): Promise<number | undefined> {
    const shown = entries.filter(({ state }) => readState(state) !== undefined && readState(state) !== null);
    const own = await this.#options.own(shown.map(({ client }) => client));
    return own.find((client) => this.#options.take(client));
  }

  #tell(): void {
    this.#timer = undefined;
    if (this.#waiting === undefined) return;
    this.#present(this.#waiting);
    this.#waiting = undefined;
    this.#timer = setTimeout(() => this.#tell(), STOCK.ownPlaceEvery);
  }

  #present(state: string | null): void {
    if (this.#client === undefined) return;
    const { section, now, present } = this.#options;
    this.#clock = Math.max(this.#clock + 1, Math.floor(now()));
    present({ type: 'presence', section, client: this.#client, clock: this.#clock, state });
  }
}
