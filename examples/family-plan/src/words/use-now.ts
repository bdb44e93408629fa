import { useSyncExternalStore } from 'react';

const everyMinute = 60_000;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  const timer = window.setInterval(() => {
    now = Date.now();
    listener();
  }, everyMinute);
  return () => window.clearInterval(timer);
}

/** The time, to the minute: enough for "in 3 days" and "today at 10:42". */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
