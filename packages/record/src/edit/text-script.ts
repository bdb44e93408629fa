import type * as Y from 'yjs';
import { copyJson, isWellFormed } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { Fault } from '../meaning/meaning.ts';
import type { Formats } from './draft.ts';

/** Changes to one text, tried on a copy of its characters, and written when the whole edit is right. */
export class TextScript {
  #characters: string;
  readonly #steps: ((text: Y.Text) => void)[] = [];

  /** @param characters - the text as it is, an embed counted as one character */
  constructor(characters: string) {
    this.#characters = characters;
  }

  get characters(): string {
    return this.#characters;
  }

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  insert(
    index: number,
    inserted: unknown,
    formats: Formats | undefined,
    allowed: readonly string[],
  ): Fault | undefined {
    if (typeof inserted !== 'string' || !isWellFormed(inserted)) return notText;
    if (this.#characters.length + inserted.length > LIMITS.textLength) return tooLong;
    const fault = this.#checkRange(index, 0) ?? checkFormats(formats, allowed);
    if (fault !== undefined || inserted === '') return fault;
    this.#characters = this.#characters.slice(0, index) + inserted + this.#characters.slice(index);
    // An empty set of formats keeps inserted text from taking on those to its left.
    this.#steps.push((text) => text.insert(index, inserted, allowed.length > 0 ? { ...formats } : undefined));
    return undefined;
  }

  delete(index: number, length: number): Fault | undefined {
    const fault = this.#checkRange(index, length);
    if (fault !== undefined || length === 0) return fault;
    this.#characters = this.#characters.slice(0, index) + this.#characters.slice(index + length);
    this.#steps.push((text) => text.delete(index, length));
    return undefined;
  }

  format(index: number, length: number, formats: Formats, allowed: readonly string[]): Fault | undefined {
    const fault = this.#checkRange(index, length) ?? checkFormats(formats, allowed);
    if (fault !== undefined || length === 0) return fault;
    this.#steps.push((text) => text.format(index, length, { ...formats }));
    return undefined;
  }

  write(text: Y.Text): void {
    for (const step of this.#steps) step(text);
  }

  #checkRange(index: number, length: number): Fault | undefined {
    const end = index + length;
    const whole = Number.isInteger(index) && Number.isInteger(length);
    if (!whole || index < 0 || length < 0 || end > this.#characters.length) return outOfRange;
    // Yjs replaces both halves of a character that is cut in two.
    return this.#cutsCharacter(index) || this.#cutsCharacter(end) ? insideCharacter : undefined;
  }

  #cutsCharacter(index: number): boolean {
    return index > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(this.#characters.slice(index - 1, index + 1));
  }
}

function checkFormats(formats: Formats | undefined, allowed: readonly string[]): Fault | undefined {
  if (formats === undefined) return undefined;
  if (typeof formats !== 'object' || formats === null) return notFormats;
  if (!Object.keys(formats).every((format) => allowed.includes(format))) return notAllowed;
  const copied = copyJson(formats);
  return copied.ok ? undefined : copied.fault;
}

const notFormats: Fault = {
  code: 'wrong-value',
  rule: 'formats are given as an object',
  remedy: 'Give an object such as { bold: true }.',
};
const notText: Fault = {
  code: 'not-json',
  rule: 'only whole characters may be inserted',
  remedy: 'Insert a string, and cut it between characters.',
};
const tooLong: Fault = {
  code: 'too-large',
  rule: `a text holds at most ${LIMITS.textLength} characters`,
  remedy: 'Shorten the text.',
};
const outOfRange: Fault = {
  code: 'out-of-range',
  rule: 'the place is not within the text',
  remedy: 'Count places from 0 to the length of the text, in UTF-16 units.',
};
const insideCharacter: Fault = {
  code: 'out-of-range',
  rule: 'the place is inside a character',
  remedy: 'Begin and end between characters, not between the halves of a surrogate pair.',
};
const notAllowed: Fault = {
  code: 'format-not-allowed',
  rule: 'this format is not allowed in this text',
  remedy: 'Use one of the formats that the schema allows.',
};
