import type { CodeList } from '@caseweave/family';
import type { Choice } from './choice-editor.tsx';

/** The choices of a code list. */
export const choicesOf = (list: CodeList): readonly Choice[] =>
  list.entries.map(({ code, label }) => ({ value: String(code), words: label }));
