import type { Cursor } from '../cursor.ts';
import type { SectionId } from '../ids.ts';
import type { PushPart, WantedSection } from '../messages/client-message.ts';

/** What a token function answered. `failed` means that it could not be reached and may be asked again. */
export type TokenAnswer =
  | { readonly type: 'token'; readonly token: string }
  | { readonly type: 'sign-in-needed' }
  | { readonly type: 'failed' };

/** All that can happen to a device's connection. Nothing of a socket is fed once a `close` effect was given for it. */
export type ClientEvent =
  /** Begin, or begin again after the connection had stopped. */
  | { readonly type: 'start' }
  /** The app's offline switch: `on: false` closes the connection and keeps it closed. */
  | { readonly type: 'switched'; readonly on: boolean }
  | { readonly type: 'token'; readonly answer: TokenAnswer }
  /** The socket is open. */
  | { readonly type: 'opened' }
  /** A binary message has arrived, inflated if it was compressed. */
  | { readonly type: 'frame'; readonly bytes: Uint8Array }
  /** The socket has closed, or could not be opened (1006). */
  | { readonly type: 'closed'; readonly code: number }
  /** A batch is durably in the outbox. At the start: every batch without an outcome, in order. */
  | { readonly type: 'batch'; readonly batch: number; readonly parts: readonly PushPart[] }
  /**
   * A command is durably in the outbox, with a number of the same sequence.
   *
   * A batch or a command that needs another one is fed once that one was taken, whatever has gone out meanwhile.
   */
  | { readonly type: 'decide'; readonly batch: number; readonly written: Cursor | null; readonly command: string }
  /** Batches and commands that will not be sent any more, since one before them was not taken. */
  | { readonly type: 'withdrawn'; readonly batches: readonly number[] }
  /** The oldest `store` effect that is not yet answered has been carried out durably. */
  | { readonly type: 'stored' }
  /** The manifest has been compared with the store: these sections are to be asked for. */
  | { readonly type: 'lacks'; readonly sections: readonly WantedSection[] }
  /** More clientIDs are needed. */
  | { readonly type: 'lease'; readonly count: number }
  /** Where this person is in an open section; null when it is closed. */
  | {
      readonly type: 'presence';
      readonly section: SectionId;
      readonly client: number;
      readonly clock: number;
      readonly state: string | null;
    }
  /** The moment of the last `wake` effect has come. */
  | { readonly type: 'woke' };
