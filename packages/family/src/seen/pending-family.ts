import type { Known } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import type { FamilyFacts, FamilyState } from '../facts/family-facts.ts';
import type { Principal } from '../facts/principal.ts';
import { teamAt } from '../facts/team.ts';
import { describeMember } from './describe-family.ts';
import { type DescribedFamily, inPersonOrder, inTeamOrder, readDescribedFamily } from './described.ts';

/** On a device: what is decided about a family, as far as was told. */
export function decidedFamily(told: Json): FamilyFacts | null {
  const described = readDescribedFamily(told);
  if (described === null) return null;
  const { status, hub, lead, team, persons } = described;
  return {
    status,
    hub: hub?.id ?? null,
    lead,
    team: team.map(({ id, until }) => ({ principal: id, from: 0, to: until })),
    grants: [],
    barred: [],
    socialCareOpenTo: [],
    persons: persons.map((person) => ({ ...person, household: null })),
  };
}

/** On a device: what will be told of a family, with the names that were told before or are known to the app. */
export function pendingFamily(
  { facts }: FamilyState,
  before: DescribedFamily | null,
  known: Known<Principal>,
  at: number,
): DescribedFamily {
  const { status, hub, lead, persons } = facts;
  const told = readDescribedFamily(before);
  const toldMember = new Map(told?.team.map((member) => [member.id, member]));
  return {
    status,
    hub:
      hub === null ? null : told?.hub?.id === hub ? told.hub : { id: hub, name: known.unit('hub', hub)?.name ?? hub },
    lead,
    team: inTeamOrder(
      lead,
      teamAt(facts, at).flatMap(({ principal, until }) => {
        const member = toldMember.get(principal);
        if (member !== undefined) return [{ ...member, until }];
        const named = known.who(principal);
        return named === null || named === undefined ? [] : [describeMember(named, facts, until)];
      }),
    ),
    persons: inPersonOrder(persons.map(({ person, role }) => ({ person, role }))),
  };
}
