import type { FamilyFacts, TeamMember } from '@caseweave/family';
import { membershipOf, type PlannedFamily } from './family-plan-of.ts';
import type { ImportedRows } from './imported-rows.ts';

/** A family whose row has changed since it was last imported. */
export interface ChangedFamily {
  readonly ref: string;
  readonly was: PlannedFamily;
  /** What the file says now, merged with what is left of before. */
  readonly plan: PlannedFamily;
}

/** What is decided about a family once what has changed in its row is, and nothing else. */
export function changedFamily(
  facts: FamilyFacts,
  { was, plan }: ChangedFamily,
  imported: ImportedRows,
  at: number,
): FamilyFacts {
  return {
    ...facts,
    hub: plan.hub === was.hub ? facts.hub : plan.hub,
    lead: plan.lead === was.lead ? facts.lead : plan.lead,
    // A bar is only ever added: the merged row keeps those of before.
    barred: joined(facts.barred, added(was.barred, plan.barred)),
    socialCareOpenTo: joined(facts.socialCareOpenTo, added(was.socialCareOpenTo, plan.socialCareOpenTo)).filter(
      (worker) => !added(plan.socialCareOpenTo, was.socialCareOpenTo).includes(worker),
    ),
    team: changedTeam(facts.team, was, plan, at),
    persons: changedPersons(facts.persons, was, plan, imported),
  };
}

/** Ends, there and then, the time in a team of those who have left it. */
export const endedTeam = (
  team: readonly TeamMember[],
  hasLeft: (principal: string) => boolean,
  at: number,
): readonly TeamMember[] =>
  team.map((member) =>
    hasLeft(member.principal) && isOpen(member, at) ? { ...member, to: at, isEnded: true } : member,
  );

function changedTeam(
  team: readonly TeamMember[],
  was: PlannedFamily,
  plan: PlannedFamily,
  at: number,
): readonly TeamMember[] {
  const before = new Map(was.team.map((member) => [member.practitioner, member]));
  let now = team;
  for (const member of plan.team) {
    const last = before.get(member.practitioner);
    if (last?.from === member.from && last.until === member.until) continue;
    const { principal, from, to } = membershipOf(member, at);
    const isOf = (one: TeamMember) => one.principal === principal && isOpen(one, at);
    // In the team already, by an earlier import or by a decision here: their time in it goes on.
    now = now.some(isOf)
      ? now.map((one) => (isOf(one) ? { ...one, to } : one))
      : [...now.filter((one) => one.principal !== principal || one.from !== from), { principal, from, to }];
  }
  const here = plan.team.map(({ practitioner }) => practitioner);
  const left = new Set(
    added(
      here,
      was.team.map(({ practitioner }) => practitioner),
    ),
  );
  return endedTeam(now, (principal) => left.has(principal), at);
}

function changedPersons(
  persons: FamilyFacts['persons'],
  was: PlannedFamily,
  plan: PlannedFamily,
  imported: ImportedRows,
): FamilyFacts['persons'] {
  const before = new Map(was.people.map((row) => [row.person, row]));
  const now = new Map(persons.map((one) => [one.person, one]));
  for (const { person: ref, role, household: home } of plan.people) {
    const last = before.get(ref);
    if (last?.role === role && last.household === home) continue;
    const person = imported.recordOf('person', ref);
    now.set(person, { person, role, household: home === null ? null : imported.recordOf('household', home) });
  }
  return [...now.values()];
}

const isOpen = ({ to }: TeamMember, at: number): boolean => to === null || to > at;

const joined = (ids: readonly string[], more: readonly string[]): readonly string[] => [
  ...ids.filter((id) => !more.includes(id)),
  ...more,
];

const added = (was: readonly string[], is: readonly string[]): readonly string[] =>
  is.filter((one) => !was.includes(one));
