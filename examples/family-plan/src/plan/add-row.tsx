import type { EditOutcome } from '@caseweave/record';
import { useId, useState } from 'react';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';

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
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  useHoldsTyping(typed !== null && typed.trim() !== '');
  const close = () => {
    setTyped(null);
    setProblem(null);
  };
  /** Adds what was typed; tells whether that went well, or there was nothing to add. */
  const add = (): boolean => {
    if (typed === null || typed.trim() === '') return true;
    const outcome = onAdd(typed.trim());
    if (outcome.type === 'refused') {
      setProblem(outcome.refusals.map(({ rule, remedy }) => `${rule}. ${remedy}`).join(' '));
      return false;
    }
    setTyped('');
    setProblem(null);
    return true;
  };
  // Leaving keeps what was typed, as leaving any other field does.
  const addAndClose = () => {
    if (add()) close();
  };
  if (typed === null) {
    return (
      <button type="button" className="app-add" onClick={() => setTyped('')}>
        <span aria-hidden="true">+ </span>
        {words}
      </button>
    );
  }
  return (
    <form
      className="app-add-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) addAndClose();
      }}
    >
      <label className="govuk-label govuk-!-font-size-16" htmlFor={id}>
        {label}
      </label>
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <input
        className="govuk-input"
        id={id}
        type={type}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        ref={(input) => {
          if (input !== null && document.activeElement !== input && !input.form?.contains(document.activeElement))
            input.focus();
        }}
      />
      <div className="app-button-row">
        <button type="submit" className="govuk-button app-small-button">
          Add
        </button>
        <button type="button" className="govuk-button govuk-button--secondary app-small-button" onClick={addAndClose}>
          Done
        </button>
      </div>
    </form>
  );
}
