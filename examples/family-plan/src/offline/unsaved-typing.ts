import { useEffect, useSyncExternalStore } from 'react';

const holders = new Set<symbol>();
const listeners = new Set<() => void>();

/** Tells whether anything is typed that is not saved yet: a field that is open, a row that is being added. */
export const hasUnsavedTyping = (): boolean => holders.size > 0;

/** Tells whether anything is typed that is not saved yet, and follows it. */
export const useUnsavedTyping = (): boolean => useSyncExternalStore(subscribe, hasUnsavedTyping);

/** Has the app know, while it is so, that a form holds something that would be lost with the page. */
export function useHoldsTyping(holds: boolean): void {
  useEffect(() => {
    if (!holds) return undefined;
    const holder = Symbol('typing');
    holders.add(holder);
    tell();
    return () => {
      holders.delete(holder);
      tell();
    };
  }, [holds]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
