import type { Review } from '../plan/plan.ts';
import { dayInWords } from '../words/dates.ts';
import { decisionWords, directionWords } from './our-words.ts';

interface PrintedReviewsProps {
  readonly reviews: readonly Review[];
  /** When the plan is looked at next. */
  readonly next: string | null;
}

/** What was said when the plan was looked at together. */
export function PrintedReviews({ reviews, next }: PrintedReviewsProps) {
  const held = reviews.filter(({ heldOn }) => heldOn !== null);
  const planned = reviews.flatMap(({ heldOn, dueOn }) => (heldOn === null && dueOn !== null ? [dueOn] : []));
  const coming = [...new Set([...planned, ...(next === null ? [] : [next])])].toSorted();
  if (held.length === 0 && coming.length === 0) return null;
  return (
    <section>
      <h2>When we look at the plan together</h2>
      {coming.map((day) => (
        <p key={day}>Next: {dayInWords(day)}</p>
      ))}
      {held
        .toSorted((a, b) => (b.heldOn ?? '').localeCompare(a.heldOn ?? ''))
        .map(({ id, heldOn, direction, decision, minutes }) => (
          <div key={id} className="app-paper__review">
            <h3>{heldOn === null ? '' : dayInWords(heldOn)}</h3>
            <p>
              {direction === null ? '' : `${directionWords[direction]} `}
              {decision === null ? '' : decisionWords[decision]}
            </p>
            {minutes !== '' && <p className="app-paper__words">{minutes}</p>}
          </div>
        ))}
    </section>
  );
}
