import { planShared } from '@caseweave/family';
import { Field } from '../fields/field.tsx';
import { RowMark } from '../fields/row-mark.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';
import { AddRow } from '../forms/add-row.tsx';
import { OutcomeBlock } from './outcome-block.tsx';
import type { Action, Need, Outcome, Plan } from './plan.ts';

interface NeedCardProps {
  readonly plan: Plan;
  readonly need: Need;
  readonly outcomes: readonly { readonly outcome: Outcome; readonly actions: readonly Action[] }[];
}

/** A need, what we know of it, and the outcomes that answer it. */
export function NeedCard({ plan, need: { id, title }, outcomes }: NeedCardProps) {
  const name = title ?? 'a need without a name';
  return (
    <section className="app-need" aria-label={`Need: ${name}`} data-testid="need">
      <div className="app-need__head">
        <div className="app-need__title">
          <span className="app-kind">Need</span>
          <h3 className="app-need__name">
            <Field of={planShared} at="needs.title" row={id} blank="Name the need" />
          </h3>
          <RowMark of={planShared} rows="needs" row={id} />
        </div>
        <div className="app-need__facts">
          <Field of={planShared} at="needs.headline" row={id} blank="Add a headline outcome" />
          <span className="app-by">
            about
            <Field of={planShared} at="needs.about" row={id} blank="Say whom" />
          </span>
          <Field of={planShared} at="needs.level" row={id} blank="Add a level" />
          <Field of={planShared} at="needs.status" row={id} blank="Add a status" isTag />
          <StrikeRow of={planShared} rows="needs" row={id} name={`the need ${name}`} />
        </div>
      </div>
      <Field of={planShared} at="needs.note" row={id} blank="Add what we know about this need" />
      {outcomes.map(({ outcome, actions }) => (
        <OutcomeBlock key={outcome.id} plan={plan} outcome={outcome} actions={actions} />
      ))}
      {plan.canWrite && (
        <AddRow
          words="Add a desired outcome"
          label="What will be different"
          onAdd={(text) => plan.section.edit((draft) => draft.outcomes.add({ text, needs: [id] }))}
        />
      )}
    </section>
  );
}
