import { decision } from '../decisions/decision.ts';
import type { AnyWho } from '../records/who.ts';
import { coded, group, moment, optional, who } from '../values/values.ts';
import { learnsOf, manages, memberRefusals } from './managing.ts';
import type { MemberKind } from './member-kind.ts';
import { nameOf, standingOf } from './member-words.ts';
import { openOf } from './member.ts';
import { isAboutSame } from './overtaken.ts';

/** Adds a member in a role, with an end where one is given. */
export function addMember<Name extends string, Who extends AnyWho, Role extends string, Own, C extends string>(
  kind: MemberKind<Name, Who, Role, Own, C>,
) {
  const { roles } = kind.membership;
  const { unknown, already, past } = memberRefusals;
  return decision(kind, `add-${kind.name}-member`, {
    title: 'Add a member',
    by: 'whoever manages the record',
    undoneBy: [`leave-${kind.name}`],
    version: 1,
    form: group({
      who: who({ label: 'Who' }),
      role: coded(roles, { label: 'Role' }),
      to: optional(moment({ label: 'Until' })),
    }),
    refusals: { unknown, already, past },
    may: ({ seats }) => manages(kind, seats),
    check({ members }, { who: id, role, to }, { at }, known) {
      if (known.who(id) === null) return 'unknown';
      if ((to ?? at + 1) <= at) return 'past';
      return openOf(members, id, role, at).length > 0 ? 'already' : null;
    },
    fold: (facts, { who: id, role, to }, { at }) =>
      openOf(facts.members, id, role, at).length > 0
        ? facts
        : { ...facts, members: [...facts.members, { who: id, role, from: at, to: to ?? null }] },
    overtakenBy: [`add-${kind.name}-member`, `change-${kind.name}-member`, `leave-${kind.name}`],
    isOvertaken: (mine, { form }) => isAboutSame(mine, form),
    words: ({ who: id, role }, names) => `${nameOf(names, id)} is a member: ${roles.labelOf(role)}`,
    stands: (facts, form, names, at) => standingOf(facts, form.who, roles, names, at),
    told: (telling, form) => (learnsOf(kind, telling, form.who) ? form : null),
  });
}
