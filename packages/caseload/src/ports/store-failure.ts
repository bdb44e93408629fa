/**
 * Why a store could not do what it was asked.
 *
 * - `quota`: the device has no room left.
 * - `closed`: the database was closed under us: the site's data was cleared, or another tab took a newer version.
 * - `blocked`: another tab holds an older version open.
 * - `newer`: the database was written by a newer version of the app.
 * - `unavailable`: this browser offers no store here (a private window, mostly).
 * - `failed`: anything else.
 */
export type StoreFailureCode = 'quota' | 'closed' | 'blocked' | 'newer' | 'unavailable' | 'failed';

const remedies: Readonly<Record<StoreFailureCode, string>> = {
  quota: 'Make room on this device; the change is stored as soon as there is some.',
  closed: 'Reload this page.',
  blocked: 'Close the other tabs of this app, then reload this page.',
  newer: 'Reload this page to get the newer version of the app.',
  unavailable: 'Open the app in an ordinary window, or allow it to store data.',
  failed: 'Reload this page; if it happens again, tell support the code.',
};

/** Rejects a store's promise. Nothing of what was asked has happened. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly code: StoreFailureCode;
  /** What the person at the device can do. */
  readonly remedy: string;

  constructor(code: StoreFailureCode, detail?: string) {
    super(`The store on this device failed (${code}${detail === undefined ? '' : `: ${detail}`}).`);
    this.code = code;
    this.remedy = remedies[code];
  }
}

/** Sees any error as a store failure. */
export const asStoreFailure = (error: unknown): StoreFailure =>
  error instanceof StoreFailure ? error : new StoreFailure('failed', error instanceof Error ? error.name : undefined);
