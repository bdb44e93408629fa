/**
 * The ports of a caseload for a browser: IndexedDB, WebSocket, Web Locks, BroadcastChannel, clock and randomness.
 *
 * ```ts
 * const scope = { authority: location.host, principal: 'asha' };
 * const caseload = await openCaseload({
 *   store: indexedDbStore(scope), locks: webLocks(scope), channel: tabChannel(scope),
 *   transport: webSocketTransport({ url }), clock: browserClock, random: browserRandom,
 *   token, schemas, project,
 * });
 * ```
 *
 * @packageDocumentation
 */
export { browserClock } from './browser-clock.ts';
export { browserRandom } from './browser-random.ts';
export { indexedDbStore } from './indexed-db/indexed-db-store.ts';
export { askToPersist, type Persistence, type Room, roomLeft } from './persistence.ts';
export type { Scope } from './scope.ts';
export { tabChannel } from './tab-channel.ts';
export { webLocks } from './web-locks.ts';
export { type WebSocketOptions, webSocketTransport } from './web-socket-transport.ts';
