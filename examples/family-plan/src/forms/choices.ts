import type { CodeList } from '@caseweave/family';
import type { Choice } from './choice-editor.tsx';

/** The choices of a code list, with a blank first where the value may be left open. */
export function choicesOf(list: CodeList<string> | CodeList<number>, blank?: string): readonly Choice[] {
  const choices = list.entries.map(({ code, label }) => ({ value: String(code), words: label }));
  return blank === undefined ? choices : [{ value: '', words: blank }, ...choices];
}

/** The code that a choice stands for; null for the blank one. */
export function codeOf<Code extends string | number>(list: CodeList<Code>, chosen: string): Code | null {
  return list.codes.find((code) => String(code) === chosen) ?? null;
}
