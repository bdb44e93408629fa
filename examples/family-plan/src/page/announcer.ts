// At most one a few seconds, so that a screen reader is not talked over.
const pause = 4_000;

let said = '';
let waiting: string | null = null;
let quietUntil = 0;
const listeners = new Set<() => void>();

/** What is to be read out now. */
export const announcement = (): string => said;

/** Calls back when there is something else to read out. */
export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has something read out politely; of several in a few seconds the last is. */
export function announce(words: string): void {
  const now = Date.now();
  if (now >= quietUntil) {
    say(words, now);
    return;
  }
  const isFirst = waiting === null;
  waiting = words;
  if (isFirst) window.setTimeout(sayWaiting, quietUntil - now);
}

function sayWaiting(): void {
  const words = waiting;
  waiting = null;
  if (words !== null) say(words, Date.now());
}

function say(words: string, now: number): void {
  // The same words again are a change too: a no-break space makes them one.
  said = words === said ? `${words}\u00a0` : words;
  quietUntil = now + pause;
  for (const listener of listeners) listener();
}
