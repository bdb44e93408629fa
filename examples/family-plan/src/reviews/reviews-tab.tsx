import { planShared } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import { Field } from '../fields/field.tsx';
import { AddRow } from '../forms/add-row.tsx';
import { howFar } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import { ReviewCard } from './review-card.tsx';
import { Scores } from './scores.tsx';

/** When the plan is looked at again, what the reviews decided, and the scores that were given. */
export function ReviewsTab() {
  const now = useNow();
  const plan = useShownSection(useOpenRecord(), planShared);
  if (plan === undefined) return null;
  const { nextReviewOn } = plan.view;
  const reviews = plan.view.reviews.toSorted((a, b) => (b.dueOn ?? '').localeCompare(a.dueOn ?? ''));
  return (
    <>
      <h2 className="govuk-heading-m">Reviews</h2>
      <div className="app-next-review">
        <span>Next review</span>
        <Field
          of={planShared}
          at="nextReviewOn"
          blank="Add a date"
          mark={nextReviewOn === null ? undefined : howFar(nextReviewOn, now)}
        />
      </div>
      {reviews.length === 0 && <p className="govuk-inset-text">No review has been held or planned yet.</p>}
      {reviews.map((review) => (
        <ReviewCard key={review.id} review={review} />
      ))}
      {plan.canWrite && (
        <AddRow
          words="Plan a review"
          label="On which day"
          type="date"
          onAdd={(typed) => plan.section.edit((draft) => draft.reviews.add({ dueOn: typed }))}
        />
      )}
      <Scores plan={plan} />
    </>
  );
}
