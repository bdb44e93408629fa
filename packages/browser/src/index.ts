/**
 * The ports of a caseload for a browser: IndexedDB store, WebSocket transport, one writing tab.
 *
 * @packageDocumentation
 */
export {};
