import { refusalWords } from '@caseweave/react';
import type { EditOutcome } from '@caseweave/record';
import { useState } from 'react';
import { OneLineForm } from './one-line-form.tsx';

interface AddRowProps {
  /** On the button: "Add an action". */
  readonly words: string;
  /** The label of the first field: "What will be done". */
  readonly label: string;
  readonly type?: 'text' | 'date';
  readonly onAdd: (typed: string) => EditOutcome<unknown>;
}

/** Adds a row by its first words; Enter adds it and asks for the next, Escape is done. */
export function AddRow({ words, label, type = 'text', onAdd }: AddRowProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" className="app-add" onClick={() => setOpen(true)}>
        <span aria-hidden="true">+ </span>
        {words}
      </button>
    );
  }
  return (
    <OneLineForm
      label={label}
      type={type}
      submit="Add"
      cancel="Done"
      takesOnLeave
      onTake={(typed) => (typed === '' ? null : refusalWords(onAdd(typed)))}
      onClose={() => setOpen(false)}
    />
  );
}
