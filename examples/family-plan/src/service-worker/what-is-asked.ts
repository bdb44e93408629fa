/** What the service worker does with a request. */
export type RequestTarget =
  /** The app's page: every address of the app shows the same one. */
  | { readonly type: 'page' }
  /** A file of the app. */
  | { readonly type: 'file'; readonly path: string }
  /** None of ours: data, sign-in, other origins. The browser goes to the network, and nothing of the answer is kept. */
  | { readonly type: 'not-ours' };

/** The parts of a request that decide it. */
export interface RequestParts {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

// What the server answers by itself. A page of the app is never at these.
const servers = /^\/(?:graphql|sync|y|demo|healthz)(?:\/|$)/;

/** Says what is asked for, and whether this version of the app has it. */
export function whatIsAsked(
  { method, mode, url }: RequestParts,
  origin: string,
  files: ReadonlySet<string>,
): RequestTarget {
  const { origin: at, pathname } = new URL(url);
  if (method !== 'GET' || at !== origin || servers.test(pathname)) return { type: 'not-ours' };
  if (files.has(pathname) || pathname.startsWith('/assets/')) return { type: 'file', path: pathname };
  const isPage = mode === 'navigate' && !/\.[^/]*$/.test(pathname);
  return isPage ? { type: 'page' } : { type: 'not-ours' };
}
