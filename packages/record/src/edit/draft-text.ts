import type { Fault } from '../meaning/meaning.ts';
import type { TextPlan } from '../schema/plan.ts';
import { eachStretch, isOtherRoot } from '../yjs-internals.ts';
import type { DraftRichText, Formats } from './draft.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';
import { TextScript } from './text-script.ts';
import { mayWrite } from './writing.ts';

/** A text being edited, with formatting where its field allows any. */
export class TextDraft implements DraftRichText {
  readonly #script: Script;
  readonly #target: Target;
  readonly #field: TextPlan;

  constructor(script: Script, target: Target, field: TextPlan) {
    this.#script = script;
    this.#target = target;
    this.#field = field;
  }

  get length(): number {
    return this.#open().characters.length;
  }

  insert(index: number, text: string, formats?: Formats): void {
    this.#change((script) => script.insert(index, text, formats, this.#field.formats));
  }

  /** Puts in the first characters of a new row's text. */
  fill(text: unknown): void {
    this.#change((script) => script.insert(0, text, undefined, this.#field.formats));
  }

  delete(index: number, length: number): void {
    this.#change((script) => script.delete(index, length));
  }

  format(index: number, length: number, formats: Formats): void {
    this.#change((script) => script.format(index, length, formats, this.#field.formats));
  }

  toString(): string {
    return this.#open().characters;
  }

  #change(change: (script: TextScript) => Fault | undefined): void {
    if (!mayWrite(this.#script, this.#target, this.#field.path)) return;
    const { doc } = this.#script.context.index;
    const fault = isOtherRoot(doc, `${this.#field.path}/${this.#target.id}`) ? wrongRoot : change(this.#open());
    if (fault !== undefined) this.#script.refuse(this.#field.path, fault);
  }

  #open(): TextScript {
    this.#script.assertOpen();
    let script = this.#target.texts.get(this.#field.slot);
    if (script === undefined) {
      script = new TextScript(this.#characters());
      this.#target.keepText(this.#field.slot, script);
    }
    return script;
  }

  // Texts merge by character, so their places are those of the document, whatever the basis of the edit.
  #characters(): string {
    const text = this.#script.context.index.textOf(this.#field.path, this.#target.id);
    let characters = '';
    if (text !== undefined)
      eachStretch(text, (stretch) => (characters += stretch.characters || embed.repeat(stretch.length)));
    return characters;
  }
}

const wrongRoot: Fault = {
  code: 'wrong-root',
  rule: 'the root of this text was made as something else in this document',
  remedy: 'Leave the roots of texts to the section: open the document anew.',
};

// What stands for something that is no character but takes a place.
const embed = '\uFFFC';
