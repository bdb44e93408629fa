import { InlineField } from '../fields/inline-field.tsx';
import { DayEditor } from '../forms/day-editor.tsx';
import type { Plan } from '../plan/plan.ts';
import { dayInWords, howFar } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';

/** The date of the next review, edited in place. */
export function NextReview({ plan }: { readonly plan: Plan }) {
  const now = useNow();
  const { nextReviewOn } = plan.view;
  return (
    <div className="app-next-review">
      <span>Next review</span>
      <InlineField
        place={{ section: 'plan.shared', entity: '', path: 'nextReviewOn' }}
        label="next review"
        value={nextReviewOn ?? ''}
        view={plan.view}
        shown={nextReviewOn === null ? null : `${dayInWords(nextReviewOn)} (${howFar(nextReviewOn, now)})`}
        blank="Add a date"
        canWrite={plan.canWrite}
        onSave={(typed, basis) =>
          plan.section.edit(
            (draft) => {
              draft.nextReviewOn = typed === '' ? null : typed;
            },
            { basis },
          )
        }
        editor={(editor) => <DayEditor {...editor} />}
      />
    </div>
  );
}
