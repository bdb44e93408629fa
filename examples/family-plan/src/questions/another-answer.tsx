import type { Question } from '@caseweave/record';
import { useId, useState, type FormEvent } from 'react';
import { OneLineForm } from '../forms/one-line-form.tsx';
import { choicesOf, codeOf } from '../forms/choices.ts';
import { isDay } from '../words/dates.ts';
import { codeListOf } from './code-list-of.ts';

interface AnotherAnswerProps {
  readonly question: Question;
  /** What the question is about, to tell it from others. */
  readonly name: string;
  /** Settles with a value; gives what is wrong with it, or null. */
  readonly onSettle: (value: unknown) => string | null;
}

/** An answer to a question that nobody has given yet. */
export function AnotherAnswer({ question, name, onSettle }: AnotherAnswerProps) {
  const [isOpen, setOpen] = useState(false);
  const list = codeListOf(question.path);
  const isWords = question.claims.every(({ value }) => typeof value === 'string');
  if (question.kind === 'struck' || (list === undefined && !isWords)) return null;
  const close = () => setOpen(false);
  if (!isOpen) {
    return (
      <button type="button" className="app-link-button" onClick={() => setOpen(true)}>
        Give another answer<span className="govuk-visually-hidden"> for {name}</span>
      </button>
    );
  }
  if (list !== undefined)
    return <AnotherCode {...{ question, name, onSettle }} choices={choicesOf(list)} onClose={close} />;
  const isDate = question.claims.every(({ value }) => typeof value === 'string' && isDay(value));
  return (
    <OneLineForm
      label={`Another answer for ${name}`}
      type={isDate ? 'date' : 'text'}
      submit="Settle it so"
      cancel="Leave it open"
      onTake={(typed) => (typed === '' ? 'Give an answer, or leave the question open.' : onSettle(typed))}
      onClose={close}
    />
  );
}

interface AnotherCodeProps extends AnotherAnswerProps {
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly onClose: () => void;
}

function AnotherCode({ question, name, onSettle, choices, onClose }: AnotherCodeProps) {
  const [chosen, setChosen] = useState(choices[0]?.value ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const settle = (event: FormEvent) => {
    event.preventDefault();
    const list = codeListOf(question.path);
    setProblem(list === undefined ? null : onSettle(codeOf(list as Parameters<typeof codeOf>[0], chosen)));
  };
  return (
    <form className="app-line-form" onSubmit={settle}>
      <label className="govuk-label govuk-!-font-size-16" htmlFor={id}>
        Another answer for {name}
      </label>
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <select className="govuk-select" id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <div className="app-button-row">
        <button type="submit" className="govuk-button app-small-button">
          Settle it so
        </button>
        <button type="button" className="govuk-button govuk-button--secondary app-small-button" onClick={onClose}>
          Leave it open
        </button>
      </div>
    </form>
  );
}
