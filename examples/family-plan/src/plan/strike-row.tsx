import type { EditOutcome, SectionSchema } from '@caseweave/record';
import { useState } from 'react';
import { OneLineForm } from '../forms/one-line-form.tsx';
import { problemOf } from '../forms/problem-words.ts';
import type { ShownSection } from '../open-record/use-section.ts';

interface StrikeRowProps<Schema extends SectionSchema> {
  readonly shown: ShownSection<Schema>;
  /** What the row is called: "the action School transport form". */
  readonly name: string;
  /** Strikes it, as it was when the question was asked. */
  readonly onStrike: (reason: string, basis: ShownSection<Schema>['view']) => EditOutcome<unknown>;
}

/** Takes a row off that was entered in error, with a reason. It is kept, with who struck it and why. */
export function StrikeRow<Schema extends SectionSchema>({ shown, name, onStrike }: StrikeRowProps<Schema>) {
  const [basis, setBasis] = useState<ShownSection<Schema>['view'] | null>(null);
  if (!shown.canWrite) return null;
  if (basis === null) {
    return (
      <button type="button" className="app-quiet-button" onClick={() => setBasis(shown.view)}>
        Mark as error<span className="govuk-visually-hidden">: {name}</span>
      </button>
    );
  }
  return (
    <OneLineForm
      label={`Why was ${name} entered in error?`}
      submit="Take it off the plan"
      cancel="Keep it"
      isWarning
      onTake={(reason) =>
        reason === '' ? 'Say why, so that the others can follow.' : problemOf(onStrike(reason, basis))
      }
      onClose={() => setBasis(null)}
    />
  );
}
