/** Somebody's time with a record, in a role; `to` is the first moment at which it is over, null for no end. */
export interface Member<Role extends string = string> {
  readonly who: string;
  readonly role: Role;
  readonly from: number;
  readonly to: number | null;
}

/** What is decided about a record that has members: they, and what the domain decides beside. */
export interface MemberFacts<Role extends string = string, Own = unknown> {
  readonly members: readonly Member<Role>[];
  readonly own: Own;
}

/** Whether somebody is a member at a moment. */
export const isMemberAt = ({ from, to }: Member, at: number): boolean => from <= at && (to === null || at < to);

/** Whether a membership is not over at a moment: it runs, or is to begin. */
const isOpenAt = ({ to }: Member, at: number): boolean => to === null || at < to;

/** The roles that somebody has at a moment. */
export const rolesAt = <Role extends string>(
  members: readonly Member<Role>[],
  who: string,
  at: number,
): ReadonlySet<Role> =>
  new Set(members.filter((member) => member.who === who && isMemberAt(member, at)).map(({ role }) => role));

/** The memberships of somebody that are not over, in one role or in any. */
export const openOf = <Role extends string>(
  members: readonly Member<Role>[],
  who: string,
  role: Role | null | undefined,
  at: number,
): readonly Member<Role>[] =>
  members.filter((member) => member.who === who && (role ?? member.role) === member.role && isOpenAt(member, at));
