import { useId } from 'react';
import type { Choice } from './choice-editor.tsx';

interface LabelledSelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** A choice of a form, under its label. */
export function LabelledSelect({ label, value, choices, onChange }: LabelledSelectProps) {
  const id = useId();
  return (
    <div>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <select className="govuk-select" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  );
}
