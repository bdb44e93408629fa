import { useSyncExternalStore } from 'react';
import { pathOf, readRoute, type Route } from './route.ts';

const changed = 'caseweave:navigated';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(changed, listener);
  };
}

/** The page that the address bar names. */
export function useRoute(): Route {
  return readRoute(useSyncExternalStore(subscribe, () => window.location.pathname));
}

/** Goes to another page without fetching anything. */
export function navigate(route: Route): void {
  window.history.pushState(null, '', pathOf(route));
  window.dispatchEvent(new Event(changed));
}
