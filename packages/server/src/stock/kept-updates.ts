/** Updates that are kept until they can be dealt with, up to a limit. */
export class KeptUpdates {
  readonly #mostBytes: number;
  readonly #most: number;
  #updates: Uint8Array[] = [];
  #bytes = 0;

  constructor(mostBytes: number, most = Infinity) {
    this.#mostBytes = mostBytes;
    this.#most = most;
  }

  /** Keeps one more; false if that is more than is kept. Updates without a byte take room too. */
  add(update: Uint8Array): boolean {
    this.#updates.push(update);
    this.#bytes += update.length;
    return this.#bytes <= this.#mostBytes && this.#updates.length <= this.#most;
  }

  /** Gives them up, in the order in which they came. */
  take(): readonly Uint8Array[] {
    return this.#updates.splice(0);
  }
}
