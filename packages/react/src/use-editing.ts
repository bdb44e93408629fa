import type { EditOutcome } from '@caseweave/record';
import { useRef, useState } from 'react';
import { refusalWords } from './refusal-words.ts';

/** A value that is shown, or open for editing in its place. */
export interface Editing<Value> {
  readonly isOpen: boolean;
  /** What is typed so far; while it is not open, what stands. */
  readonly value: Value;
  /** What is wrong with what was to be saved, in words. */
  readonly problem: string | null;
  open(this: void): void;
  change(this: void, value: Value): void;
  /** Saves what is typed, or what is given; tells whether it is closed now. */
  save(this: void, value?: Value): boolean;
  /** Closes it without a change. */
  takeBack(this: void): void;
}

/** What editing in place needs. */
export interface EditingOptions<Value, Basis> {
  readonly value: Value;
  /** What the section says now: the view that the value was opened on is the basis of the edit. */
  readonly view: Basis;
  readonly isSame?: (one: Value, other: Value) => boolean;
  save(value: Value, basis: Basis): EditOutcome<unknown>;
}

/** Editing one value in its place: what is typed stays here until it is saved whole, and what is the same is not written. */
export function useEditing<Value, Basis>({
  value: current,
  view,
  isSame = Object.is,
  save,
}: EditingOptions<Value, Basis>): Editing<Value> {
  const opened = useRef<{ readonly at: Value; readonly basis: Basis } | null>(null);
  const [typed, setTyped] = useState<{ readonly value: Value } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const close = () => {
    opened.current = null;
    setTyped(null);
    setProblem(null);
  };
  return {
    isOpen: typed !== null,
    value: typed === null ? current : typed.value,
    problem,
    open: () => {
      opened.current = { at: current, basis: view };
      setTyped({ value: current });
    },
    change: (value) => setTyped({ value }),
    save: (...given) => {
      // Losing the focus comes after Enter and Escape; then there is nothing left to save.
      if (opened.current === null || typed === null) return true;
      const [value = typed.value] = given;
      const { at, basis } = opened.current;
      const wrong = isSame(value, at) ? null : refusalWords(save(value, basis));
      if (wrong === null) close();
      else setProblem(wrong);
      return wrong === null;
    },
    takeBack: close,
  };
}
