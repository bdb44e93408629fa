/**
 * The app without the server: keeps the files of its version and gives them out. It keeps nothing else; what a
 * practitioner reads and writes is in the caseload's own store.
 *
 * @packageDocumentation
 */
import { KeptFiles, type BuiltFile } from './kept-files.ts';
import { whatIsAsked } from './what-is-asked.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const __BUILT__: { readonly version: string; readonly files: readonly BuiltFile[] };

const { version, files } = __BUILT__;
const kept = new KeptFiles(version, files);
const paths = new Set(files.map(({ path }) => path));

self.addEventListener('install', (event) => {
  // No skipping ahead: a new version waits until it is asked to, or until every tab of the former one has closed.
  event.waitUntil(kept.fill());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy(0).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const asked = whatIsAsked(event.request, self.location.origin, paths);
  if (asked.type === 'not-ours') return;
  const found = asked.type === 'page' ? kept.page() : kept.file(asked.path);
  event.respondWith(found.then((answer) => answer ?? fetch(event.request)));
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-now') event.waitUntil(self.skipWaiting());
  if (event.data === 'tidy') event.waitUntil(tidy(1));
});

/** Removes former versions, unless more tabs are open than those that are known to need none. */
async function tidy(known: number): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length <= known) await kept.keepAlone();
}
