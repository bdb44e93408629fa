import type { SectionSchema } from '../schema/section-schema.ts';
import type { Section } from '../section.ts';
import { UndoStack, type UndoOptions } from './undo-stack.ts';

/**
 * Opens an undo stack over sections of a record: from now on it remembers what this device edits and types in them. An
 * edit of several of them is taken back as one.
 *
 * ```ts
 * const mine = openUndo([plan, diary]);
 * plan.edit((draft) => void (draft.actions.byId(id).dueOn = '2026-12-03'));
 * mine.undo(); // { type: 'taken-back', words: 'Took back: by when of Mend the lamp', … }
 * ```
 */
export function openUndo(sections: readonly Section<SectionSchema>[], options: UndoOptions = {}): UndoStack {
  return new UndoStack(sections, options);
}
