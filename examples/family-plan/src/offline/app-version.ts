import { useSyncExternalStore } from 'react';

/**
 * How this tab stands to the versions of the app.
 *
 * - `current`: there is no other
 * - `ready`: a new one is on this device and waits
 * - `behind`: another is in use already; this tab goes on with the former one until it is loaded again
 */
export type AppVersion = 'current' | 'ready' | 'behind';

const everyHour = 3_600_000;

let version: AppVersion = 'current';
let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

/** How this tab stands to the versions of the app. */
export const useAppVersion = (): AppVersion => useSyncExternalStore(subscribe, () => version);

/** Has the version that waits take over. Every tab then becomes `behind`, and is loaded again when its person says so. */
export function takeNewVersion(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
  waiting?.postMessage('use-now');
}

/** Keeps the app on this device, so that it opens without the server, and watches for new versions. */
export async function keepAppOnDevice(): Promise<void> {
  // A file that the server does not have any more: a newer version is there, and this tab missed it.
  window.addEventListener('vite:preloadError', () => become('behind'));
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let isControlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // On the first visit the worker that takes over is of the version that the tab shows.
    if (isControlled) become('behind');
    isControlled = true;
  });
  // Where the browser keeps no workers, as in some private windows, the app works with a connection only.
  const registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => null);
  if (registration === null) return;
  const look = () => {
    waiting = registration.waiting;
    if (waiting !== null && serviceWorker.controller !== null && version === 'current') become('ready');
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  look();
  // A tab that has just loaded shows the version in use: earlier ones may go, if no other tab needs them.
  registration.active?.postMessage('tidy');
  const ask = () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  };
  window.setInterval(ask, everyHour);
  window.addEventListener('online', ask);
  document.addEventListener('visibilitychange', ask);
}

function become(next: AppVersion): void {
  if (version === 'behind') return;
  version = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
