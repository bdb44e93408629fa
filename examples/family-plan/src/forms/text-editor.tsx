import type { EditorProps } from './editor-props.ts';

/** One line of text, or a few that wrap. */
export function TextEditor({ id, label, value, errorId, onChange }: EditorProps<string>) {
  return (
    <textarea
      id={id}
      className={`govuk-textarea app-input${errorId === undefined ? '' : ' govuk-textarea--error'}`}
      aria-label={label}
      aria-describedby={errorId}
      aria-invalid={errorId !== undefined}
      rows={1}
      value={value}
      onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
    />
  );
}
