import type { Cursor } from '../cursor.ts';
import type {
  Change,
  DecisionMade,
  Enter,
  Facts,
  Leave,
  Manifest,
  Outcome,
  PresenceOf,
  State,
  Welcome,
} from '../messages/server-message.ts';

/** What the store takes in, in this order. */
export type StoreEvent = Manifest | Facts | Enter | State | Change | Leave | DecisionMade | Outcome;

/** All that a device's connection asks of its surroundings. */
export type ClientEffect =
  /** Open a socket. */
  | { readonly type: 'connect' }
  /** Send these binary messages, in this order. */
  | { readonly type: 'send'; readonly frames: readonly Uint8Array[] }
  /** Close the socket, or give up opening it. Nothing of it is fed afterwards, not even that it has closed. */
  | { readonly type: 'close'; readonly code: number }
  /** Ask the app for a token. `fresh`: the last one was not accepted, a kept one will not do. */
  | { readonly type: 'ask-token'; readonly fresh: boolean }
  /** Keep the device id, the principal, the generation and the clientIDs. */
  | { readonly type: 'welcomed'; readonly welcome: Welcome }
  /** Commit these events in order, and the cursor with them if there is one, in one transaction; then feed `stored`. */
  | { readonly type: 'store'; readonly events: readonly StoreEvent[]; readonly cursor: Cursor | null }
  /** More clientIDs for this device. */
  | { readonly type: 'leased'; readonly leases: readonly number[] }
  /** Somebody else's place in a section. */
  | { readonly type: 'presence'; readonly presence: PresenceOf }
  /** Nobody's place is known any more: the connection has ended. */
  | { readonly type: 'presence-lost' }
  /** Feed `woke` at this moment of the machine's clock. Replaces any earlier one; null cancels it. */
  | { readonly type: 'wake'; readonly at: number | null };
