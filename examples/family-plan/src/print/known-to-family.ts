import { earlyHelp } from '@caseweave/family';
import type { Author } from '@caseweave/record';
import type { TeamMember } from '../families/family-facts.ts';
import type { PeopleOfPlan } from '../families/people-context.tsx';

type Team = readonly TeamMember[];

/** The team as the family may know of it: paper is read by everybody at home, whoever printed it. */
export const knownToFamily = (team: Team): Team => team.filter(({ isHiddenFromFamily }) => !isHiddenFromFamily);

/** The people whom the plan names, without the names of those of whom the family may not know. */
export function namedOnPaper({ people, owners, team: members }: PeopleOfPlan, team: Team): PeopleOfPlan {
  const hidden = new Set(team.filter(({ isHiddenFromFamily }) => isHiddenFromFamily).map(({ id }) => id));
  const named = (choices: PeopleOfPlan['owners']) =>
    choices.map((one) => (hidden.has(one.value) ? { ...one, words: earlyHelp.somebody.name } : one));
  return { people, team: named(members), owners: named(owners) };
}

/** How somebody who wrote something is named on paper. Of practitioners that is the team only: why another left is not known here. */
export function authorOnPaper({ id, name, organisation }: Author, team: Team): string {
  const isNamed = organisation === undefined || knownToFamily(team).some((member) => member.id === id);
  return isNamed ? name : earlyHelp.somebody.name;
}
