import { planPractice } from '@caseweave/family';
import { Field } from '../fields/field.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';

/** A worry, how grave it is, and what safe enough would look like. */
export function Worry({ id, text }: { readonly id: string; readonly text: string | null }) {
  const name = text ?? 'a worry without words';
  return (
    <section className="app-need" aria-label={`Worry: ${name}`}>
      <div className="app-need__head">
        <div className="app-need__title">
          <span className="app-kind">Worry</span>
          <h4 className="app-need__name">
            <Field of={planPractice} at="worries.text" row={id} blank="Say what worries us" />
          </h4>
        </div>
        <div className="app-need__facts">
          <Field of={planPractice} at="worries.level" row={id} blank="Add a level" />
          <span className="app-by">
            safe enough:
            <Field of={planPractice} at="worries.goal" row={id} blank="Say what safe enough looks like" />
          </span>
          <StrikeRow of={planPractice} rows="worries" row={id} name={`the worry ${name}`} />
        </div>
      </div>
      <Field of={planPractice} at="worries.note" row={id} blank="Add what we think" />
    </section>
  );
}
