import type { AppCode } from './app-code.ts';

/** Those of an app who listen to something. One that throws keeps no other from hearing. */
export class Listeners {
  readonly #appCode: AppCode;
  readonly #listeners = new Set<() => void>();

  constructor(appCode: AppCode) {
    this.#appCode = appCode;
  }

  subscribe(listener: () => void): () => void {
    // Wrapped, so that one function subscribed twice is two subscriptions.
    const own = (): void => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  tell(): void {
    for (const listener of Array.from(this.#listeners)) this.#appCode.call('listener', listener);
  }

  clear(): void {
    this.#listeners.clear();
  }
}

/** What Yjs and its awareness have in common: functions by the name of an event. */
interface Emitter {
  readonly _observers: ReadonlyMap<unknown, Iterable<(...args: unknown[]) => void>>;
}

/**
 * Has those who listen to a document, or to an awareness, hear one by one: by itself Yjs leaves out whoever comes after
 * one that throws, and parts of its own work with them.
 */
export function guardEvents(source: Emitter, appCode: AppCode): void {
  const emit = (name: unknown, args: readonly unknown[]): void => {
    for (const listener of Array.from(source._observers.get(name) ?? [])) {
      appCode.call('listener', () => listener(...args));
    }
  };
  Object.assign(source, { emit });
}
