import { AddRow } from './add-row.tsx';
import type { Plan } from './plan.ts';
import { WordsField } from './row-field.tsx';
import { RowMark } from './row-mark.tsx';
import { StrikePlanRow } from './strike-plan-row.tsx';

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
            <WordsField
              plan={plan}
              collection="strengths"
              entity={id}
              field="text"
              label={`strength, ${text ?? 'without words'}`}
              value={text}
              blank="Say what goes well"
              write={(draft, value) => {
                draft.strengths.byId(id).text = value;
              }}
            />
            <RowMark collection="strengths" entity={id} />
            <StrikePlanRow
              plan={plan}
              collection="strengths"
              entity={id}
              name={`the strength ${text ?? 'without words'}`}
            />
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
