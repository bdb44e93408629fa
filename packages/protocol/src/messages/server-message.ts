import type { HoldCode, BatchRefusalCode } from '../codes.ts';
import type { Cursor } from '../cursor.ts';
import type { DeviceId, PrincipalId, RecordId, SectionId } from '../ids.ts';
import type { ClientAuthor, EnterHeader, FactsHeader } from './header.ts';

/** Accepts a `hello`. Times are the server's, in milliseconds. */
export interface Welcome {
  readonly type: 'welcome';
  readonly device: DeviceId;
  readonly principal: { readonly id: PrincipalId; readonly name: string; readonly organisation: string | null };
  /** Changes when the server was restored from a backup. */
  readonly generation: string;
  /** The clientIDs that this device holds. */
  readonly leases: readonly number[];
  readonly expiresAt: number;
  readonly now: number;
  /** Whether what follows goes on from the cursor; if not, a manifest comes. */
  readonly resumed: boolean;
}

/** Everything that this principal may read now. What is absent, the device drops. */
export interface Manifest {
  readonly type: 'manifest';
  readonly records: readonly FactsHeader[];
  readonly sections: readonly EnterHeader[];
  /** To be kept only when the device holds all these sections. */
  readonly cursor: Cursor;
}

/** What is decided about a record has changed, or the record is new to this device. */
export interface Facts extends FactsHeader {
  readonly type: 'facts';
}

/** This device may now read a section, or what it may do there has changed. */
export interface Enter extends EnterHeader {
  readonly type: 'enter';
}

/** A section's state: follows its `enter`, or answers a `want`. */
export interface State {
  readonly type: 'state';
  readonly section: SectionId;
  readonly epoch: number;
  readonly authors: readonly ClientAuthor[];
  readonly update: Uint8Array;
}

/** New updates of one section, in the order of the log. */
export interface Change {
  readonly type: 'change';
  readonly section: SectionId;
  readonly epoch: number;
  readonly authors: readonly ClientAuthor[];
  readonly updates: readonly Uint8Array[];
}

/** This device may no longer read a section and drops it. */
export interface Leave {
  readonly type: 'leave';
  readonly record: RecordId;
  readonly section: SectionId;
}

/**
 * Something was decided about a record that this reader may see.
 *
 * It comes before the facts, entering and leaving that it causes, and all of them before the next cursor.
 */
export interface DecisionMade {
  readonly type: 'decision';
  readonly record: RecordId;
  /** JSON of the domain, as this reader may see it: the command, by whom and when. */
  readonly decision: string;
}

/** All until here may be kept together with this cursor. */
export interface CursorMoved {
  readonly type: 'cursor';
  readonly cursor: Cursor;
}

/** What became of a batch or a command. `part` is the place of the part that decided it. */
export type BatchResult =
  | { readonly type: 'taken' }
  | { readonly type: 'refused'; readonly code: BatchRefusalCode; readonly part: number; readonly client: number | null }
  | { readonly type: 'held'; readonly code: HoldCode; readonly part: number; readonly client: number | null }
  | { readonly type: 'behind'; readonly part: number }
  | NotDecided;

/** A command was not carried out. `code` is the domain's. */
export interface NotDecided {
  readonly type: 'not-decided';
  readonly code: string;
  /** Why, in plain words. */
  readonly words: string;
  /** What stands instead, in plain words; null if there is nothing to say. */
  readonly stands: string | null;
}

/** Tells a device what became of its batch or command. */
export interface Outcome {
  readonly type: 'outcome';
  readonly batch: number;
  readonly result: BatchResult;
}

/** Hands over more clientIDs. */
export interface Leased {
  readonly type: 'leased';
  readonly leases: readonly number[];
}

/** Where another person is in a section; the identity is the server's word. */
export interface PresenceOf {
  readonly type: 'presence';
  readonly section: SectionId;
  readonly client: number;
  readonly clock: number;
  readonly state: string | null;
  readonly who: { readonly principal: PrincipalId; readonly name: string; readonly organisation: string | null };
}

/** The new token is accepted. */
export interface Reauthed {
  readonly type: 'reauthed';
  readonly expiresAt: number;
}

/** Says why the server is about to close the connection. */
export interface ServerBye {
  readonly type: 'bye';
  readonly code: number;
  /** Plain words for the person at the device. */
  readonly words: string;
  /** Milliseconds to wait at least before another try. */
  readonly retryAfter?: number;
}

/** All that a server may say. */
export type ServerMessage =
  | Welcome
  | Manifest
  | Facts
  | Enter
  | State
  | Change
  | Leave
  | DecisionMade
  | CursorMoved
  | Outcome
  | Leased
  | PresenceOf
  | Reauthed
  | { readonly type: 'pong' }
  | ServerBye;
