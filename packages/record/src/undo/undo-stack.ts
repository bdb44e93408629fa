import type * as Y from 'yjs';
import type { Claim } from '../claims/claim.ts';
import { commit, record, type Part, type Recorder } from '../edit/commit.ts';
import type { Editor } from '../edit/editor.ts';
import { isNothing } from '../edit/plan-writes.ts';
import type { SectionRefusal } from '../edit-sections.ts';
import type { ChangeNote } from '../outcomes.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import { Section } from '../section.ts';
import { aboutToGo, justWritten, placeOf, typed, type Recorded } from './recorded.ts';
import { planTakingBack, type TakenBack } from './take-back.ts';
import { TextHistory, type TextChange } from './text-history.ts';
import { listed } from './undo-words.ts';

/** What became of an undo or a redo, with words for the person who asked. */
export type UndoOutcome =
  | {
      readonly type: 'taken-back';
      /** Such as "Took back: by when of Mend the lamp". */
      readonly words: string;
      /** What was written, by section, in the order in which the stack has them. */
      readonly changes: readonly (readonly ChangeNote[])[];
      /** What was not taken back, because it is another's by now, with whose. */
      readonly left: readonly string[];
    }
  /** Nothing was written, because all of it is another's by now. It is forgotten: the next undo is that of the edit before. */
  | { readonly type: 'overtaken'; readonly words: string }
  /** There is nothing to take back. */
  | { readonly type: 'nothing'; readonly words: string }
  | { readonly type: 'refused'; readonly refusals: readonly SectionRefusal[] };

/** How a stack remembers. */
export interface UndoOptions {
  /** How many edits are remembered at most; 100 if left out. */
  readonly limit?: number;
  /** How many milliseconds without typing end what one undo takes back; 1,000 if left out. */
  readonly pause?: number;
}

/** One edit, or one stretch of typing. */
interface Entry {
  readonly sections: Map<Editor, Recorded>;
  readonly isTyping: boolean;
  at: number;
}

interface Followed {
  readonly section: Section<SectionSchema>;
  readonly editor: Editor;
  readonly texts: TextHistory;
  readonly stopRecording: () => void;
  /** The clients under which this device wrote while the stack was open. */
  readonly clients: Set<number>;
  readonly heirs: WeakMap<Claim, Claim>;
}

/**
 * What one person did in some sections while they were open, to take back and to do again.
 *
 * Undo is the person's own: it takes back what still stands as they wrote it, writes again what that had superseded, and
 * leaves what anybody else has changed since. Listen to the sections to know when `canUndo` may have changed.
 */
export class UndoStack {
  readonly #followed: readonly Followed[];
  readonly #recorder: Recorder = { begin: (parts) => this.#begin(parts) };
  readonly #limit: number;
  readonly #pause: number;
  readonly #transactions = new WeakMap<Y.Transaction, Recorded>();
  #undo: Entry[] = [];
  #redo: Entry[] = [];
  #doing: 'edit' | 'undo' | 'redo' = 'edit';
  #plans: readonly TakenBack[] = [];

  constructor(sections: readonly Section<SectionSchema>[], { limit = 100, pause = 1_000 }: UndoOptions) {
    this.#limit = limit;
    this.#pause = pause;
    this.#followed = sections.map((section) => {
      const editor = Section.editorOf(section);
      const stopRecording = record(editor, this.#recorder);
      const texts = new TextHistory(
        editor.index,
        (transaction) => section.isOwn(transaction),
        (transaction, change) => this.#typed(editor, transaction, change),
      );
      return { section, editor, texts, stopRecording, clients: new Set([section.doc.clientID]), heirs: new WeakMap() };
    });
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Takes back what this person did last. */
  undo(): UndoOutcome {
    return this.#reverse(this.#undo, 'undo');
  }

  /** Does again what was taken back last. */
  redo(): UndoOutcome {
    return this.#reverse(this.#redo, 'redo');
  }

