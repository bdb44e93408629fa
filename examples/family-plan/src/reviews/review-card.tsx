import { planShared } from '@caseweave/family';
import { Field } from '../fields/field.tsx';
import { RowMark } from '../fields/row-mark.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';
import type { Review } from '../plan/plan.ts';
import { dayInWords } from '../words/dates.ts';

/** One review: when, which way things went, what was decided, and the minutes. */
export function ReviewCard({ review: { id, dueOn, heldOn } }: { readonly review: Review }) {
  const day = heldOn ?? dueOn;
  const name = day === null ? 'the review without a date' : `the review of ${dayInWords(day)}`;
  return (
    <section className="app-panel" aria-label={name}>
      <dl className="app-facts">
        <div>
          <dt>Due</dt>
          <dd>
            <Field of={planShared} at="reviews.dueOn" row={id} name={name} blank="Add a date" />
          </dd>
        </div>
        <div>
          <dt>Held</dt>
          <dd>
            <Field of={planShared} at="reviews.heldOn" row={id} name={name} blank="Not held yet" />
          </dd>
        </div>
        <div>
          <dt>Since last time</dt>
          <dd>
            <Field of={planShared} at="reviews.direction" row={id} name={name} blank="Add a direction" isTag />
          </dd>
        </div>
        <div>
          <dt>Decision</dt>
          <dd>
            <Field of={planShared} at="reviews.decision" row={id} name={name} blank="Add a decision" />
          </dd>
        </div>
      </dl>
      <Field of={planShared} at="reviews.minutes" row={id} name={name} />
      <RowMark of={planShared} rows="reviews" row={id} />
      <StrikeRow of={planShared} rows="reviews" row={id} name={name} />
    </section>
  );
}
