/** What several parts need and that is made once, when it is first asked for. */
export class MadeOnce {
  readonly #made = new Map<string, unknown>();

  /** @param key - names what is made; what is made under one key is always of one type */
  once<Made>(key: string, make: () => Made): Made {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key) as Made;
  }
}
