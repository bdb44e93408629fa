import type { Grouping, StoredAs } from '../history/step.ts';

/** Something that happened in a history as it was played, for those who tell of it. */
export type PlayEvent = { readonly step: number } & (
  | {
      readonly type: 'edit';
      readonly at: number;
      /** The number of the edit; undefined where it came to nothing. */
      readonly edit: number | undefined;
      readonly words: string;
      readonly fate: 'accepted' | 'refused' | 'skipped' | 'lost';
    }
  /** Writing that a replica did of itself, without an edit. */
  | { readonly type: 'own-writing'; readonly at: number; readonly edit: number }
  | {
      readonly type: 'deliver' | 'repeat';
      readonly at: number;
      readonly edits: readonly number[];
      readonly grouping: Grouping;
    }
  | { readonly type: 'open-form' | 'clock' | 'idle'; readonly at: number; readonly words: string }
  | { readonly type: 'reload'; readonly at: number; readonly from: StoredAs; readonly words: string }
  | { readonly type: 'partition'; readonly apart: readonly number[] }
  | { readonly type: 'heal' }
);
