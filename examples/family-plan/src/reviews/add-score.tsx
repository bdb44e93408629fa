import { scales, scorerRoles, type Scale, type ScorerRole } from '@caseweave/family';
import { refusalWords } from '@caseweave/react';
import { useId, useState, type FormEvent } from 'react';
import { useHoldsTyping } from '../offline/unsaved-typing.ts';
import { usePeople } from '../families/people-context.tsx';
import { choicesOf } from '../forms/choices.ts';
import type { Plan } from '../plan/plan.ts';
import { useSignedIn } from '../sign-in/use-signed-in.ts';
import { dayOf } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import { LabelledSelect } from '../forms/labelled-select.tsx';

const ranges: Readonly<Record<Scale, readonly [number, number]>> = {
  safety_0_10: [0, 10],
  rag: [1, 3],
  confidence_1_5: [1, 5],
  attendance_percent: [0, 100],
};
const colours = [
  { value: '1', words: 'Red' },
  { value: '2', words: 'Amber' },
  { value: '3', words: 'Green' },
];

/** Adds a score: what somebody said of how things are, as they said it. It is written once, and corrects no other. */
export function AddScore({ plan }: { readonly plan: Plan }) {
  const now = useNow();
  const id = useId();
  const me = useSignedIn()?.practitioner;
  const { people, owners } = usePeople();
  const [isOpen, setOpen] = useState(false);
  const [scale, setScale] = useState<Scale>('safety_0_10');
  const [value, setValue] = useState('');
  const [about, setAbout] = useState('');
  const [by, setBy] = useState(me?.id ?? '');
  const [role, setRole] = useState<ScorerRole>('practitioner');
  const [on, setOn] = useState(() => dayOf(now));
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useHoldsTyping(isOpen && (value !== '' || why !== ''));

  if (!isOpen) {
    return (
      <button type="button" className="app-add" onClick={() => setOpen(true)}>
        <span aria-hidden="true">+ </span>Add a score
      </button>
    );
  }
  const [least, most] = ranges[scale];
  const add = (event: FormEvent) => {
    event.preventDefault();
    const given = Number(value);
    if (value === '' || !Number.isFinite(given) || given < least || given > most) {
      setProblem(`Give a score from ${least} to ${most}.`);
      return;
    }
    const wrong = refusalWords(
      plan.section.edit((draft) =>
        draft.scores.append({
          scale,
          value: given,
          on,
          scoredBy: by,
          scorerRole: role,
          ...(about !== '' && { subject: about }),
          ...(why.trim() !== '' && { rationale: why.trim() }),
        }),
      ),
    );
    setProblem(wrong);
    if (wrong !== null) return;
    setValue('');
    setWhy('');
    setOpen(false);
  };
  return (
    <form className="app-form-grid" onSubmit={add} aria-label="Add a score" noValidate>
      {problem !== null && (
        <p className="govuk-error-message app-form-grid__wide" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <LabelledSelect
        label="Scale"
        value={scale}
        choices={choicesOf(scales)}
        onChange={(chosen) => {
          setScale(scales.codes.find((code) => code === chosen) ?? 'safety_0_10');
          setValue('');
        }}
      />
      {scale === 'rag' ? (
        <LabelledSelect
          label="Score"
          value={value}
          choices={[{ value: '', words: 'Choose' }, ...colours]}
          onChange={setValue}
        />
      ) : (
        <div>
          <label className="govuk-label" htmlFor={`${id}-value`}>
            Score, {least} to {most}
          </label>
          <input
            className="govuk-input govuk-input--width-4"
            id={`${id}-value`}
            type="number"
            min={least}
            max={most}
            step="any"
            value={value}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={(event) => setValue(event.target.value)}
          />
        </div>
      )}
      <LabelledSelect
        label="About"
        value={about}
        choices={[{ value: '', words: 'The family' }, ...people]}
        onChange={setAbout}
      />
      <LabelledSelect label="Given by" value={by} choices={owners} onChange={setBy} />
      <LabelledSelect
        label="In the role of"
        value={role}
        choices={choicesOf(scorerRoles)}
        onChange={(chosen) => setRole(scorerRoles.codes.find((code) => code === chosen) ?? 'practitioner')}
      />
      <div>
        <label className="govuk-label" htmlFor={`${id}-on`}>
          On
        </label>
        <input
          className="govuk-input"
          id={`${id}-on`}
          type="date"
          required
          max={dayOf(now)}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </div>
      <div className="app-form-grid__wide">
        <label className="govuk-label" htmlFor={`${id}-why`}>
          Why, in their words
        </label>
        <textarea
          className="govuk-textarea"
          id={`${id}-why`}
          rows={2}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
      </div>
      <div className="app-button-row app-form-grid__wide">
        <button type="submit" className="govuk-button app-small-button">
          Add score
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary app-small-button"
          onClick={() => setOpen(false)}
        >
          Cancel
        </button>
      </div>
    </form>
  );
}
