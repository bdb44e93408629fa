import type { Cursor } from '../cursor.ts';
import type { Decide, Hello, Presence, Push, WantedSection } from '../messages/client-message.ts';

/** All that one device's connection asks of the server. */
export type ServerEffect =
  /** Send these binary messages, in this order. */
  | { readonly type: 'send'; readonly frames: readonly Uint8Array[] }
  /** Close the socket. Nothing follows. */
  | { readonly type: 'close'; readonly code: number }
  /** Check the token and the device; answer with `authenticated` or `end`. */
  | { readonly type: 'authenticate'; readonly hello: Hello }
  /** The welcome is sent: send the manifest, or what has changed since the cursor, then the live tail. */
  | { readonly type: 'catch-up'; readonly cursor: Cursor | null; readonly resumed: boolean }
  /** Check the new token; answer with `reauthenticated` or `end`. */
  | { readonly type: 'reauthenticate'; readonly token: string }
  /** Answer each of these sections with `state` or `leave`. */
  | { readonly type: 'want'; readonly sections: readonly WantedSection[] }
  /** Judge and append this batch; answer with `outcome`. Batches are answered in any order. */
  | { readonly type: 'push'; readonly push: Push }
  /** Decide this command; answer with `outcome`, as for a batch. */
  | { readonly type: 'decide'; readonly decide: Decide }
  /** Hand over more clientIDs; answer with `leased`. */
  | { readonly type: 'lease'; readonly count: number }
  /** Tell the others who may see it where this person is; a null state: no longer there. */
  | { readonly type: 'presence'; readonly presence: Presence }
  /** There is room for more of what was held back while `roomFor` said no. */
  | { readonly type: 'drained' }
  /** Feed `woke` at this moment of the machine's clock. Replaces any earlier one; null cancels it. */
  | { readonly type: 'wake'; readonly at: number | null };
