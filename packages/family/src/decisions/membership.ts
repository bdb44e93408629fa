import type { Names } from '@caseweave/model';
import type { FamilyFacts } from '../facts/family-facts.ts';
import { type CurrentMember, teamAt } from '../facts/team.ts';
import { someone, untilWords } from './naming.ts';

/** Somebody's place in a team at a moment; undefined where they have none. */
export const memberAt = (facts: FamilyFacts, id: string, at: number): CurrentMember | undefined =>
  teamAt(facts, at).find(({ principal }) => principal === id);

/** Whether somebody is in a team, in words. */
export function membershipWords(facts: FamilyFacts, id: string, names: Names, at: number): string {
  const member = memberAt(facts, id, at);
  if (member === undefined) return `${someone(names, id)} is not in the team.`;
  return `${someone(names, id)} is in the team${untilWords(member.until)}.`;
}
