import type { PresenceOf, SectionId } from '@caseweave/protocol';
import type { Json } from '@caseweave/record';
import type { DecideOutcome } from '../decisions/decide-outcome.ts';

/** What one tab tells the others: plain data. */
export type TabMessage =
  /** The store has changed. */
  | { readonly type: 'committed'; readonly sections: readonly string[]; readonly rebuilt: readonly string[] }
  /** How the writing tab's connection looks. */
  | { readonly type: 'status'; readonly status: WriterStatus }
  /** A tab has just opened and wants to know the status. */
  | { readonly type: 'who-writes' }
  /** Somebody else is in a section, or has left it. */
  | { readonly type: 'presence'; readonly presence: PresenceOf }
  /** Nobody's place is known any more. */
  | { readonly type: 'presence-lost' }
  /** A tab that reads along has opened a section and wants to know who is there. */
  | { readonly type: 'who-is-here'; readonly section: SectionId }
  /** Where this person is, as a tab that reads along sees it. */
  | { readonly type: 'moved'; readonly section: SectionId; readonly state: string | null }
  /** A tab that reads along asks the writing one to do something, and is answered under the same id. */
  | { readonly type: 'ask'; readonly id: string; readonly ask: TabAsk }
  | { readonly type: 'answer'; readonly id: string; readonly answer: DecideOutcome | null }
  /** The person has signed out; nothing of the store is left. */
  | { readonly type: 'signed-out' };

/** What a tab that reads along has the writing one do. */
export type TabAsk =
  | { readonly type: 'decide'; readonly command: Json; readonly needs: readonly number[] }
  | { readonly type: 'dismiss'; readonly batch: number };

/** The writing tab's connection, as the others show it. */
export interface WriterStatus {
  readonly connection: 'online' | 'connecting' | 'offline' | 'switched-off' | 'sign-in-needed' | 'stopped';
  readonly since: number;
  readonly why: string | null;
  readonly firstSync: { readonly have: number; readonly of: number } | null;
}

/** A channel between the tabs of one device that show the same caseload. */
export interface TabChannel {
  /** Tells all other tabs, not this one. */
  send(message: TabMessage): void;
  /** Hears the other tabs, until the function that it gives is called. */
  listen(hear: (message: TabMessage) => void): () => void;
  close(): void;
}
