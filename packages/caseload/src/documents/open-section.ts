import type { Acts, RecordId, SectionId } from '@caseweave/protocol';
import type {
  EditChange,
  Draft,
  EditOptions,
  EditOutcome,
  Section,
  SectionSchema,
  UndoOutcome,
} from '@caseweave/record';
import type { Awareness } from 'y-protocols/awareness';
import type { Settled } from './settled.ts';

/** Whether this tab may write in a section now, and if not, why, in plain words. */
export type Writing =
  | { readonly type: 'may-write' }
  | {
      readonly type: 'read-only';
      readonly code:
        | 'other-tab'
        | 'no-right'
        | 'no-client-id'
        | 'not-decided'
        | 'unknown-schema'
        | 'old-version'
        | 'closed';
      readonly words: string;
    };

/**
 * A section of an open record. It stays the same object while the document behind it is rebuilt (after an edit was not
 * taken): then {@link current}, its texts and {@link presence} are new ones, and the listeners are called.
 */
export interface OpenSection<Schema extends SectionSchema = SectionSchema> {
  readonly record: RecordId;
  readonly section: SectionId;
  readonly name: string;
  /** What this person may do here. */
  readonly acts: Acts;
  /** The section on its document as it is now. Edit through {@link edit} and {@link settle}. */
  readonly current: Omit<Section<Schema>, 'edit' | 'settle' | 'close' | typeof Symbol.dispose>;
  /** Counts rebuilds: an editor that is bound to a text binds again when this changes. */
  readonly generation: number;
  /** Who else is here, for editors; identities are the server's word. */
  readonly presence: Awareness;
  /** Questions that were settled since it was opened, the newest last: by whom, when. The same list until it changes. */
  settled(): readonly Settled[];
  writing(): Writing;
  /** Edits as `Section.edit` does; refused with the code `closed` where this tab may not write. */
  edit<Result = void>(change: EditChange<Draft<Schema>, Result>, options?: EditOptions<Schema>): EditOutcome<Result>;
  /** Settles a question as `Section.settle` does. */
  settle(questionId: string, value: unknown, options?: { readonly reason?: string }): EditOutcome;
  /** Takes back what this person did here last, since the section was opened or rebuilt, and leaves what is another's by now. */
  undo(): UndoOutcome;
  /** Does again what was taken back last. */
  redo(): UndoOutcome;
  /** Calls the listener after each change of view or questions, and after a rebuild. */
  subscribe(listener: () => void): () => void;
}
