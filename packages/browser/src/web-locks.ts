import type { HeldLock, Locks } from '@caseweave/caseload';
import { type Scope, scopeName } from './scope.ts';

/** Locks that the tabs of one person and authority share, by the Web Locks API: a tab that is gone holds none. */
export function webLocks(scope: Scope): Locks {
  const nameOf = (name: string) => `${scopeName(scope)} ${name}`;

  /** The browser holds the lock as long as the promise that its callback gave is open. */
  const request = (name: string, options: LockOptions): Promise<HeldLock | undefined> =>
    new Promise((resolve, reject) => {
      navigator.locks
        .request(nameOf(name), options, (lock) => {
          if (lock === null) {
            resolve(undefined);
            return undefined;
          }
          return new Promise<void>((release) => {
            resolve({ release });
          });
        })
        .catch((error: unknown) => {
          if (error instanceof DOMException && error.name === 'AbortError') resolve(undefined);
          else reject(error instanceof Error ? error : new Error('A lock could not be requested.'));
        });
    });

  return {
    tryTake: (name) => request(name, { ifAvailable: true }),
    wait: (name) => {
      const leaving = new AbortController();
      return { held: request(name, { signal: leaving.signal }), cancel: () => leaving.abort() };
    },
  };
}
