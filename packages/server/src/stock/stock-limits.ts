import { ADMISSION_LIMITS } from '@caseweave/protocol';

/** What one stock client may do, and how much it may cost. */
export const STOCK = {
  /** The name that a WebSocket is opened with, beside the token. */
  subprotocol: 'caseweave.y.v1',
  /** An update of the largest size that admission reads, with what is around it. */
  messageBytes: ADMISSION_LIMITS.updateBytes + 16,
  /** Above so many bytes or messages that wait to be dealt with, nothing more is read from the connection. */
  waitingBytes: 1024 * 1024,
  waitingMessages: 256,
  /** Updates that are kept before a client has answered the server's step 1. */
  earlyMessages: 1_024,
  /** Messages that are dealt with at once, and how many more each second. */
  messageBurst: 2_000,
  messagesPerSecond: 1_000,
  /** Times that a client may ask for what it lacks at once, and how many more each second: each costs loading. */
  syncBurst: 4,
  syncsPerSecond: 1,
  /** Updates handed to the log and not answered by it. */
  updatesInFlight: 32,
  /** Above this a client that does not read is cut off, to come back and say what it has. */
  unreadBytes: 8 * 1024 * 1024,
  /** A vector above this is not handed to Yjs: the whole document is sent. */
  vectorBytes: 128 * 1024,
  /** New clientIDs in one message and on one connection: a document that was away may bring one for each visit. */
  claimsInMessage: 64,
  claimsOnConnection: 256,
  /** New clientIDs of one person at once, and how many more each second. */
  claimBurst: 512,
  claimsPerSecond: 1,
  connectionsOfOne: 64,
  /** How long places are gathered before they are told. */
  placesEvery: 100,
  /** How often a client's own place is passed on. */
  ownPlaceEvery: 250,
  /** A stock client that hears nothing for 30 seconds connects again. */
  beatEvery: 12_000,
} as const;