  /** Stops remembering. */
  close(): void {
    for (const { texts, stopRecording } of this.#followed) {
      stopRecording();
      texts.close();
    }
    this.#undo = [];
    this.#redo = [];
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #reverse(stack: Entry[], doing: 'undo' | 'redo'): UndoOutcome {
    const entry = stack.at(-1);
    if (entry === undefined) return { type: 'nothing', words: `There is nothing to ${verbs[doing].none}.` };
    const refusals = this.#followed.flatMap(({ editor }, section) => {
      const fault = entry.sections.has(editor) ? editor.unfit() : undefined;
      return fault === undefined ? [] : [{ ...fault, section }];
    });
    if (refusals.length > 0) return { type: 'refused', refusals };
    stack.pop();
    const plans = this.#followed.flatMap(({ section: { authorOf }, editor, clients, heirs }) => {
      const recorded = entry.sections.get(editor);
      return recorded === undefined ? [] : [planTakingBack(recorded, { clients, heirs, authorOf })];
    });
    const left = plans.flatMap((plan) => plan.left);
    const retyped = new Set<Editor>();
    const parts = plans.flatMap((plan) =>
      this.#partOf(plan, entry.sections.get(plan.editor)?.texts ?? [], () => retyped.add(plan.editor)),
    );
    if (parts.length === 0) return { type: 'overtaken', words: `Not ${verbs[doing].past}: ${listed(left)}.` };
    this.#doing = doing;
    this.#plans = plans;
    try {
      commit(parts);
    } finally {
      this.#doing = 'edit';
      this.#plans = [];
    }
    const done = plans.flatMap((plan) => plan.done);
    // Only Yjs knows what is left of words that were typed, and says so when it has looked.
    if (retyped.size === 0 && parts.every(({ writes }) => isNothing(writes))) {
      (doing === 'undo' ? this.#redo : this.#undo).pop();
      return {
        type: 'overtaken',
        words: `Not ${verbs[doing].past}: ${listed(done)}, which others have changed since.`,
      };
    }
    const changes = this.#followed.map(({ editor }) => plans.find((plan) => plan.editor === editor)?.notes ?? []);
    return { type: 'taken-back', words: `${verbs[doing].done}: ${listed(done)}`, changes, left };
  }

  #partOf({ editor, writes, texts }: TakenBack, changes: readonly TextChange[], retyped: () => void): readonly Part[] {
    if (texts.size === 0) return isNothing(writes) ? [] : [{ editor, writes }];
    const history = this.#followed.find((followed) => followed.editor === editor)?.texts;
    const alsoWrite = (): void => {
      if (history?.takeBack(changes, texts) === true) retyped();
    };
    return [{ editor, writes, alsoWrite }];
  }

  /** Remembers an edit: what it supersedes before it is written, what it wrote after. */
  #begin(parts: readonly Part[]): ReturnType<Recorder['begin']> {
    const before = new Map(
      parts.map((part) => [part.editor, { removed: aboutToGo(part), begun: placeOf(part.editor) }]),
    );
    return (written) => {
      const entry: Entry = { sections: new Map(), isTyping: false, at: 0 };
      for (const one of written) {
        const { editor } = one.part;
        const followed = this.#followed.find((each) => each.editor === editor);
        if (followed === undefined) continue;
        followed.clients.add(editor.doc.clientID);
        const added = justWritten(one);
        const { removed, begun } = before.get(editor) ?? { removed: [], begun: placeOf(editor) };
        const recorded = { editor, begun, added, removed, texts: [] };
        const originals = this.#plans.find((plan) => plan.editor === editor)?.originals ?? [];
        for (const [nth, { claim }] of added.entries()) {
          const original = originals[nth];
          if (original !== undefined) followed.heirs.set(original, claim);
        }
        entry.sections.set(editor, recorded);
        this.#transactions.set(one.transaction, recorded);
      }
      this.#keep(entry);
    };
  }

  #typed(editor: Editor, transaction: Y.Transaction, change: TextChange): void {
    const known = this.#transactions.get(transaction);
    if (known !== undefined) {
      known.texts.push(change);
      return;
    }
    const now = editor.now();
    const last = this.#redo.length === 0 ? this.#undo.at(-1) : undefined;
    const recorded = last?.sections.get(editor);
    const goesOn =
      last?.isTyping === true && recorded !== undefined && now - last.at < this.#pause && isIn(recorded, change);
    if (goesOn) {
      recorded.texts.push(change);
      last.at = now;
    } else {
      this.#keep({ sections: new Map([[editor, typed(editor, change)]]), isTyping: true, at: now });
    }
  }

  #keep(entry: Entry): void {
    if (this.#doing === 'undo') {
      this.#redo.push(entry);
      return;
    }
    this.#undo.push(entry);
    if (this.#doing === 'edit') this.#forget(this.#redo.splice(0));
    if (this.#undo.length > this.#limit) this.#forget(this.#undo.splice(0, this.#undo.length - this.#limit));
  }

  #forget(entries: readonly Entry[]): void {
    for (const { editor, texts } of this.#followed) {
      const changes = entries.flatMap(({ sections }) => sections.get(editor)?.texts ?? []);
      if (changes.length > 0) texts.forget(changes);
    }
  }
}

const isIn = ({ texts }: Recorded, { names }: TextChange): boolean =>
  texts.every((before) => [...names].every((name) => before.names.has(name)));

const verbs = {
  undo: { none: 'take back', past: 'taken back', done: 'Took back' },
  redo: { none: 'do again', past: 'done again', done: 'Did again' },
} as const;
