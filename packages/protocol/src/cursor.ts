/**
 * How far a device has read its caseload, sealed by the server.
 *
 * Opaque to devices and of one length, so that neither its size nor its value tells of sections that they may not see.
 */
export type Cursor = Uint8Array;

/** The length of every cursor. The server seals a nonce, its generation, its policy version and a position into it. */
export const CURSOR_BYTES = 64;

/** Says whether these bytes have the length of a cursor. */
export const isCursor = (bytes: Uint8Array): bytes is Cursor => bytes.length === CURSOR_BYTES;
