import { AddRow } from '../plan/add-row.tsx';
import type { Plan } from '../plan/plan.ts';
import { NextReview } from './next-review.tsx';
import { ReviewCard } from './review-card.tsx';
import { Scores } from './scores.tsx';

/** When the plan is looked at again, what the reviews decided, and the scores that were given. */
export function ReviewsTab({ plan }: { readonly plan: Plan }) {
  const reviews = plan.view.reviews.toSorted((a, b) => (b.dueOn ?? '').localeCompare(a.dueOn ?? ''));
  return (
    <>
      <h2 className="govuk-heading-m">Reviews</h2>
      <NextReview plan={plan} />
      {reviews.length === 0 && <p className="govuk-inset-text">No review has been held or planned yet.</p>}
      {reviews.map((review) => (
        <ReviewCard key={review.id} plan={plan} review={review} />
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
