import type { Cursor, RecordId, SectionId } from '@caseweave/protocol';
import type { Attention, DecisionsRow, DeviceRow, OutboxEntry, RecordRow, SectionRow } from './rows.ts';

/** One step of a transaction. */
export type StoreChange =
  | { readonly type: 'device'; readonly device: DeviceRow | null }
  | { readonly type: 'cursor'; readonly cursor: Cursor | null }
  | { readonly type: 'record'; readonly record: RecordRow }
  /** Removes a record's row and its decisions. */
  | { readonly type: 'drop-record'; readonly record: RecordId }
  /** Puts what was decided lately about a record, in place of what was kept before. */
  | { readonly type: 'decisions'; readonly decisions: DecisionsRow }
  /** Puts a section's row, in place of an earlier one. */
  | { readonly type: 'section'; readonly section: SectionRow }
  /** Removes a section's row and all its base rows; its entries in the outbox stay. */
  | { readonly type: 'drop-section'; readonly section: SectionId }
  /** Adds base rows. */
  | { readonly type: 'base'; readonly section: SectionId; readonly updates: readonly Uint8Array[] }
  /** Puts one base row in place of these. */
  | {
      readonly type: 'merge';
      readonly section: SectionId;
      readonly rows: readonly number[];
      readonly update: Uint8Array;
    }
  | { readonly type: 'clear-base'; readonly section: SectionId }
  /** Adds an entry to the outbox; it gets the next number. */
  | { readonly type: 'append'; readonly entry: OutboxEntry }
  /** Writes an entry anew that has not been sent. */
  | { readonly type: 'amend'; readonly batch: number; readonly entry: OutboxEntry }
  | { readonly type: 'attend'; readonly batch: number; readonly attention: Attention }
  | { readonly type: 'remove'; readonly batch: number };

/**
 * How durable a transaction must be when its promise resolves: `strict` survives a power cut, and all before it does;
 * `relaxed` may be lost with everything after it.
 */
export type Durability = 'strict' | 'relaxed';
