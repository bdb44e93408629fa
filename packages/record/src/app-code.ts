/** Which of the functions that an app gave has thrown. */
export type SectionCallback = 'author-of' | 'listener' | 'standing' | 'upgrade' | 'validator' | 'words';

/** Hears what a function of the app has thrown. */
export type OnSectionError = (where: SectionCallback, error: unknown) => void;

/**
 * Where the functions of an app are called: one that throws keeps nothing from being read or written, and whoever is open
 * hears of it.
 */
export class AppCode {
  readonly #hearing = new Map<OnSectionError, number>();

  /** Gives what the function gives; if it throws, that is told, and something else stands. */
  call<Result>(where: SectionCallback, run: () => Result, otherwise: Result): Result {
    try {
      return run();
    } catch (error) {
      this.report(where, error);
      return otherwise;
    }
  }

  report(where: SectionCallback, error: unknown): void {
    for (const hear of Array.from(this.#hearing.keys())) tell(hear, where, error);
  }

  /** Tells of what is thrown from now on, each once, until released. */
  hear(onError: OnSectionError): () => void {
    this.#hearing.set(onError, (this.#hearing.get(onError) ?? 0) + 1);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const left = (this.#hearing.get(onError) ?? 1) - 1;
      if (left === 0) this.#hearing.delete(onError);
      else this.#hearing.set(onError, left);
    };
  }
}

/** Tells of something that was thrown. Whoever hears of mistakes has nobody to tell of their own. */
export function tell(hear: OnSectionError, where: SectionCallback, error: unknown): void {
  try {
    hear(where, error);
  } catch {
    // It was told, and that is all that can be done.
  }
}
