import { useState, type ReactNode } from 'react';
import type { EarlyHelpCommand } from '@caseweave/family';
import { LabelledSelect } from '../forms/labelled-select.tsx';
import { useCommand } from './use-command.ts';
import { useJudge } from './use-judge.ts';

interface ChoiceFormProps {
  readonly record: string;
  /** What the form does, for those who do not see it. */
  readonly name: string;
  /** What is on the button that opens it. */
  readonly opener: ReactNode;
  readonly className: string;
  /** What is chosen. */
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly submit: string;
  /** The command for what was chosen. */
  readonly command: (chosen: string) => EarlyHelpCommand;
}

/** A decision that chooses one of some, for those who may decide it: who joins, which hub. */
export function ChoiceForm({ record, name, opener, className, label, choices, submit, command }: ChoiceFormProps) {
  const { problem, give } = useCommand();
  const judge = useJudge(record);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const judged = choices.map((choice) => ({ ...choice, refusal: judge(command(choice.value)) }));
  const offered = judged.filter(({ refusal }) => refusal === null);
  // What one may not decide is not spoken of; what does not stand to reason is.
  const refusal = judged.find((one) => one.refusal !== null && one.refusal.code !== 'not-allowed')?.refusal ?? null;
  if (offered.length === 0 && refusal === null) return null;
  if (!isOpen) {
    return (
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {opener}
      </button>
    );
  }
  const close = () => setOpen(false);
  const wrong = problem ?? (offered.length === 0 ? (refusal?.words ?? null) : null);
  return (
    <form
      className="app-form-grid"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== '') void give(command(chosen)).then((given) => given && close());
      }}
    >
      {wrong !== null && (
        <p className="govuk-error-message app-form-grid__wide" role="alert">
          {wrong}
        </p>
      )}
      <LabelledSelect
        label={label}
        value={chosen}
        choices={[{ value: '', words: 'Choose' }, ...offered]}
        onChange={setChosen}
      />
      <div className="app-button-row app-form-grid__wide">
        <button type="submit" className="govuk-button app-small-button">
          {submit}
        </button>
        <button type="button" className="govuk-button govuk-button--secondary app-small-button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
