import type { Json } from '@caseweave/record';
import type { ImportedRows } from './imported-rows.ts';
import type { PlannedFamily, PlannedMember } from './family-plan-of.ts';

/** A family whose row has changed since it was last imported. */
export interface ChangedFamily {
  readonly ref: string;
  readonly was: PlannedFamily;
  /** What the file says now, merged with what is left of before. */
  readonly plan: PlannedFamily;
}

/** What the directory says anew of a family, and nothing else, as the decision that takes it over. */
export function followDirectory(imported: ImportedRows, { ref, was, plan }: ChangedFamily): Json {
  const before = new Map(was.team.map((member) => [member.practitioner, member]));
  const people = new Map(was.people.map((row) => [row.person, row]));
  return {
    ...nothingNew(imported.recordOf('family', ref)),
    ...(plan.hub !== was.hub && { hub: { to: plan.hub } }),
    ...(plan.lead !== was.lead && { lead: { to: plan.lead } }),
    members: plan.team
      .filter(({ practitioner, from, until }) => {
        const last = before.get(practitioner);
        return last?.from !== from || last.until !== until;
      })
      .map(memberOf),
    left: added(
      plan.team.map(({ practitioner }) => practitioner),
      [...before.keys()],
    ),
    persons: plan.people
      .filter(({ person, role, household }) => {
        const last = people.get(person);
        return last?.role !== role || last.household !== household;
      })
      .map(({ person, role, household }) => ({
        person: imported.recordOf('person', person),
        role,
        household: household === null ? null : imported.recordOf('household', household),
      })),
    // A bar is only ever added: the merged row keeps those of before.
    barred: added(was.barred, plan.barred),
    socialCareOpenTo: added(was.socialCareOpenTo, plan.socialCareOpenTo),
    socialCareClosedTo: added(plan.socialCareOpenTo, was.socialCareOpenTo),
  };
}

/** The decision by which people who are no longer in the directory leave the team of a family. */
export const leftDirectory = (record: string, left: readonly string[]): Json => ({
  ...nothingNew(record),
  left: [...left],
});

const nothingNew = (record: string) => ({
  type: 'follow-directory',
  record,
  members: [],
  left: [],
  persons: [],
  barred: [],
  socialCareOpenTo: [],
  socialCareClosedTo: [],
});

const memberOf = ({ practitioner, from, until }: PlannedMember) => ({
  principal: practitioner,
  from: from === null ? null : Date.parse(from),
  until: until === null ? null : Date.parse(until),
});

const added = (was: readonly string[], is: readonly string[]): string[] => is.filter((one) => !was.includes(one));
