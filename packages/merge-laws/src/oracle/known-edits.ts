/** A set of edits, by number. */
export class KnownEdits {
  readonly #words: number[];
  #changes = 0;

  constructor(words: readonly number[] = []) {
    this.#words = [...words];
  }

  /** How often anything was added: as long as it is the same, so is the set. */
  get changes(): number {
    return this.#changes;
  }

  has(edit: number): boolean {
    return (((this.#words[edit >>> 5] ?? 0) >>> (edit & 31)) & 1) === 1;
  }

  add(edit: number): void {
    const word = edit >>> 5;
    while (this.#words.length <= word) this.#words.push(0);
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (edit & 31));
    this.#changes += 1;
  }

  copy(): KnownEdits {
    return new KnownEdits(this.#words);
  }

  /** Whether all that is known here is known there. */
  isWithin(other: KnownEdits): boolean {
    return this.#words.every((bits, word) => (bits & ~(other.#words[word] ?? 0)) === 0);
  }

  equals(other: KnownEdits): boolean {
    return this.isWithin(other) && other.isWithin(this);
  }
}
