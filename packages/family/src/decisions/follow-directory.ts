import { coded, decision, group, listOf, moment, optional, unit } from '@caseweave/model';
import { familyRoles } from '../code-lists/family-roles.ts';
import type { FamilyFacts } from '../facts/family-facts.ts';
import { ended } from '../facts/span.ts';
import type { TeamMember } from '../facts/team.ts';
import { family } from '../kinds/family.ts';
import { household, personId, principal } from './form-values.ts';
import { refusals } from './refusals.ts';

const MOST = 1_000;
const people = (label: string) => listOf(principal({ label: 'Practitioner' }), { label, most: MOST });

const memberOfDirectory = group({
  principal: principal({ label: 'Practitioner' }),
  from: optional(moment({ label: 'From' })),
  until: optional(moment({ label: 'Until' })),
});

const personOfDirectory = group({
  person: personId({ label: 'Person' }),
  role: coded(familyRoles, { label: 'Role' }),
  household: optional(household({ label: 'Household' })),
});

/**
 * Takes over what the directory of another system says anew of a family: what it does not speak of stays as it is. Decided
 * by whoever runs the authority.
 */
export const followDirectory = decision(family, 'follow-directory', {
  title: 'Take over what the directory says',
  by: 'whoever runs the authority',
  version: 1,
  form: group({
    /** Left out where it says nothing new. */
    hub: optional(group({ to: optional(unit('hub', { label: 'Hub' })) }, { label: 'Hub' })),
    lead: optional(group({ to: optional(principal({ label: 'Practitioner' })) }, { label: 'Lead practitioner' })),
    /** Whoever is in the team already goes on in it, with the end that is said now. */
    members: listOf(memberOfDirectory, { label: 'In the team', most: MOST }),
    left: people('In the team no longer'),
    persons: listOf(personOfDirectory, { label: 'People', most: MOST }),
    barred: people('Closed to'),
    socialCareOpenTo: people('Social workers of the open case'),
    socialCareClosedTo: people('Social workers no longer'),
  }),
  refusals: { 'no-such-hub': refusals['no-such-hub'] },
  others: ({ persons }) => persons.map(({ person }) => person),
  byAuthority: true,
  may: () => false,
  check: (_facts, { hub }, _by, known) =>
    hub?.to === undefined || hub.to === null || known.unit('hub', hub.to) !== null ? null : 'no-such-hub',
  fold: (facts, { hub, lead, members, left, persons, barred, socialCareOpenTo, socialCareClosedTo }, { at }) => ({
    ...facts,
    hub: hub === null || hub === undefined ? facts.hub : (hub.to ?? null),
    lead: lead === null || lead === undefined ? facts.lead : (lead.to ?? null),
    team: members
      .reduce((team, member) => withMember(team, member, at), facts.team)
      .map((member) => (left.includes(member.principal) ? ended(member, at) : member)),
    persons: persons.reduce(withPerson, facts.persons),
    barred: withLast(facts.barred, barred),
    socialCareOpenTo: withLast(facts.socialCareOpenTo, socialCareOpenTo).filter(
      (id) => !socialCareClosedTo.includes(id),
    ),
  }),
  undoneBy: ['follow-directory'],
  overtakenBy: [],
  words: () => 'What the directory says of the family is taken over',
  stands: () => null,
  told: () => null,
});

interface Placed {
  readonly principal: string;
  readonly from?: number | null | undefined;
  readonly until?: number | null | undefined;
}

function withMember(
  team: readonly TeamMember[],
  { principal: id, from, until = null }: Placed,
  at: number,
): readonly TeamMember[] {
  const isIn = (member: TeamMember) => member.principal === id && (member.to === null || member.to > at);
  if (team.some(isIn)) return team.map((member) => (isIn(member) ? endingAt(member, until) : member));
  const since = from ?? at;
  return [
    ...team.filter((member) => member.principal !== id || member.from !== since),
    { principal: id, from: since, to: until },
  ];
}

/** With another end, which is given beforehand. */
const endingAt = ({ principal: id, from, visibleTo }: TeamMember, to: number | null): TeamMember => ({
  principal: id,
  from,
  to,
  ...(visibleTo !== undefined && { visibleTo }),
});

type PersonIn = FamilyFacts['persons'][number];

function withPerson(
  persons: readonly PersonIn[],
  {
    person,
    role,
    household: home = null,
  }: Pick<PersonIn, 'person' | 'role'> & { readonly household?: string | null | undefined },
): readonly PersonIn[] {
  const now = { person, role, household: home };
  return persons.some((one) => one.person === person)
    ? persons.map((one) => (one.person === person ? now : one))
    : [...persons, now];
}

const withLast = (ids: readonly string[], more: readonly string[]): readonly string[] => [
  ...ids.filter((id) => !more.includes(id)),
  ...more,
];
