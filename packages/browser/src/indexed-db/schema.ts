import type { DBSchema } from 'idb';
import type { Envelope } from './envelope.ts';

/** The version of the database; raised with every change of its stores. */
export const databaseVersion = 4;

/** The stores of one person's caseload at one authority. */
export interface Tables extends DBSchema {
  /** Under `device` and `cursor`. */
  device: { key: string; value: Envelope };
  /** By record id: its row and those of its sections, all that a caseload list needs, in one. */
  lists: { key: string; value: Envelope };
  /** By record id: what was decided about it lately. */
  decisions: { key: string; value: Envelope };
  /** What the server has of each section, one row an update, in the order in which they came. */
  base: { key: number; value: BaseValue; indexes: { section: string } };
  /** Edits, in the order in which they were made over all sections. */
  outbox: { key: number; value: OutboxValue };
}

/** One update of what the server has. The row's number is the store's own. */
export interface BaseValue {
  readonly row?: number;
  readonly section: string;
  readonly update: Envelope;
}

/** One edit: what is said of it, and for each part its update and the cursor that it was written on. A command has no part. */
export interface OutboxValue {
  readonly entry: Envelope;
  readonly updates: readonly Envelope[];
  readonly written: readonly (Envelope | null)[];
}

/** The names of all stores. */
export const tables = ['device', 'lists', 'decisions', 'base', 'outbox'] as const;
