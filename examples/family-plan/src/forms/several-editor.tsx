import type { Choice } from './choice-editor.tsx';
import type { EditorProps } from './editor-props.ts';

interface SeveralEditorProps extends EditorProps<readonly string[]> {
  readonly choices: readonly Choice[];
}

/** Any number of values, such as the owners of an action. */
export function SeveralEditor({ id, label, value, onChange, onDone, choices }: SeveralEditorProps) {
  const toggle = (choice: string, isChosen: boolean) =>
    onChange(isChosen ? [...value, choice] : value.filter((member) => member !== choice));
  return (
    <fieldset className="govuk-fieldset app-several">
      <legend className="govuk-visually-hidden">{label}</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {choices.map((choice) => (
          <div className="govuk-checkboxes__item" key={choice.value}>
            <input
              className="govuk-checkboxes__input"
              id={`${id}-${choice.value}`}
              type="checkbox"
              checked={value.includes(choice.value)}
              onChange={(event) => toggle(choice.value, event.target.checked)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${choice.value}`}>
              {choice.words}
            </label>
          </div>
        ))}
      </div>
      <button type="button" className="govuk-button govuk-button--secondary app-small-button" onClick={() => onDone()}>
        Done
      </button>
    </fieldset>
  );
}

/** Tells whether two sets hold the same members. */
export const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((member) => b.includes(member));
