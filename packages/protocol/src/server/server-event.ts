import type { PrincipalId } from '../ids.ts';
import type { Outcome, ServerMessage, Welcome } from '../messages/server-message.ts';

/** All that can happen to one device's connection at the server. */
export type ServerEvent =
  /** The socket is open. */
  | { readonly type: 'opened' }
  /** A binary message has arrived, inflated if it was compressed. */
  | { readonly type: 'frame'; readonly bytes: Uint8Array }
  /** The socket has closed. */
  | { readonly type: 'closed' }
  /** The answer to an `authenticate` effect. */
  | { readonly type: 'authenticated'; readonly welcome: Welcome }
  /** The answer to a `reauthenticate` effect. `principal` must be the one of the welcome. */
  | {
      readonly type: 'reauthenticated';
      readonly principal: PrincipalId;
      readonly expiresAt: number;
      readonly now: number;
    }
  /** A token was not accepted, or the connection must end: a revocation, a restart. */
  | { readonly type: 'end'; readonly code: number; readonly words: string; readonly retryAfter?: number }
  /** Content for the device: catching up, the live tail, answers to `want`. They share frames as they fit. */
  | { readonly type: 'say'; readonly messages: readonly ServerMessage[] }
  /** What became of a batch or a command, and what follows it in the same frame (a cursor, mostly). */
  | { readonly type: 'outcome'; readonly outcome: Outcome; readonly following: readonly ServerMessage[] }
  /** More clientIDs were handed to the device. */
  | { readonly type: 'leased'; readonly leases: readonly number[] }
  /** The moment of the last `wake` effect has come. */
  | { readonly type: 'woke' };
