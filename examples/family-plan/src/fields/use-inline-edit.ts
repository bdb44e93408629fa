import type { EditOutcome } from '@caseweave/record';
import { useRef, useState } from 'react';
import { problemOf } from '../forms/problem-words.ts';

/** A field that is shown, or open for editing. */
export interface InlineEdit<Value> {
  readonly isOpen: boolean;
  readonly value: Value;
  readonly problem: string | null;
  readonly open: () => void;
  readonly change: (value: Value) => void;
  /** Saves; tells whether the field is closed now. */
  readonly save: (value?: Value) => boolean;
  readonly takeBack: () => void;
}

/** What a field needs for being edited in place. */
export interface InlineEditOptions<Value, Basis> {
  readonly current: Value;
  /** What the section says now; the view that the field was opened on is the basis of the edit. */
  readonly view: Basis;
  readonly same: (a: Value, b: Value) => boolean;
  readonly onSave: (value: Value, basis: Basis) => EditOutcome<unknown>;
}

interface Opened<Value, Basis> {
  readonly at: Value;
  readonly basis: Basis;
}

/** Editing one field in place: what is typed stays here until it is saved whole. */
export function useInlineEdit<Value, Basis>({
  current,
  view,
  same,
  onSave,
}: InlineEditOptions<Value, Basis>): InlineEdit<Value> {
  const opened = useRef<Opened<Value, Basis> | null>(null);
  const [typed, setTyped] = useState<Value | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const close = () => {
    opened.current = null;
    setTyped(null);
    setProblem(null);
  };
  return {
    isOpen: typed !== null,
    value: typed ?? current,
    problem,
    open: () => {
      opened.current = { at: current, basis: view };
      setTyped(current);
    },
    change: setTyped,
    save: (given) => {
      const value = given ?? typed;
      // Losing focus comes after Enter and Escape; then there is nothing left to save.
      if (opened.current === null || value === null) return true;
      if (!same(value, opened.current.at)) {
        const outcome = onSave(value, opened.current.basis);
        const wrong = problemOf(outcome);
        if (wrong !== null) {
          setProblem(wrong);
          return false;
        }
      }
      close();
      return true;
    },
    takeBack: close,
  };
}
