import { significances, type chronologyShared } from '@caseweave/family';
import { useId, useState, type FormEvent } from 'react';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import type { ShownSection } from '../open-record/use-section.ts';
import { codeOf } from '../plan/choices.ts';
import { dayOf } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

interface AddEventProps {
  readonly chronology: ShownSection<typeof chronologyShared>;
  readonly agency: string;
}

/** Adds an event. It is written once; a correction is another entry. */
export function AddEvent({ chronology, agency }: AddEventProps) {
  const now = useNow();
  const id = useId();
  const [occurredOn, setOccurredOn] = useState(() => dayOf(now));
  const [significance, setSignificance] = useState('notable');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  useHoldsTyping(text.trim() !== '');

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') {
      setProblem('Say what happened.');
      return;
    }
    const outcome = chronology.section.edit((draft) =>
      draft.events.append({
        occurredOn,
        precision: 'day',
        significance: codeOf(significances, significance) ?? 'notable',
        text: text.trim(),
        sourceAgency: agency,
        about: [],
      }),
    );
    if (outcome.type === 'refused') {
      setProblem(outcome.refusals.map(({ remedy }) => remedy).join(' '));
      return;
    }
    setText('');
    setProblem(null);
  };
  return (
    <form className="app-add-event" onSubmit={add} aria-label="Add an event">
      <div className="app-add-event__what">
        <label className="govuk-label" htmlFor={`${id}-text`}>
          What happened
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
      <div>
        <label className="govuk-label" htmlFor={`${id}-significance`}>
          Significance
        </label>
        <select
          className="govuk-select"
          id={`${id}-significance`}
          value={significance}
          onChange={(event) => setSignificance(event.target.value)}
        >
          {significances.entries.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="govuk-button app-small-button">
        Add event
      </button>
    </form>
  );
}
