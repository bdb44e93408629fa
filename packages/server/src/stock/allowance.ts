/** How long is waited for a little more. */
const A_MOMENT = 20;

/** Something of which so much may be spent at once, and which grows back with time. */
export class Allowance {
  readonly #most: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #left: number;
  #at: number;

  constructor(most: number, perSecond: number, now: () => number) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#left = most;
    this.#at = now();
  }

  /** Whether nothing of it is missing. */
  get isWhole(): boolean {
    this.#grow();
    return this.#left >= this.#most;
  }

  /** Spends some of it, if there is enough. */
  spend(cost: number): boolean {
    this.#grow();
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }

  /** Spends one of it as soon as there is one; gives up, with false, once it is `over`. */
  async wait(over: () => boolean): Promise<boolean> {
    while (!over()) {
      if (this.spend(1)) return true;
      await new Promise((again) => setTimeout(again, A_MOMENT));
    }
    return false;
  }

  #grow(): void {
    const now = this.#now();
    // A clock that was set back gives nothing and takes nothing.
    this.#left = Math.min(this.#most, this.#left + (Math.max(0, now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
  }
}
