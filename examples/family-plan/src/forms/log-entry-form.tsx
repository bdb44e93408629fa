import { useId, useState, type FormEvent } from 'react';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import { dayOf } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import type { Choice } from './choice-editor.tsx';
import { LabelledSelect } from './labelled-select.tsx';

/** What was filled in. */
interface LogEntryTyped {
  readonly occurredOn: string;
  readonly text: string;
  readonly kind: string;
}

interface LogEntryFormProps {
  /** What the form does: "Add an event". */
  readonly name: string;
  /** The label of the words: "What happened". */
  readonly what: string;
  readonly submit: string;
  readonly kindLabel: string;
  readonly kinds: readonly Choice[];
  readonly firstKind?: string;
  /** Adds it; gives what is wrong with it, or null. */
  readonly onAdd: (typed: LogEntryTyped) => string | null;
}

/** Adds something that happened: it is written once, and a correction is another entry. */
export function LogEntryForm({ name, what, submit, kindLabel, kinds, firstKind, onAdd }: LogEntryFormProps) {
  const now = useNow();
  const id = useId();
  const [occurredOn, setOccurredOn] = useState(() => dayOf(now));
  const [kind, setKind] = useState(firstKind ?? kinds[0]?.value ?? '');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useHoldsTyping(text.trim() !== '');

  const add = (event: FormEvent) => {
    event.preventDefault();
    const wrong = text.trim() === '' ? 'Write it down first.' : onAdd({ occurredOn, kind, text: text.trim() });
    setProblem(wrong);
    if (wrong === null) setText('');
  };
  return (
    <form className="app-add-event" onSubmit={add} aria-label={name}>
      <div className="app-add-event__what">
        <label className="govuk-label" htmlFor={`${id}-text`}>
          {what}
        </label>
        {problem !== null && (
          <p className="govuk-error-message" role="alert" id={`${id}-problem`}>
            {problem}
          </p>
        )}
        <textarea
          className="govuk-textarea"
          id={`${id}-text`}
          rows={2}
          value={text}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <label className="govuk-label" htmlFor={`${id}-on`}>
          When
        </label>
        <input
          className="govuk-input"
          id={`${id}-on`}
          type="date"
          required
          max={dayOf(now)}
          value={occurredOn}
          onChange={(event) => setOccurredOn(event.target.value)}
        />
      </div>
      {kinds.length > 0 && <LabelledSelect label={kindLabel} value={kind} choices={kinds} onChange={setKind} />}
      <button type="submit" className="govuk-button app-small-button">
        {submit}
      </button>
    </form>
  );
}
