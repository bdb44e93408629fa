import type { TeamMember } from '@caseweave/family';
import type { DirectoryFile, FamilyRow } from './directory-file.ts';

/** What the file says of a family, with its named teams spelled out; what an import compares and keeps. */
export interface PlannedFamily {
  readonly hub: string | null;
  readonly lead: string | null;
  readonly team: readonly PlannedMember[];
  readonly people: FamilyRow['people'];
  readonly socialCareOpenTo: readonly string[];
  readonly barred: readonly string[];
}

/** Somebody's place in a team, by days. */
export interface PlannedMember {
  readonly practitioner: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** Spells out a family's row. Whoever is named by themselves and in a team is in it as they are named. */
export function plannedFamily(file: DirectoryFile, family: FamilyRow): PlannedFamily {
  const { hub, lead, people, socialCareOpenTo, barred } = family;
  const named = family.team.map(({ practitioner, from = null, until = null }) => ({ practitioner, from, until }));
  const byTeam = file.teams
    .filter(({ id }) => family.teams.includes(id))
    .flatMap(({ members }) => members.map((practitioner) => ({ practitioner, from: null, until: null })));
  const leading = lead === null ? [] : [{ practitioner: lead, from: null, until: null }];
  const team = new Map([...leading, ...byTeam, ...named].map((member) => [member.practitioner, member]));
  return { hub, lead, team: [...team.values()], people, socialCareOpenTo, barred };
}

/** A family's row with what it no longer names and what is left all the same. */
export interface MergedPlan {
  readonly plan: PlannedFamily;
  /** Who is no longer named, such as `team: p-17`. */
  readonly missing: readonly string[];
}

/**
 * Puts what the last import said of a family beside what the file says now. A bar and a person of the family stay whatever
 * the file says; members of the team and social workers stay unless what is missing is to end.
 */
export function mergedPlan(was: PlannedFamily, plan: PlannedFamily, endMissing: boolean): MergedPlan {
  const left = <Row>(before: readonly Row[], now: readonly Row[], id: (row: Row) => string) => {
    const here = new Set(now.map(id));
    return before.filter((row) => !here.has(id(row)));
  };
  const self = (id: string) => id;
  const team = left(was.team, plan.team, ({ practitioner }) => practitioner);
  const people = left(was.people, plan.people, ({ person }) => person);
  const social = left(was.socialCareOpenTo, plan.socialCareOpenTo, self);
  return {
    plan: {
      ...plan,
      team: endMissing ? plan.team : [...plan.team, ...team],
      people: [...plan.people, ...people],
      socialCareOpenTo: endMissing ? plan.socialCareOpenTo : [...plan.socialCareOpenTo, ...social],
      barred: [...plan.barred, ...left(was.barred, plan.barred, self)],
    },
    missing: [
      ...team.map(({ practitioner }) => `team: ${practitioner}`),
      ...people.map(({ person }) => `people: ${person}`),
      ...social.map((id) => `socialCareOpenTo: ${id}`),
    ],
  };
}

/** A place in a team as the store keeps it: from the first moment of a day to the first moment of another. */
export const membershipOf = ({ practitioner, from, until }: PlannedMember, at: number): TeamMember => ({
  principal: practitioner,
  from: from === null ? at : Date.parse(from),
  to: until === null ? null : Date.parse(until),
});
