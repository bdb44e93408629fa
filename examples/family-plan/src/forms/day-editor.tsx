import type { EditorProps } from './editor-props.ts';

/** A calendar date. */
export function DayEditor({ id, label, value, errorId, onChange }: EditorProps<string>) {
  return (
    <input
      id={id}
      className={`govuk-input app-input app-input--day${errorId === undefined ? '' : ' govuk-input--error'}`}
      type="date"
      aria-label={label}
      aria-describedby={errorId}
      aria-invalid={errorId !== undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
