import { CLOSE } from '@caseweave/protocol';

/**
 * The WebSocket close codes of the endpoint for stock clients. After 4400 to 4499 a stock client stops and tells its app;
 * after any other it tries again by itself.
 */
export const STOCK_CLOSE = {
  tryAgain: CLOSE.tryAgain,
  restarting: CLOSE.restarting,
  busy: CLOSE.busy,
  notUnderstood: 4400,
  signInEnded: 4401,
  notTaken: 4403,
  nothingHere: 4404,
  otherDocument: 4409,
  accessEnded: 4410,
  tooLarge: 4413,
} as const;

/** Why a connection ends, for the client's `closed` event. */
export interface Ending {
  readonly code: (typeof STOCK_CLOSE)[keyof typeof STOCK_CLOSE];
  /** At most 123 bytes: WebSockets carry no more. */
  readonly words: string;
}

/** The endings that more than one place gives. */
export const ENDINGS = {
  tryAgain: { code: STOCK_CLOSE.tryAgain, words: 'The server cannot do this at the moment. Trying again shortly.' },
  restarting: { code: STOCK_CLOSE.restarting, words: 'The server is restarting. Trying again shortly.' },
  busy: { code: STOCK_CLOSE.busy, words: 'Too much at once. Trying again shortly.' },
  notUnderstood: { code: STOCK_CLOSE.notUnderstood, words: 'This was not understood. Load the page again.' },
  signInEnded: { code: STOCK_CLOSE.signInEnded, words: 'Your sign-in has run out. Sign in again.' },
  notTaken: {
    code: STOCK_CLOSE.notTaken,
    words: 'What was written could not be taken. Discard this document and open it again.',
  },
  nothingHere: {
    code: STOCK_CLOSE.nothingHere,
    words: 'There is no such document for you. Sign in again, or close it.',
  },
  otherDocument: {
    code: STOCK_CLOSE.otherDocument,
    words: 'This document was begun afresh. Discard it and open it again.',
  },
  accessEnded: { code: STOCK_CLOSE.accessEnded, words: 'Your access has ended. Discard this document.' },
  tooLarge: { code: STOCK_CLOSE.tooLarge, words: 'This is too large to be taken at once. Keep a copy elsewhere.' },
} as const satisfies Record<string, Ending>;
