import { relationshipKinds, responsibilities, roles, type PlanSharedView } from '@caseweave/family';
import type { FamilyFacts } from '../caseload/family-facts.ts';
import type { PersonSummary } from '../caseload/family-summary.ts';
import { ageInYears, dayInWords } from '../words/dates.ts';
import { useNow } from '../words/use-now.ts';
import { nameIn, usePeople } from './people-context.tsx';

interface PeopleTabProps {
  readonly facts: FamilyFacts;
  readonly people: readonly PersonSummary[];
  readonly relationships: readonly PlanSharedView['relationships'][number][];
}

const roleWords: Readonly<Record<string, string>> = { child: 'Child', adult: 'Adult' };

/** Who is in the family, how they belong together, and who works with them. */
export function PeopleTab({ facts, people, relationships }: PeopleTabProps) {
  const now = useNow();
  const known = usePeople();
  return (
    <>
      <h2 className="govuk-heading-m">The family</h2>
      <ul className="app-cards">
        {people.map(({ person, name, role, dateOfBirth }) => (
          <li key={person} className="app-card">
            <h3 className="app-card__name">{name}</h3>
            <p>
              {roleWords[role] ?? role}
              {dateOfBirth === null ? '' : `, ${ageInYears(dateOfBirth, now)} years old`}
            </p>
            {dateOfBirth !== null && <p className="app-quiet">Born {dayInWords(dateOfBirth)}</p>}
          </li>
        ))}
      </ul>
      {relationships.length > 0 && (
        <>
          <h2 className="govuk-heading-m">How they are related</h2>
          <ul className="govuk-list govuk-list--bullet app-list">
            {relationships.map(({ id, from, to, kind, parentalResponsibility }) => (
              <li key={id}>
                {from === null ? 'Somebody' : nameIn(known, from)}{' '}
                {kind === null ? 'is related to' : `is ${relationshipKinds.labelOf(kind).toLowerCase()}`}{' '}
                {to === null ? 'somebody' : nameIn(known, to)}
                {parentalResponsibility !== null && (
                  <span className="app-quiet"> ({responsibilities.labelOf(parentalResponsibility).toLowerCase()})</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">Team around the family</h2>
      <ul className="app-cards">
        {facts.team.map(({ id, name, agencyName, role }) => (
          <li key={id} className="app-card">
            <h3 className="app-card__name">{name}</h3>
            <p>{agencyName}</p>
            <p className="app-quiet">{id === facts.lead ? 'Lead practitioner' : inWords(role)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

const inWords = (role: string): string => (roles.has(role) ? roles.labelOf(role) : role);
