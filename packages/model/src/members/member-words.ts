import type { Names } from '../records/names.ts';
import type { CodeList } from '../values/code-list.ts';
import { type MemberFacts, openOf } from './member.ts';

/** Somebody by name, at the beginning of a sentence. */
export const nameOf = (names: Names, who: string): string => names.who(who) ?? 'Somebody';

/** What stands of somebody: their roles, with the day on which each ends. */
export function standingOf<Role extends string>(
  { members }: MemberFacts<Role>,
  who: string,
  roles: CodeList<Role>,
  names: Names,
  at: number,
): string {
  const open = openOf(members, who, null, at).map(({ role, to }) => {
    const end = to === null ? '' : ` until ${new Date(to).toISOString().slice(0, 10)}`;
    return `${roles.labelOf(role)}${end}`;
  });
  return open.length === 0 ? `${nameOf(names, who)} is not a member.` : `${nameOf(names, who)}: ${open.join(', ')}.`;
}
