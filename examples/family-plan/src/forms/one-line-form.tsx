import { useId, useState } from 'react';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';

interface OneLineFormProps {
  /** The question that it asks: "What will be done". */
  readonly label: string;
  readonly submit: string;
  readonly cancel: string;
  readonly type?: 'text' | 'date';
  readonly isWarning?: boolean;
  /** Leaving the form takes what was typed, as leaving any other field does; otherwise leaving changes nothing. */
  readonly takesOnLeave?: boolean;
  /** Takes what was typed, without the space around it; gives what is wrong with it, or null. */
  readonly onTake: (typed: string) => string | null;
  readonly onClose: () => void;
}

/** Asks for one line. Enter takes it, Escape closes. It has the focus from the start. */
export function OneLineForm(props: OneLineFormProps) {
  const { label, submit, cancel, type = 'text', isWarning = false, takesOnLeave = false, onTake, onClose } = props;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  useHoldsTyping(typed.trim() !== '');

  const take = (): boolean => {
    const wrong = onTake(typed.trim());
    setProblem(wrong);
    if (wrong === null) setTyped('');
    return wrong === null;
  };
  const leave = () => {
    if (!takesOnLeave || typed.trim() === '' || take()) onClose();
  };
  return (
    <form
      className={`app-line-form${isWarning ? ' app-line-form--warning' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      onBlur={(event) => {
        if (takesOnLeave && !event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <label className="govuk-label govuk-!-font-size-16" htmlFor={id}>
        {label}
      </label>
      {problem !== null && (
        <p className="govuk-error-message" role="alert" id={`${id}-problem`}>
          <span className="govuk-visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      <input
        className={`govuk-input${problem === null ? '' : ' govuk-input--error'}`}
        id={id}
        type={type}
        value={typed}
        autoComplete="off"
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => setTyped(event.target.value)}
        ref={(input) => {
          if (input !== null && !input.form?.contains(document.activeElement)) input.focus();
        }}
      />
      <div className="app-button-row">
        <button type="submit" className={`govuk-button app-small-button${isWarning ? ' govuk-button--warning' : ''}`}>
          {submit}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary app-small-button" onClick={leave}>
          {cancel}
        </button>
      </div>
    </form>
  );
}
