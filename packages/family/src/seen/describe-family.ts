import type { Known, NamedWho, Rights } from '@caseweave/model';
import type { FamilyFacts, FamilyState } from '../facts/family-facts.ts';
import type { Principal } from '../facts/principal.ts';
import { teamAt } from '../facts/team.ts';
import { type DescribedFamily, type DescribedMember, inPersonOrder, inTeamOrder } from './described.ts';
import { seesHub } from './sees-hub.ts';
import { seesPerson } from './sees-person.ts';
import { isKnownToFamily, seesPractitioner } from './sees-practitioner.ts';

/** What is decided about a family, as one reader may know it. Who or what is not known is left out. */
export function describeFamily(
  reader: Principal,
  state: FamilyState,
  known: Known<Principal>,
  at: number,
  rights: Rights,
): DescribedFamily {
  const { facts } = state;
  const { status, hub, lead, persons } = facts;
  const isHubSeen = hub !== null && seesHub(reader, hub, state, known, at, rights);
  return {
    status,
    hub: isHubSeen ? { id: hub, name: known.unit('hub', hub)?.name ?? hub } : null,
    lead,
    team: inTeamOrder(
      lead,
      teamAt(facts, at).flatMap(({ principal: id, until }): readonly DescribedMember[] => {
        const member = known.who(id);
        if (member === null || member === undefined || !seesPractitioner(reader, member.who, state, at)) return [];
        return [describeMember(member, facts, until)];
      }),
    ),
    persons: inPersonOrder(
      persons.flatMap(({ person, role }) => (seesPerson(reader, person, known, at, rights) ? [{ person, role }] : [])),
    ),
  };
}

/** A member of a team in the form in which a description has them. */
export function describeMember(
  { who, name, organisation }: NamedWho<Principal>,
  family: Pick<FamilyFacts, 'lead' | 'team'>,
  until: number | null,
): DescribedMember {
  const { id, agency, roles } = who;
  return {
    id,
    name,
    agency: agency?.id ?? null,
    agencyName: organisation,
    role: id === family.lead ? 'lead' : (roles[0] ?? 'taf_practitioner'),
    until,
    ...(isKnownToFamily(who, family) ? {} : { hiddenFromFamily: true }),
  };
}
