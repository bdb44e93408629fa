/**
 * The ports of a caseload for a browser: IndexedDB, WebSocket, Web Locks, BroadcastChannel, clock and randomness.
 *
 * ```ts
 * const scope = { authority: location.host, principal: 'asha' };
 * const caseload = await openCaseload({ ...browserPorts(scope), token, schemas, project });
 * ```
 *
 * @packageDocumentation
 */
export { browserClock } from './browser-clock.ts';
export { type BrowserPorts, browserPorts } from './browser-ports.ts';
export { browserRandom } from './browser-random.ts';
export { fetchDemoPeople, demoToken } from './demo.ts';
export { indexedDbStore } from './indexed-db/indexed-db-store.ts';
export { askToPersist, type Persistence, type Room, roomLeft } from './persistence.ts';
export type { Scope } from './scope.ts';
export { tabChannel } from './tab-channel.ts';
export { webLocks } from './web-locks.ts';
export { type WebSocketOptions, webSocketTransport } from './web-socket-transport.ts';
