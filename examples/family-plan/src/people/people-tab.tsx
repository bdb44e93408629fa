import { planShared, roles } from '@caseweave/family';
import { useOpenRecord, useShownSection } from '@caseweave/react';
import type { FamilyFacts } from '../families/family-facts.ts';
import type { FamilySummary } from '../families/family-summary.ts';
import { AddToTeam, LeaveTeam } from '../decisions/team-decisions.tsx';
import { PersonCard } from './person-card.tsx';
import { Relationships } from './relationships.tsx';

interface PeopleTabProps {
  readonly record: string;
  readonly facts: FamilyFacts;
  readonly summary: FamilySummary;
}

/** Who is in the family, how they belong together, and who works with them. */
export function PeopleTab({ record, facts, summary: { people } }: PeopleTabProps) {
  const plan = useShownSection(useOpenRecord(), planShared);
  return (
    <>
      <h2 className="govuk-heading-m">The family</h2>
      <ul className="app-cards">
        {people.map((person) => (
          <PersonCard key={person.person} person={person} />
        ))}
      </ul>
      {plan !== undefined && <Relationships plan={plan} />}
      <h2 className="govuk-heading-m">Team around the family</h2>
      <ul className="app-cards">
        {facts.team.map(({ id, name, agencyName, role }) => (
          <li key={id} className="app-card">
            <h3 className="app-card__name">{name}</h3>
            <p>{agencyName}</p>
            <p className="app-quiet">{id === facts.lead ? 'Lead practitioner' : inWords(role)}</p>
            <LeaveTeam record={record} member={id} name={name} />
          </li>
        ))}
      </ul>
      <AddToTeam record={record} facts={facts} />
    </>
  );
}

const inWords = (role: string): string => (roles.has(role) ? roles.labelOf(role) : role);
