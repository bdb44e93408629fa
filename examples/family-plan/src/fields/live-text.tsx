import type { EditOutcome } from '@caseweave/record';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { caretAfter, spliceBetween, type Splice } from '@caseweave/react';

interface LiveTextProps {
  readonly label: string;
  readonly value: string;
  readonly blank: string;
  readonly canWrite: boolean;
  /** Called for each keystroke: characters merge, so there is nothing to save at the end. */
  readonly onSplice: (splice: Splice) => EditOutcome<unknown>;
}

/** A plain text that several people may type in at once. */
export function LiveText({ label, value, blank, canWrite, onSplice }: LiveTextProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(value);

  useEffect(() => {
    if (isOpen) area.current?.focus();
  }, [isOpen]);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || shown.current === value) return;
    // Somebody else typed: the caret stays with the words around it.
    const splice = spliceBetween(shown.current, value);
    const { selectionStart, selectionEnd } = element;
    element.value = value;
    shown.current = value;
    if (document.activeElement === element) {
      element.setSelectionRange(caretAfter(selectionStart, splice), caretAfter(selectionEnd, splice));
    }
  }, [value]);

  if (!isOpen) {
    if (!canWrite) return value === '' ? null : <p className="app-live-text">{value}</p>;
    return (
      <button
        type="button"
        className={`app-live-text app-value--button${value === '' ? ' app-value--blank' : ''}`}
        onClick={() => {
          shown.current = value;
          setOpen(true);
        }}
      >
        <span className="govuk-visually-hidden">Change {label}: </span>
        {value === '' ? blank : value}
      </button>
    );
  }
  return (
    <textarea
      id={id}
      ref={area}
      className="govuk-textarea app-live-text app-live-text--open"
      aria-label={label}
      rows={Math.max(2, Math.ceil(value.length / 90))}
      defaultValue={value}
      onChange={(event) => {
        const after = event.target.value;
        const splice = spliceBetween(shown.current, after);
        shown.current = after;
        onSplice(splice);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
      onBlur={() => setOpen(false)}
    />
  );
}
