import type { EditorProps } from './editor-props.ts';

interface TextEditorProps extends EditorProps<string> {
  /** How many lines there may be to begin with; one alone wraps and has no breaks. */
  readonly rows?: number;
}

/** One line of text, or a few. */
export function TextEditor({ id, label, value, errorId, onChange, rows = 1 }: TextEditorProps) {
  return (
    <textarea
      id={id}
      className={`govuk-textarea app-input${errorId === undefined ? '' : ' govuk-textarea--error'}`}
      aria-label={label}
      aria-describedby={errorId}
      aria-invalid={errorId !== undefined}
      rows={rows}
      value={value}
      onChange={({ target }) => onChange(rows === 1 ? target.value.replaceAll('\n', ' ') : target.value)}
    />
  );
}
