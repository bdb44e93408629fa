import { refusalWords, type RowsAt, useOpenRecord, useShownSection } from '@caseweave/react';
import type { SectionSchema, View } from '@caseweave/record';
import { useState } from 'react';
import { OneLineForm } from '../forms/one-line-form.tsx';

interface StrikeRowProps<Schema extends SectionSchema> {
  readonly of: Schema;
  readonly rows: RowsAt<Schema>;
  readonly row: string;
  /** What the row is called: "the action School transport form". */
  readonly name: string;
}

/** Takes a row off that was entered in error, with a reason. It is kept, with who struck it and why. */
export function StrikeRow<Schema extends SectionSchema>({ of, rows, row, name }: StrikeRowProps<Schema>) {
  const shown = useShownSection<SectionSchema>(useOpenRecord(), of);
  const [basis, setBasis] = useState<View<SectionSchema> | null>(null);
  if (shown?.canWrite !== true) return null;
  if (basis === null) {
    return (
      <button type="button" className="app-quiet-button" onClick={() => setBasis(shown.view)}>
        Mark as error<span className="govuk-visually-hidden">: {name}</span>
      </button>
    );
  }
  const strike = (reason: string) =>
    shown.section.edit((draft) => (draft as AnyDraft)[rows]?.byId(row).strike(reason), { basis });
  return (
    <OneLineForm
      label={`Why was ${name} entered in error?`}
      submit="Take it off the plan"
      cancel="Keep it"
      isWarning
      onTake={(reason) => (reason === '' ? 'Say why, so that the others can follow.' : refusalWords(strike(reason)))}
      onClose={() => setBasis(null)}
    />
  );
}

type AnyDraft = Readonly<Record<string, { byId(id: string): { strike(why: string): void } } | undefined>>;
