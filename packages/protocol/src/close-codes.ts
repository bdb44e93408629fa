/** The WebSocket close codes of `caseweave.v1`, each in the band that says what the device does next. */
export const CLOSE = {
  /** A common end: the other side said goodbye. */
  done: 1000,
  tryAgain: 4000,
  restarting: 4001,
  tooSlow: 4002,
  idle: 4003,
  busy: 4004,
  /** Used by the device: the server has not answered a ping. */
  silent: 4005,
  tokenExpired: 4100,
  tokenRefused: 4101,
  wrongDevice: 4102,
  revoked: 4200,
  wrongVersion: 4300,
  notUnderstood: 4301,
  gone: 4500,
  clonedDevice: 4501,
} as const;

/** One of the close codes of `caseweave.v1`. */
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** What a device does after a close code. 4400 to 4499 belong to the endpoint for stock clients and end there. */
export type CloseBand = 'retry' | 're-authenticate' | 'revoked' | 'upgrade' | 'stock' | 'gone';

/** Finds the band of a close code; one that is unknown here (a lost connection, a proxy) is worth another try. */
export function closeBand(code: number): CloseBand {
  if (code >= 4100 && code < 4200) return 're-authenticate';
  if (code >= 4200 && code < 4300) return 'revoked';
  if (code >= 4300 && code < 4400) return 'upgrade';
  if (code >= 4400 && code < 4500) return 'stock';
  if (code >= 4500 && code < 4600) return 'gone';
  return 'retry';
}
