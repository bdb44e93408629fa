import type { Acts, PrincipalId, RecordId, SectionId } from '@caseweave/protocol';
import type { ChangeNote, Json } from '@caseweave/record';
import type { DecideOutcome } from './decisions/decide-outcome.ts';
import type { KnownDecision } from './decisions/known-decisions.ts';
import type { PendingDecision } from './decisions/pending.ts';
import type { OpenRecord } from './documents/open-record.ts';
import type { StoreFailureCode } from './ports/store-failure.ts';
import type { AttentionCode } from './stored/rows.ts';

/** How a caseload looks to the person at the device. */
export interface CaseloadStatus {
  readonly connection: 'online' | 'connecting' | 'offline' | 'switched-off' | 'sign-in-needed' | 'stopped';
  /** When it became so, by the device's clock. */
  readonly since: number;
  /** The server's words, where it said why. */
  readonly why: string | null;
  /** One tab writes; the others read along. */
  readonly tab: 'writer' | 'reader';
  readonly principal: { readonly id: PrincipalId; readonly name: string; readonly organisation: string | null } | null;
  /** Until the whole caseload has come, and while it is compared anew: how many sections have come. */
  readonly firstSync: { readonly have: number; readonly of: number } | null;
  /** Edits on their way into this device's store. */
  readonly saving: number;
  /** Edits that are on this device and not yet at the server. */
  readonly onDevice: number;
  /** Edits that need a person's attention. */
  readonly attention: number;
  /** Whether the store on this device works, and if not, what to do. */
  readonly storage: { readonly code: StoreFailureCode; readonly remedy: string } | null;
}

/** A section in the caseload list. */
export interface CaseloadSection {
  readonly section: SectionId;
  readonly name: string;
  readonly acts: Acts;
  /** What the list shows from this section. */
  readonly projection: Json;
  /** Whether its content has arrived on this device. */
  readonly held: boolean;
  readonly onDevice: number;
  readonly attention: number;
}

/** A record in the caseload list, from stored projections. */
export interface CaseloadRecord {
  readonly record: RecordId;
  /** What sort of record it is, in the app's word. */
  readonly kind: string;
  /** What is decided about it, with what was decided on this device and is not yet confirmed. */
  readonly facts: Json;
  /** What the server says is decided; null for a record that it has not confirmed. */
  readonly confirmedFacts: Json;
  /** Commands about it that the server has not confirmed, in order. */
  readonly pending: readonly PendingDecision[];
  readonly sections: readonly CaseloadSection[];
}

interface Untaken {
  /** Its number; negative as long as no store has it. */
  readonly batch: number;
  readonly state: 'on-device' | 'attention';
  /** For `attention`: why, in plain words. */
  readonly why?: string;
  /** For `attention`: what can be done. */
  readonly remedy?: string;
  readonly code?: AttentionCode;
  /** What it does, in plain words. */
  readonly changes: readonly ChangeNote[];
}

/** One edit that the server has not taken. */
export interface UntakenEdit extends Untaken {
  readonly kind: 'edit';
  readonly record: RecordId;
  readonly at: number;
  /** The section that it changes; the first, if it spans several. */
  readonly section: SectionId;
  readonly name: string;
  /** What it does in each section that it changes. */
  readonly parts: readonly {
    readonly section: SectionId;
    readonly name: string;
    readonly changes: readonly ChangeNote[];
  }[];
  /** For what was typed in a text: the words. */
  readonly text?: string;
}

/** One command that the server has not confirmed. */
export interface UntakenDecision extends Untaken {
  readonly kind: 'decision';
  readonly record: RecordId;
  readonly at: number;
  readonly words: string;
  readonly command: Json;
  /** For one that was not decided: what stands instead, in plain words. */
  readonly stands?: string;
}

/** Something of the outbox that is damaged on this device, so that not even its record can be told. */
export interface UntakenDamage extends Untaken {
  readonly kind: 'damaged';
  readonly record: null;
  readonly at: null;
}

/** Something that the server has not taken. */
export type EditState = UntakenEdit | UntakenDecision | UntakenDamage;

/** A caseload on one device. */
export interface Caseload {
  status(): CaseloadStatus;
  /** Calls the listener whenever status, records, edits or open records may have changed. */
  subscribe(listener: () => void): () => void;
  /** All records that this device holds something of, without reading a document; the same list until it changes. */
  records(): readonly CaseloadRecord[];
  /**
   * Opens a record's sections; close it when it is no longer shown.
   *
   * @throws StoreFailure when the store cannot be read
   */
  open(record: RecordId): Promise<OpenRecord>;
  /** The edits and commands that the server has not taken, oldest first; the same list until it changes. */
  edits(): readonly EditState[];
  /** The state of the newest edit to a path of a section (all paths without one); undefined when the server has all. */
  editState(record: RecordId, sectionName: string, path?: string): EditState['state'] | undefined;
  /**
   * Gives a command. It is shown at once, as not yet confirmed, and is decided by the server.
   *
   * @param options - `needs`: entries of {@link edits} that must be taken before it is sent
   */
  decide(command: Json, options?: { readonly needs?: readonly number[] }): Promise<DecideOutcome>;
  /** What was decided about a record lately, newest first, as far as it reached this device; the same list until it changes. */
  decisions(record: RecordId): readonly KnownDecision[];
  /** The app's offline switch. */
  switchOff(): void;
  /** Switches on again, or tries again at once: after a sign-in, or while waiting for the next try. */
  switchOn(): void;
  /** A person has read what needs attention and puts it away. */
  dismiss(batch: number): Promise<void>;
  /** Removes this person's caseload from this device; asks first if that would lose edits. */
  signOut(options?: { readonly discardUnsent?: boolean }): Promise<SignOut>;
  /** Stores what is still to be stored, and ends. What could not be stored is among the {@link edits} afterwards. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What became of a sign-out. */
export type SignOut =
  | { readonly type: 'signed-out' }
  /** So many edits are at no server: send them first, or sign out with `discardUnsent`. */
  | { readonly type: 'unsent'; readonly count: number }
  /** The store could not be emptied; nothing is changed. */
  | { readonly type: 'failed'; readonly code: StoreFailureCode; readonly remedy: string };
