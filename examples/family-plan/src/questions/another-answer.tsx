import { useId, useState, type FormEvent } from 'react';
import { type Control, ControlEditor } from '../forms/control-editor.tsx';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';

interface AnotherAnswerProps {
  /** What an answer is typed with; null where none can be. */
  readonly control: Control | null;
  readonly valueOf: (text: string) => unknown;
  /** What the question is about, to tell it from others. */
  readonly name: string;
  /** Settles with a value; gives what is wrong with it, or null. */
  readonly onSettle: (value: unknown) => string | null;
}

/** An answer to a question that nobody has given yet. */
export function AnotherAnswer({ control, valueOf, name, onSettle }: AnotherAnswerProps) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  useHoldsTyping(isOpen && typed.trim() !== '');
  if (control === null) return null;
  if (!isOpen) {
    return (
      <button type="button" className="app-link-button" onClick={() => setOpen(true)}>
        Give another answer<span className="govuk-visually-hidden"> for {name}</span>
      </button>
    );
  }
  const settle = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    setProblem(text === '' ? 'Give an answer, or leave the question open.' : onSettle(valueOf(text)));
  };
  const label = `Another answer for ${name}`;
  return (
    <form className="app-line-form" onSubmit={settle}>
      <label className="govuk-label govuk-!-font-size-16" htmlFor={id}>
        {label}
      </label>
      {problem !== null && (
        <p className="govuk-error-message" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <ControlEditor
        control={control}
        blank="Choose"
        id={id}
        label={label}
        value={typed}
        errorId={problem === null ? undefined : `${id}-problem`}
        onChange={setTyped}
        onDone={(text) => setTyped(text ?? typed)}
      />
      <div className="app-button-row">
        <button type="submit" className="govuk-button app-small-button">
          Settle it so
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary app-small-button"
          onClick={() => setOpen(false)}
        >
          Leave it open
        </button>
      </div>
    </form>
  );
}
