import { type KeyboardEvent, useState } from 'react';
import { refusalWords } from './refusal-words.ts';
import type { ShownField } from './shown-field.ts';

/** What an input or a text area is handed, to write in a field. */
export interface Typing {
  readonly value: string;
  readonly readOnly: boolean;
  onChange(event: { readonly target: { readonly value: string } }): void;
  /** Writes what was typed. */
  onBlur(): void;
  /** Enter writes what was typed, Escape takes it back. */
  onKeyDown(event: Pick<KeyboardEvent, 'key' | 'currentTarget'>): void;
}

/**
 * Writing in a field by an input: what is typed stays in the input until it is left, and is then written whole. What came
 * meanwhile is not overwritten unseen: the edit is based on what was seen when typing began. Nothing typed clears the field.
 *
 * @returns what the input is handed, and what was wrong with what was written last, in words
 */
export function useTyping(field: ShownField<string | null> | undefined): {
  readonly typing: Typing;
  readonly problem: string | null;
} {
  const [typed, setTyped] = useState<{ readonly text: string; readonly basis: object } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const value = field?.value ?? '';
  const write = () => {
    if (field === undefined || typed === null) return;
    const outcome = field.change(typed.text === '' ? null : typed.text, typed.basis);
    setProblem(refusalWords(outcome));
    setTyped(null);
  };
  return {
    problem,
    typing: {
      value: typed?.text ?? value,
      readOnly: field?.canWrite !== true,
      onChange: ({ target }) => setTyped({ text: target.value, basis: typed?.basis ?? field?.view ?? {} }),
      onBlur: write,
      onKeyDown({ key, currentTarget }) {
        if (key === 'Escape') setTyped(null);
        else if (key === 'Enter' && currentTarget instanceof HTMLInputElement) write();
      },
    },
  };
}
