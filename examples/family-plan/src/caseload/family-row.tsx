import { PageLink } from '../routing/page-link.tsx';
import { ageInYears, dayInShort, howFar, isPast } from '../words/dates.ts';
import { plural } from '../words/plural.ts';
import type { FamilySummary, PersonSummary } from '../families/family-summary.ts';

interface FamilyRowProps {
  readonly family: FamilySummary;
  readonly now: number;
}

/** One family of the caseload. */
export function FamilyRow({ family, now }: FamilyRowProps) {
  const {
    record,
    name,
    people,
    hub,
    lead,
    level,
    openNeeds,
    nextReviewOn,
    onDevice,
    attention,
    unconfirmed,
    questions,
  } = family;
  const overdue = nextReviewOn !== null && isPast(nextReviewOn, now);
  return (
    <li className="app-family">
      <div className="app-family__who">
        <h2 className="app-family__name">
          <PageLink to={{ page: 'family', record, tab: 'plan' }}>{name}</PageLink>
        </h2>
        <p className="app-family__people">{people.map((person) => nameAndAge(person, now)).join(', ')}</p>
      </div>
      <p className="app-family__where">
        {hub ?? 'No hub'}
        <span className="app-family__lead">{lead === null ? 'No lead practitioner' : `Lead: ${lead}`}</span>
      </p>
      <p className="app-family__review">
        {nextReviewOn === null ? (
          'No review date'
        ) : (
          <>
            <span className={overdue ? 'app-overdue' : ''}>{overdue ? 'Review overdue' : 'Review'} </span>
            {dayInShort(nextReviewOn)} <span className="app-quiet">({howFar(nextReviewOn, now)})</span>
          </>
        )}
        {openNeeds !== null && (
          <span className="app-family__needs">
            {plural(openNeeds, 'open need')}
            {level === null ? '' : `, level ${level}`}
          </span>
        )}
      </p>
      <p className="app-family__marks">
        {questions > 0 && (
          <strong className="govuk-tag govuk-tag--orange">{plural(questions, 'question')} for the team</strong>
        )}
        {unconfirmed > 0 && <strong className="govuk-tag govuk-tag--yellow">Not yet confirmed</strong>}
        {onDevice > 0 && (
          <strong className="govuk-tag govuk-tag--blue">{plural(onDevice, 'change')} on this device</strong>
        )}
        {attention > 0 && (
          <strong className="govuk-tag govuk-tag--red">{plural(attention, 'change')} to look at</strong>
        )}
      </p>
    </li>
  );
}

function nameAndAge({ name, dateOfBirth }: PersonSummary, now: number): string {
  return dateOfBirth === null ? name : `${name} (${ageInYears(dateOfBirth, now)})`;
}
