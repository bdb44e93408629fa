import { reviewDecisions, reviewDirections } from '@caseweave/family';
import { LiveText } from '../fields/live-text.tsx';
import type { Plan, Review } from '../plan/plan.ts';
import { CodeField, DayField } from '../plan/row-field.tsx';
import { RowMark } from '../plan/row-mark.tsx';
import { StrikePlanRow } from '../plan/strike-plan-row.tsx';
import { dayInWords } from '../words/dates.ts';

/** One review: when, which way things went, what was decided, and the minutes. */
export function ReviewCard({ plan, review }: { readonly plan: Plan; readonly review: Review }) {
  const { id, dueOn, heldOn } = review;
  const day = heldOn ?? dueOn;
  const name = day === null ? 'the review without a date' : `the review of ${dayInWords(day)}`;
  const common = { plan, collection: 'reviews', entity: id } as const;
  return (
    <section className="app-panel" aria-label={name}>
      <dl className="app-facts">
        <div>
          <dt>Due</dt>
          <dd>
            <DayField
              {...common}
              field="dueOn"
              label={`due date, ${name}`}
              value={dueOn}
              blank="Add a date"
              write={(draft, value) => {
                draft.reviews.byId(id).dueOn = value;
              }}
            />
          </dd>
        </div>
        <div>
          <dt>Held</dt>
          <dd>
            <DayField
              {...common}
              field="heldOn"
              label={`day it was held, ${name}`}
              value={heldOn}
              blank="Not held yet"
              write={(draft, value) => {
                draft.reviews.byId(id).heldOn = value;
              }}
            />
          </dd>
        </div>
        <div>
          <dt>Since last time</dt>
          <dd>
            <CodeField
              {...common}
              field="direction"
              label={`direction, ${name}`}
              value={review.direction}
              blank="Add a direction"
              list={reviewDirections}
              isTag
              write={(draft, value) => {
                draft.reviews.byId(id).direction = value;
              }}
            />
          </dd>
        </div>
        <div>
          <dt>Decision</dt>
          <dd>
            <CodeField
              {...common}
              field="decision"
              label={`decision, ${name}`}
              value={review.decision}
              blank="Add a decision"
              list={reviewDecisions}
              write={(draft, value) => {
                draft.reviews.byId(id).decision = value;
              }}
            />
          </dd>
        </div>
      </dl>
      <LiveText
        key={plan.section.generation}
        label={`Minutes of ${name}`}
        value={review.minutes}
        blank="Add minutes"
        canWrite={plan.canWrite}
        onSplice={({ index, removed, inserted }) =>
          plan.section.edit((draft) => {
            const { minutes } = draft.reviews.byId(id);
            if (removed > 0) minutes.delete(index, removed);
            if (inserted !== '') minutes.insert(index, inserted);
          })
        }
      />
      <RowMark collection="reviews" entity={id} />
      <StrikePlanRow plan={plan} collection="reviews" entity={id} name={name} />
    </section>
  );
}
