import { planShared } from '@caseweave/family';
import { Field } from '../fields/field.tsx';
import { RowMark } from '../fields/row-mark.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';
import { AddRow } from '../forms/add-row.tsx';
import type { Plan } from './plan.ts';

/** What goes well in the family. */
export function Strengths({ plan }: { readonly plan: Plan }) {
  const { strengths } = plan.view;
  if (strengths.length === 0 && !plan.canWrite) return null;
  return (
    <section className="app-panel" aria-labelledby="strengths-heading">
      <h2 className="govuk-heading-m" id="strengths-heading">
        Strengths
      </h2>
      <ul className="app-strengths">
        {strengths.map(({ id, text }) => (
          <li key={id} className="app-strength">
            <Field of={planShared} at="strengths.text" row={id} blank="Say what goes well" />
            <RowMark of={planShared} rows="strengths" row={id} />
            <StrikeRow of={planShared} rows="strengths" row={id} name={`the strength ${text ?? 'without words'}`} />
          </li>
        ))}
      </ul>
      {plan.canWrite && (
        <AddRow
          words="Add a strength"
          label="What goes well"
          onAdd={(text) => plan.section.edit((draft) => draft.strengths.add({ text }))}
        />
      )}
    </section>
  );
}
