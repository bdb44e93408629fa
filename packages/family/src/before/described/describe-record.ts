import type { Principal, RecordFacts } from '../rights/facts.ts';
import { may } from '../rights/may.ts';
import { isKnownToFamily, seesHub, seesPerson, seesPractitioner } from '../rights/sees.ts';
import { teamAt } from '../rights/team-at.ts';
import {
  type DescribedFamily,
  type DescribedMember,
  type DescribedPerson,
  inPersonOrder,
  inTeamOrder,
} from './described.ts';

/** A practitioner with the names that they are known by. */
export interface NamedPractitioner {
  readonly principal: Principal;
  readonly name: string;
  readonly agencyName: string | null;
}

/** What describing a record needs beside it. Who or what is not found is left out. */
export interface Surroundings {
  readonly practitioner: (id: string) => NamedPractitioner | undefined;
  /** What is decided about a person. */
  readonly person: (id: string) => RecordFacts | undefined;
  readonly hubName: (id: string) => string | undefined;
}

/** What is decided about a record, as one reader may know it. Two descriptions of the same text are the same to the reader. */
export function describeRecord(
  reader: Principal,
  { facts, status }: { readonly facts: RecordFacts; readonly status: string },
  around: Surroundings,
  at: number,
): DescribedFamily | DescribedPerson {
  return facts.kind === 'family'
    ? describeFamily(reader, facts, status, around, at)
    : describePerson(reader, facts, at);
}

function describeFamily(
  reader: Principal,
  facts: RecordFacts,
  status: string,
  around: Surroundings,
  at: number,
): DescribedFamily {
  const { hub, lead } = facts;
  const people = facts.persons.flatMap(({ person }) => around.person(person) ?? []);
  const seen = new Set(people.filter((person) => seesPerson(reader, person, at)).map(({ record }) => record));
  return {
    status,
    hub: hub === null || !seesHub(reader, facts, people, at) ? null : { id: hub, name: around.hubName(hub) ?? hub },
    lead,
    team: inTeamOrder(
      lead,
      teamAt(facts, at).flatMap(({ principal: id, until }): readonly DescribedMember[] => {
        const member = around.practitioner(id);
        if (member === undefined || !seesPractitioner(reader, member.principal, facts, at)) return [];
        return [describeMember(member, facts, until)];
      }),
    ),
    persons: inPersonOrder(facts.persons.flatMap(({ person, role }) => (seen.has(person) ? [{ person, role }] : []))),
  };
}

/** A member of a team in the form in which a description has them. */
export function describeMember(
  { principal, name, agencyName }: NamedPractitioner,
  family: Pick<RecordFacts, 'lead' | 'team'>,
  until: number | null,
): DescribedMember {
  const { id, agency, roles } = principal;
  return {
    id,
    name,
    agency: agency?.id ?? null,
    agencyName,
    role: id === family.lead ? 'lead' : (roles[0] ?? 'taf_practitioner'),
    until,
    ...(isKnownToFamily(principal, family) ? {} : { hiddenFromFamily: true }),
  };
}

/** Of a person's families, only those whose plan this reader may see: that there is another is not theirs to know. */
const describePerson = (reader: Principal, facts: RecordFacts, at: number): DescribedPerson => ({
  families: facts.families
    .filter((family) => may(reader, 'read', 'plan.shared', family, at))
    .map(({ record }) => record)
    .toSorted(),
});
