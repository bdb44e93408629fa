import { LIMITS } from '../limits/limits.ts';
import type { Touched } from '../sources/following.ts';

/** Why following came to its end. */
export type EndedWhy = 'NOTHING_TO_FOLLOW' | 'SIGN_IN_AGAIN' | 'BEGIN_AGAIN' | 'TOO_MANY';

/** The last event of a subscription. */
export interface EndedShape {
  readonly type: 'ended';
  readonly why: EndedWhy;
}

/** What has happened since it was last asked for, or that there is nothing more to come. */
export type Gathered =
  | { readonly type: 'gathered'; readonly position: number; readonly records: readonly Touched[] }
  | EndedShape;

// A timer of Node.js waits no longer than this.
const LONGEST = 2 ** 31 - 1;

/**
 * The place of one who follows. What happens is gathered by record until it is asked for, so a slow reader costs no more
 * than the records that concern them, and hears of several changes at once.
 */
export class Follower implements Disposable {
  readonly principal: string;
  readonly #concerns: (touched: Touched) => boolean;
  readonly #leave: () => void;
  readonly #expiry: NodeJS.Timeout;
  readonly #gathered = new Map<string, Touched>();
  #position = 0;
  #ended: EndedWhy | undefined;
  #wake: (() => void) | undefined;

  constructor(principal: string, concerns: (touched: Touched) => boolean, life: number, leave: () => void) {
    this.principal = principal;
    this.#concerns = concerns;
    this.#leave = leave;
    this.#expiry = setTimeout(() => this.end('SIGN_IN_AGAIN'), Math.min(Math.max(life, 0), LONGEST));
    this.#expiry.unref();
  }

  /** What has happened since the last time; waits until something has. */
  async next(): Promise<Gathered> {
    if (this.#ended === undefined && this.#gathered.size === 0) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    if (this.#ended !== undefined) return { type: 'ended', why: this.#ended };
    const records = [...this.#gathered.values()];
    this.#gathered.clear();
    return { type: 'gathered', position: this.#position, records };
  }

  hear(position: number, records: readonly Touched[]): void {
    const mine = records.filter((one) => this.#concerns(one));
    if (mine.length === 0) return;
    this.#position = position;
    for (const one of mine) this.#gathered.set(one.record, together(this.#gathered.get(one.record), one));
    if (this.#gathered.size > LIMITS.followingGathered) return this.end('BEGIN_AGAIN');
    this.#wake?.();
  }

  /** There is nothing more to come. What was gathered and not asked for is not told: it is judged when it is told. */
  end(why: EndedWhy): void {
    this.#ended ??= why;
    this.#wake?.();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#expiry);
    this.#leave();
    this.end('BEGIN_AGAIN');
  }
}

/** The same record touched twice: each section is named once, and of each record the oldest state is the one before. */
function together(earlier: Touched | undefined, later: Touched): Touched {
  if (earlier === undefined) return later;
  return {
    record: later.record,
    kind: later.kind,
    keys: new Set([...earlier.keys, ...later.keys]),
    written: [...new Map([...earlier.written, ...later.written].map((one) => [one.id, one])).values()],
    decided: [
      ...earlier.decided,
      ...later.decided.filter(({ record }) => !earlier.decided.some((one) => one.record === record)),
    ],
  };
}
