import type { OnSectionError, SectionCallback } from '@caseweave/record';

/**
 * Which of the functions that an app gives has thrown: an option, a function of a section's schema, or whoever listens to
 * the caseload, to a record, to a section, its document or its presence.
 */
export type AppCallback =
  | 'attentionWords'
  | 'decisions.check'
  | 'decisions.fold'
  | 'decisions.record'
  | 'decisions.records'
  | 'decisions.words'
  | 'project'
  | 'schemas'
  | 'token'
  | Exclude<SectionCallback, 'author-of'>;

/** Hears what a function of the app has thrown: which it was, and nothing of what people wrote. */
export type OnAppError = (where: AppCallback, error: unknown) => void;

/** The one place in which functions of the app are called: one that throws harms nothing else, and is told of. */
export class AppCode {
  readonly #onError: OnAppError;

  constructor(onError: OnAppError = (_where, error) => uncaught(error)) {
    this.#onError = onError;
  }

  /** Gives what the function gives; undefined if it throws. */
  call<Result>(where: AppCallback, run: () => Result): Result | undefined {
    try {
      return run();
    } catch (error) {
      this.report(where, error);
      return undefined;
    }
  }

  /** Tells of something that was thrown. */
  readonly report = (where: AppCallback, error: unknown): void => {
    try {
      this.#onError(where, error);
    } catch (mistake) {
      uncaught(mistake);
    }
  };

  /** Tells of what was thrown through a section. Who wrote what is not the app's to say here. */
  readonly reportOfSection: OnSectionError = (where, error) => {
    if (where === 'author-of') uncaught(error);
    else this.report(where, error);
  };
}

/** As a runtime treats what nobody has caught. */
function uncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

// Pages, workers and Node.js all have it.
const { queueMicrotask } = globalThis as unknown as { queueMicrotask(run: () => void): void };
