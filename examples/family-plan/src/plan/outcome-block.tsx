import { planShared } from '@caseweave/family';
import { Field } from '../fields/field.tsx';
import { RowMark } from '../fields/row-mark.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';
import { ActionList } from './action-list.tsx';
import type { Action, Outcome, Plan } from './plan.ts';

interface OutcomeBlockProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly actions: readonly Action[];
}

/** A desired outcome, with the actions towards it. */
export function OutcomeBlock({ plan, outcome: { id, text }, actions }: OutcomeBlockProps) {
  const name = text ?? 'an outcome without words';
  return (
    <section className="app-outcome" aria-label={`Desired outcome: ${name}`}>
      <div className="app-outcome__head">
        <span className="app-kind">Desired outcome</span>
        <div className="app-outcome__text">
          <Field of={planShared} at="outcomes.text" row={id} blank="Say what will be different" />
          <RowMark of={planShared} rows="outcomes" row={id} />
        </div>
        <div className="app-outcome__facts">
          <Field of={planShared} at="outcomes.attainment" row={id} blank="Add progress" isTag />
          <span className="app-by">
            by
            <Field of={planShared} at="outcomes.targetOn" row={id} blank="Add a date" />
          </span>
          <StrikeRow of={planShared} rows="outcomes" row={id} name={`the outcome ${name}`} />
        </div>
      </div>
      <ActionList plan={plan} actions={actions} outcome={id} label={`Actions for ${name}`} />
    </section>
  );
}
