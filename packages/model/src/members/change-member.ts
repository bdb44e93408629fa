import { decision } from '../decisions/decision.ts';
import type { AnyWho } from '../records/who.ts';
import { coded, group, moment, optional, who } from '../values/values.ts';
import { isManaged, learnsOf, manages, memberRefusals } from './managing.ts';
import type { MemberKind } from './member-kind.ts';
import { nameOf, standingOf } from './member-words.ts';
import { type Member, openOf } from './member.ts';
import { isAboutSame } from './overtaken.ts';

/** What is to be changed. */
interface Change<Role extends string> {
  readonly who: string;
  readonly role: Role;
  readonly as?: Role | null | undefined;
  readonly to?: number | null | undefined;
}

/** Gives a member another role from now on, or another end: none where none is given. */
export function changeMember<Name extends string, Who extends AnyWho, Role extends string, Own, C extends string>(
  kind: MemberKind<Name, Who, Role, Own, C>,
) {
  const { roles } = kind.membership;
  const { already, past, 'not-a-member': none, 'last-manager': last } = memberRefusals;
  return decision(kind, `change-${kind.name}-member`, {
    title: "Change a member's role or end",
    by: 'whoever manages the record',
    undoneBy: [`change-${kind.name}-member`],
    version: 1,
    form: group({
      who: who({ label: 'Who' }),
      role: coded(roles, { label: 'Role until now' }),
      as: optional(coded(roles, { label: 'Role from now on' })),
      to: optional(moment({ label: 'Until' })),
    }),
    refusals: { already, past, 'not-a-member': none, 'last-manager': last },
    may: ({ seats }) => manages(kind, seats),
    check({ members }, form, { at }) {
      const [open] = openOf(members, form.who, form.role, at);
      if (open === undefined) return 'not-a-member';
      if ((form.to ?? at + 1) <= at) return 'past';
      const other = form.as ?? form.role;
      if (other === form.role ? open.to === (form.to ?? null) : openOf(members, form.who, other, at).length > 0)
        return 'already';
      return isManaged(kind, changed(members, form, at), at) || !isManaged(kind, members, at) ? null : 'last-manager';
    },
    fold: (facts, form, { at }) => ({ ...facts, members: changed(facts.members, form, at) }),
    overtakenBy: [`change-${kind.name}-member`, `leave-${kind.name}`],
    isOvertaken: (mine, { form }) => isAboutSame(mine, form),
    words: ({ who: id, role, as }, names) =>
      as === undefined || as === null || as === role
        ? `${nameOf(names, id)} has another end: ${roles.labelOf(role)}`
        : `${nameOf(names, id)} has another role: ${roles.labelOf(as)}`,
    stands: (facts, form, names, at) => standingOf(facts, form.who, roles, names, at),
    told: (telling, form) => (learnsOf(kind, telling, form.who) ? form : null),
  });
}

function changed<Role extends string>(
  members: readonly Member<Role>[],
  { who: id, role, as, to }: Change<Role>,
  at: number,
): readonly Member<Role>[] {
  const open = new Set(openOf(members, id, role, at));
  const other = as ?? role;
  const end = to ?? null;
  if (open.size === 0) return members;
  if (other === role) return members.map((one) => (open.has(one) ? { ...one, to: end } : one));
  const ended = members.map((one) => (open.has(one) ? { ...one, to: at } : one));
  return openOf(ended, id, other, at).length > 0 ? ended : [...ended, { who: id, role: other, from: at, to: end }];
}
