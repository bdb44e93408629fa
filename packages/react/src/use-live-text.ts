import type { EditOutcome } from '@caseweave/record';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { caretAfter, type Splice, spliceBetween } from './splice.ts';

/** What a text area is handed, for several people to type in at once. */
export interface LiveText {
  /** Fills the area as it appears. A `defaultValue` would move the caret of whoever types. */
  readonly ref: (area: HTMLTextAreaElement | null) => void;
  onChange(event: { readonly target: { readonly value: string } }): void;
}

/**
 * Typing in a plain text with others: each keystroke is written, so that there is nothing to save at the end, and what
 * others type comes in around the caret.
 */
export function useLiveText(value: string, splice: (splice: Splice) => EditOutcome<unknown>): LiveText {
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(value);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = value;
    const { current } = area;
    if (current === null || current.value === value) return;
    const { selectionStart, selectionEnd } = current;
    const change = spliceBetween(before, value);
    current.value = value;
    if (document.activeElement === current) {
      current.setSelectionRange(caretAfter(selectionStart, change), caretAfter(selectionEnd, change));
    }
  }, [value]);
  const ref = useCallback((appearing: HTMLTextAreaElement | null) => {
    area.current = appearing;
    if (appearing !== null) appearing.value = shown.current;
  }, []);
  return {
    ref,
    onChange: ({ target }) => {
      const change = spliceBetween(shown.current, target.value);
      shown.current = target.value;
      splice(change);
    },
  };
}
