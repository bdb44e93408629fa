/** Thrown by `StockBytes` and caught by the reader that made it; it never leaves this folder. */
export class NotUnderstood extends Error {}

/** Reads bytes of a stock client: never past the end, numbers in their one spelling. */
export class StockBytes {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  varUint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new NotUnderstood();
      this.#at += 1;
      value += (byte & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER || (byte === 0 && scale > 1)) throw new NotUnderstood();
      if (byte < 128) return value;
    }
  }

  /** How many elements follow, when each takes at least `least` bytes. */
  count(least: number): number {
    const count = this.varUint();
    if (count * least > this.left) throw new NotUnderstood();
    return count;
  }

  /** Bytes with their length before them, as a view on the same memory. */
  block(): Uint8Array {
    const length = this.count(1);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  finish(): void {
    if (this.left > 0) throw new NotUnderstood();
  }
}
