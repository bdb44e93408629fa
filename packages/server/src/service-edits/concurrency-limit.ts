/** Runs what is asked for under one name a few at a time, in order: the rest waits. */
export class ConcurrencyLimit {
  readonly #most: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(most: number) {
    this.#most = most;
  }

  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    if ((this.#running.get(name) ?? 0) >= this.#most) {
      // Whoever is done hands its place on, so that the count stays as it is.
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]);
      await promise;
    } else this.#running.set(name, (this.#running.get(name) ?? 0) + 1);
    try {
      return await work();
    } finally {
      this.#leave(name);
    }
  }

  #leave(name: string): void {
    const waiting = this.#waiting.get(name) ?? [];
    const next = waiting.shift();
    if (waiting.length === 0) this.#waiting.delete(name);
    if (next !== undefined) return next();
    const left = (this.#running.get(name) ?? 1) - 1;
    if (left === 0) this.#running.delete(name);
    else this.#running.set(name, left);
  }
}
