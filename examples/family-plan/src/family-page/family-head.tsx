import type { FamilyFacts } from '../families/family-facts.ts';
import type { FamilySummary } from '../families/family-summary.ts';
import { dayInShort, howFar, isPast } from '../words/dates.ts';
import { Allocate } from '../decisions/allocate.tsx';
import { PageLink } from '../routing/page-link.tsx';
import { useNow } from '../words/use-now.ts';

interface FamilyHeadProps {
  readonly summary: FamilySummary;
  readonly facts: FamilyFacts;
  /** Whether the reader may read the plan. */
  readonly canPrint: boolean;
}

/** The family's name, with what one wants to know first. */
export function FamilyHead({ summary, facts, canPrint }: FamilyHeadProps) {
  const now = useNow();
  const { name, level, lead, hub, nextReviewOn } = summary;
  return (
    <div className="app-family-head">
      <h1 className="govuk-heading-l app-page-heading">{name}</h1>
      <ul className="app-family-head__facts">
        {level !== null && <li>Level {level}</li>}
        <li>{lead === null ? 'No lead practitioner' : `Lead: ${lead}`}</li>
        {hub !== null && <li>{hub}</li>}
        <li>
          {nextReviewOn === null ? (
            'No review date'
          ) : (
            <>
              {isPast(nextReviewOn, now) ? <strong className="app-overdue">Review overdue</strong> : 'Next review'}{' '}
              {dayInShort(nextReviewOn)} ({howFar(nextReviewOn, now)})
            </>
          )}
        </li>
        <Allocate record={summary.record} facts={facts} />
        {canPrint && (
          <li>
            <PageLink to={{ page: 'print', record: summary.record }}>Print this plan</PageLink>
          </li>
        )}
      </ul>
    </div>
  );
}
