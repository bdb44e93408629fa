import type { Acts, Author, Cursor, DeviceId, PrincipalId, PushPart, RecordId, SectionId } from '@caseweave/protocol';
import type { ChangeNote } from '@caseweave/record';

/** What a device knows of itself: its name at the server, whose it is, and the clientIDs it may write under. */
export interface DeviceRow {
  readonly device: DeviceId;
  readonly principal: { readonly id: PrincipalId; readonly name: string; readonly agency: string | null };
  readonly generation: string;
  readonly leases: readonly number[];
}

/** A record that this device holds something of. */
export interface RecordRow {
  readonly record: RecordId;
  readonly kind: 'family' | 'person';
  /** What is decided about the record, as this reader may see it: JSON. */
  readonly facts: string;
}

/** A section that this person may read. */
export interface SectionRow {
  readonly section: SectionId;
  readonly record: RecordId;
  readonly name: string;
  readonly epoch: number;
  readonly acts: Acts;
  readonly authors: readonly Author[];
  /** What the caseload list shows from this section: JSON. */
  readonly projection: string | null;
  /** Whether the projection is older than the content. */
  readonly stale: boolean;
  /** Whether its state has arrived. */
  readonly held: boolean;
  /** ClientIDs of this device that are finished in this section. */
  readonly closed: readonly number[];
}

/** Why an edit is not going forward by itself. */
export type AttentionCode =
  | 'refused'
  | 'held'
  | 'behind'
  /** It was a command, and the server did not carry it out. */
  | 'not-decided'
  /** An earlier edit of the same section was not taken. */
  | 'followed'
  /** It could not be stored on this device. */
  | 'not-stored'
  /** It was made where this tab may not write. */
  | 'not-writable'
  /** What was stored of it cannot be read any more. */
  | 'unreadable';

/** Why an edit needs a person's attention; `detail` is the server's code. */
export interface Attention {
  readonly code: AttentionCode;
  readonly detail: string | null;
}

/** One edit on its way to the server, or one that needs attention. */
export interface OutboxEntry {
  readonly record: RecordId;
  readonly name: string;
  /** When it was made, by the device's clock. */
  readonly at: number;
  readonly parts: readonly PushPart[];
  readonly changes: readonly ChangeNote[];
  /** What was typed, for texts. */
  readonly text: string | null;
  readonly attention: Attention | null;
}

/** An entry with its number; the numbers are those of all tabs and never come again. */
export interface NumberedEntry extends OutboxEntry {
  readonly batch: number;
}

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
  /** In the order of their numbers. */
  readonly outbox: readonly NumberedEntry[];
  /** Rows that could not be read; they were left out of the rest. */
  readonly damaged: number;
}
