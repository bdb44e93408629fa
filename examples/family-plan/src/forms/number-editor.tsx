import type { EditorProps } from './editor-props.ts';

interface NumberEditorProps extends EditorProps<string> {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** A number, with its range. */
export function NumberEditor({ id, label, value, errorId, onChange, least, most, isWhole }: NumberEditorProps) {
  return (
    <input
      id={id}
      className={`govuk-input govuk-input--width-5 app-input${errorId === undefined ? '' : ' govuk-input--error'}`}
      type="number"
      min={least}
      max={most}
      step={isWhole ? 1 : 'any'}
      aria-label={label}
      aria-describedby={errorId}
      aria-invalid={errorId !== undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
