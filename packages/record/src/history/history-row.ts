import type { Author } from '../authors.ts';

/** A row of a section's log, as a server keeps it: rows come in the order of their numbers. */
export interface HistoryRow {
  /** Its number in the log. */
  readonly seq: number;
  /** A Yjs V1 update; the first row may be a snapshot. */
  readonly update: Uint8Array;
  /** When it was taken, in milliseconds. */
  readonly at: number;
  readonly author?: Author;
  /** The number of the last row that its writer had received; what they had written themselves they knew anyway. */
  readonly base?: number;
}

/** One thing that a row of the log changed; `unshown` is what this version cannot show, and so cannot say. */
export interface HistoryChange {
  readonly type: 'field' | 'added' | 'struck' | 'shown-again' | 'added-to' | 'text' | 'unshown';
  /** The row or entry; empty for the section's own fields. */
  readonly entity: string;
  readonly path: string;
  readonly label: string;
  /** What the row is called, where the change is in one. */
  readonly row?: string;
  /** What it said before, in words; of a text, what was deleted. */
  readonly before: string;
  /** What it said then, in words; of a text, what was typed. */
  readonly after: string;
}

/** What one row of the log changed, and who wrote it. */
export interface HistoryStep {
  readonly seq: number;
  readonly at: number;
  readonly author?: Author;
  readonly changes: readonly HistoryChange[];
}

/** What the rows of a log changed, in their order; up to a row that could not be applied, if there is one. */
export interface Replayed {
  readonly steps: readonly HistoryStep[];
  /** The number of the first row whose bytes are damaged, or hang on what is not there. */
  readonly brokenAt?: number;
}
