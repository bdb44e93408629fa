import type { Json } from '@caseweave/record';
import type * as Y from 'yjs';
import type { EditSource } from './history/edit-source.ts';
import type { Grouping } from './history/step.ts';
import type { Law } from './laws.ts';
import type { KnownEdits } from './oracle/known-edits.ts';
import type { Fact, Ledger, NewFact } from './oracle/ledger.ts';

/** A device's copy of what is checked. */
export interface Replica {
  readonly doc: Y.Doc;
  close?(): void;
}

/** What a replica is opened with. */
export interface Setting {
  /** Loaded, and with its client id set. */
  readonly doc: Y.Doc;
  /** The replica's number. */
  readonly index: number;
  /** The device's clock, which may be years wrong. */
  readonly now: () => number;
  /** Makes ids: the same in every replay. */
  readonly newId: () => string;
  /** Which of the subject's versions the replica runs; 0 is the declared one. */
  readonly version: number;
  /** Whether anything is going to be undone, so that it need be remembered. */
  readonly undoes: boolean;
}

/** When, where and on what basis an edit is made. */
export interface EditMoment {
  readonly ledger: Ledger;
  /** The edits that the writer was looking at: those on the form, or all that had arrived. Copy it to keep it. */
  readonly basis: KnownEdits;
  /** The edits that had arrived. */
  readonly now: KnownEdits;
  /** What `form` gave when the form was opened. */
  readonly form: unknown;
  /** The number of this edit. */
  readonly number: number;
  readonly index: number;
  readonly version: number;
  /** A character that nobody has typed yet. */
  readonly freshCharacter: () => string;
}

/** What became of an edit. */
export type EditResult =
  | {
      readonly type: 'accepted';
      readonly adds: readonly NewFact[];
      readonly removes: readonly Fact[];
      /** Is told what the ledger made of it. */
      readonly noted?: (adds: readonly Fact[]) => void;
    }
  /** It was refused, and must have changed nothing. */
  | { readonly type: 'refused' }
  /** There was nothing to do it to. */
  | { readonly type: 'skipped' }
  /** It broke a law at once. */
  | ({ readonly type: 'broken' } & LawFinding);

/** What a check found wrong. */
export interface LawFinding {
  readonly law: Law;
  readonly says: string;
  /** Where in the view. */
  readonly path?: string;
  readonly expected?: unknown;
  readonly found?: unknown;
}

/** What may be asked about a replica at one moment. */
export interface OracleState {
  readonly ledger: Ledger;
  readonly known: KnownEdits;
  readonly version: number;
}

/**
 * What the laws are checked of: a record's section, or any Yjs document with an adapter. Everything about it that the
 * kit has to know is here.
 */
export interface Subject<Edit = unknown, Opened extends Replica = Replica> {
  readonly type: 'subject';
  readonly name: string;
  /** The laws that make sense of it. */
  readonly laws: readonly Law[];
  /** How many versions of it there are. */
  readonly versions: number;
  readonly source: EditSource<Edit>;
  /** Opens a replica. What it writes by itself is passed on like any edit. */
  open(setting: Setting): Opened;
  /** Makes an edit, and says what it wrote and superseded as far as its basis goes. */
  edit(replica: Opened, edit: Edit, moment: EditMoment): EditResult;
  undo?(replica: Opened, moment: EditMoment): EditResult;
  redo?(replica: Opened, moment: EditMoment): EditResult;
  /** What an open form holds on to. */
  form?(replica: Opened): unknown;
  /** What the replica shows, as plain data. */
  view(replica: Opened): unknown;
  /** What it asks, as plain data without times. */
  questions?(replica: Opened): unknown;
  /** The values that are kept in a cell of the ledger, shown or not; undefined where that cannot be asked. */
  kept(replica: Opened, cell: string): readonly Json[] | undefined;
  /** Whatever else must hold. */
  judge?(replica: Opened, judging: OracleState): Iterable<LawFinding>;
  /** Whether only a later version than the declared one knows this place of a view. */
  isOfLaterVersion?(path: string): boolean;
  /** Whether a transaction is the replica's own writing, to be passed on; else those that are local. */
  isOwn?(replica: Opened, transaction: Y.Transaction): boolean;
  /** Takes in updates, where that is more than applying them. */
  receive?(replica: Opened, updates: readonly Uint8Array[], grouping: Grouping): void;
  /** Makes one update of those that a replica stored, where that is more than loading and encoding them. */
  compact?(updates: readonly Uint8Array[], version: number): Uint8Array;
  /** An edit in words, to follow a replica's name: `writes dueOn of row 1: 2026-12-01`. */
  words(edit: Edit): string;
}
