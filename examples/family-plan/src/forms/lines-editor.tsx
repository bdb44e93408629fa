import type { EditorProps } from './editor-props.ts';

/** Any number of values that are typed: one on each line. */
export function LinesEditor({ id, label, value, errorId, onChange, onDone }: EditorProps<readonly string[]>) {
  return (
    <>
      <textarea
        id={id}
        className={`govuk-textarea app-input${errorId === undefined ? '' : ' govuk-textarea--error'}`}
        aria-label={`${label}: one on each line`}
        aria-describedby={errorId}
        aria-invalid={errorId !== undefined}
        rows={Math.max(2, value.length)}
        value={value.join('\n')}
        // Enter begins the next one here.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.stopPropagation();
        }}
        onChange={(event) => onChange(event.target.value.split('\n'))}
      />
      <button type="button" className="govuk-button govuk-button--secondary app-small-button" onClick={() => onDone()}>
        Done
      </button>
    </>
  );
}
