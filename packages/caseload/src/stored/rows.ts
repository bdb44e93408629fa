import type {
  Acts,
  ClientAuthor,
  Cursor,
  DeviceId,
  PrincipalId,
  PushPart,
  RecordId,
  WriterVersions,
  SectionId,
} from '@caseweave/protocol';
import type { ChangeNote } from '@caseweave/record';

/** What a device knows of itself: its name at the server, whose it is, and the clientIDs it may write under. */
export interface DeviceRow {
  readonly device: DeviceId;
  readonly principal: { readonly id: PrincipalId; readonly name: string; readonly organisation: string | null };
  readonly generation: string;
  readonly leases: readonly number[];
}

/** A record that this device holds something of. */
export interface RecordRow {
  readonly record: RecordId;
  readonly kind: string;
  /** What is decided about the record, as this reader may see it: JSON. */
  readonly facts: string;
  /** Whether it is known on this device only, by a command that the server has not confirmed. */
  readonly pending: boolean;
}

/** A section that this person may read. */
export interface SectionRow {
  readonly section: SectionId;
  readonly record: RecordId;
  readonly name: string;
  readonly epoch: number;
  /**
   * The oldest versions of its schema, and of its extensions, that may write in it. A store of before this was kept has
   * none, one of before extensions had versions of their own has the number of the section's.
   */
  readonly oldestWriter?: WriterVersions | number;
  readonly acts: Acts;
  readonly authors: readonly ClientAuthor[];
  /** What the caseload list shows from this section: JSON. */
  readonly projection: string | null;
  /** Whether the projection is older than the content. */
  readonly stale: boolean;
  /** Whether its state has arrived. */
  readonly held: boolean;
  /** ClientIDs of this device that are finished in this section. */
  readonly closed: readonly number[];
  /** Whether it is known on this device only, by a command that the server has not confirmed. */
  readonly pending: boolean;
}

/** The oldest versions that may write in a section, whatever the store has of them. */
export function oldestWriterOf({ oldestWriter = 0 }: SectionRow): WriterVersions {
  return typeof oldestWriter === 'number' ? { version: oldestWriter, extensions: {} } : oldestWriter;
}

/** What was decided about a record lately, oldest first: JSON of the domain, as the server sent it. */
export interface DecisionsRow {
  readonly record: RecordId;
  readonly decisions: readonly string[];
}

/** Why an entry of the outbox is not going forward by itself. */
export type AttentionCode =
  | 'refused'
  | 'held'
  | 'behind'
  /** The server did not carry out the command. */
  | 'not-decided'
  /** What it needs was not taken. */
  | 'needed'
  /** An earlier edit of the same section was not taken. */
  | 'followed'
  /** It could not be stored on this device. */
  | 'not-stored'
  /** It was made where this tab may not write. */
  | 'not-writable'
  /** What was stored of it cannot be read any more. */
  | 'unreadable';

/** Why an entry needs a person's attention; `detail` is the server's code. */
export type Attention =
  | { readonly code: Exclude<AttentionCode, 'not-decided'>; readonly detail: string | null }
  | {
      readonly code: 'not-decided';
      readonly detail: string;
      /** Why, in the domain's words. */
      readonly words: string;
      /** What stands instead. */
      readonly stands: string | null;
    };

interface Entry {
  readonly record: RecordId;
  /** When it was made, by the device's clock. */
  readonly at: number;
  /** Entries that must be taken before this one is sent. One that is in the outbox no more was taken. */
  readonly needs: readonly number[];
  readonly attention: Attention | null;
}

/** One section's share of an edit. */
export interface EditPart extends PushPart {
  readonly name: string;
  readonly changes: readonly ChangeNote[];
  /** What was typed, for texts. */
  readonly text: string | null;
}

/** One edit on its way to the server, or one that needs attention. */
export interface EditEntry extends Entry {
  readonly kind: 'edit';
  /** At least one; they are taken together or not at all. */
  readonly parts: readonly EditPart[];
}

/** One command on its way to the server, or one that needs attention. */
export interface CommandEntry extends Entry {
  readonly kind: 'decision';
  /** The cursor that it was given on. */
  readonly written: Cursor | null;
  /** JSON of the domain. */
  readonly command: string;
  readonly words: string;
  /** The records that it creates. */
  readonly creates: readonly RecordId[];
  /** Tells it from every other, also before it has a number. */
  readonly key: string;
}

/** What is put into the outbox. */
export type OutboxEntry = EditEntry | CommandEntry;

/** An entry of which nothing can be read any more but that it is there. */
export interface DamagedEntry {
  readonly kind: 'damaged';
  readonly attention: { readonly code: 'unreadable'; readonly detail: null };
}

/** An entry with its number; the numbers are those of all tabs and never come again. */
export type NumberedEntry = (EditEntry | CommandEntry | DamagedEntry) & { readonly batch: number };

/** An entry that is going forward. */
export type WaitingEntry = (EditEntry | CommandEntry) & { readonly batch: number; readonly attention: null };

/** Whether an entry goes forward by itself. */
export const isWaiting = (entry: NumberedEntry): entry is WaitingEntry => entry.attention === null;

/** The sections that an entry writes in, with what it writes. */
export const partsOf = (entry: NumberedEntry | OutboxEntry): readonly EditPart[] =>
  entry.kind === 'edit' ? entry.parts : [];

/** One update of what the server has. */
export interface BaseRow {
  readonly row: number;
  readonly update: Uint8Array;
}

/** All that is read when a caseload is opened: no documents. */
export interface StoredCaseload {
  readonly device: DeviceRow | null;
  readonly cursor: Cursor | null;
  readonly records: readonly RecordRow[];
  readonly sections: readonly SectionRow[];
  readonly decisions: readonly DecisionsRow[];
  /** In the order of their numbers. */
  readonly outbox: readonly NumberedEntry[];
  /** Rows that could not be read; they were left out of the rest. */
  readonly damaged: number;
}

/** What a new store holds. */
export const nothingStored: StoredCaseload = {
  device: null,
  cursor: null,
  records: [],
  sections: [],
  decisions: [],
  outbox: [],
  damaged: 0,
};
