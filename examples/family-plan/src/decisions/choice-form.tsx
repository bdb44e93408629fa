import { useState } from 'react';
import { LabelledSelect } from '../forms/labelled-select.tsx';
import { useCommand } from './use-command.ts';

interface ChoiceFormProps {
  /** What the form does, for those who do not see it. */
  readonly name: string;
  /** What is chosen. */
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly submit: string;
  /** The command for what was chosen. */
  readonly command: (chosen: string) => Parameters<ReturnType<typeof useCommand>['give']>[0];
  /** The command was given, or the person thought better of it. */
  readonly onClose: () => void;
}

/** A decision that chooses one of some: who joins, which hub. */
export function ChoiceForm({ name, label, choices, submit, command, onClose }: ChoiceFormProps) {
  const { problem, give } = useCommand();
  const [chosen, setChosen] = useState('');
  return (
    <form
      className="app-form-grid"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '') void give(command(chosen)).then((given) => given && onClose());
      }}
    >
      {problem !== null && (
        <p className="govuk-error-message app-form-grid__wide" role="alert">
          {problem}
        </p>
      )}
      <LabelledSelect
        label={label}
        value={chosen}
        choices={[{ value: '', words: 'Choose' }, ...choices]}
        onChange={setChosen}
      />
      <div className="app-button-row app-form-grid__wide">
        <button type="submit" className="govuk-button app-small-button">
          {submit}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary app-small-button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
