/** How several updates that arrive together are applied: one by one, in one transaction, or merged into one first. */
export type Grouping = 'each' | 'transaction' | 'merged';

/** What a replica starts again from: its whole state, each update it kept, these merged, or a compacted form of them. */
export type StoredAs = 'state' | 'updates' | 'merged' | 'compacted';

/** One thing that happens. Replicas are named by number; all of it is plain data, so that a history can be pasted. */
export type Step<Edit = unknown> =
  /** Somebody edits; on the form that they opened before, or lost with the power before it was stored. */
  | {
      readonly type: 'edit';
      readonly at: number;
      readonly edit: Edit;
      readonly onForm?: true;
      readonly lost?: true;
    }
  /** Somebody opens a form: later edits on it are based on what it showed. */
  | { readonly type: 'open-form'; readonly at: number }
  /** Up to `count` edits reach a replica, each time the `nth` of those that can. */
  | {
      readonly type: 'deliver';
      readonly to: number;
      readonly nth?: number;
      readonly count?: number;
      readonly grouping?: Grouping;
    }
  /** An edit that a replica has reaches it again: the `nth` before the latest. */
  | { readonly type: 'repeat'; readonly to: number; readonly nth: number }
  /** These replicas can reach one another, and nobody else, until the network is whole again. */
  | { readonly type: 'partition'; readonly apart: readonly number[] }
  | { readonly type: 'heal' }
  /** A replica stops and starts again from what it stored, perhaps as another version. */
  | { readonly type: 'reload'; readonly at: number; readonly from: StoredAs; readonly version?: number }
  /** A device's clock goes wrong by so many years. */
  | { readonly type: 'clock'; readonly at: number; readonly years: number }
  | { readonly type: 'undo' | 'redo'; readonly at: number };

/** What happened between some replicas that began with the same edits. */
export interface History<Edit = unknown> {
  readonly replicas: number;
  /** Edits of the first replica that all have from the start. */
  readonly start: readonly Edit[];
  readonly steps: readonly Step<Edit>[];
  /** The version that each replica begins with, where it is not the declared one. */
  readonly versions?: readonly number[];
}

/** The name of a replica: A, B, C. */
export const replicaName = (index: number): string => String.fromCodePoint(65 + index);
