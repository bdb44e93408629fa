import { useRef } from 'react';
import type { EditorProps } from './editor-props.ts';

/** One of the values that may be chosen, and how it is said. */
export interface Choice {
  readonly value: string;
  readonly words: string;
}

interface ChoiceEditorProps extends EditorProps<string> {
  readonly choices: readonly Choice[];
}

/** One of a few values. A choice with the mouse is done at once; arrow keys only look, until Enter. */
export function ChoiceEditor({ id, label, value, errorId, onChange, onDone, choices }: ChoiceEditorProps) {
  const byPointer = useRef(false);
  return (
    <select
      id={id}
      className="govuk-select app-input"
      aria-label={label}
      aria-describedby={errorId}
      value={value}
      onPointerDown={() => {
        byPointer.current = true;
      }}
      onKeyDown={() => {
        byPointer.current = false;
      }}
      onChange={(event) => {
        onChange(event.target.value);
        if (byPointer.current) onDone(event.target.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </select>
  );
}
