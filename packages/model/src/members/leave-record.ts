import { decision } from '../decisions/decision.ts';
import type { AnyWho } from '../records/who.ts';
import { coded, group, optional, who } from '../values/values.ts';
import { isManaged, learnsOf, manages, memberRefusals } from './managing.ts';
import type { MemberKind } from './member-kind.ts';
import { nameOf, standingOf } from './member-words.ts';
import { type Member, openOf } from './member.ts';
import { isAboutSame } from './overtaken.ts';

/** Ends the time of a member, in a role or in all: they leave, or are removed. */
export function leaveRecord<Name extends string, Who extends AnyWho, Role extends string, Own, C extends string>(
  kind: MemberKind<Name, Who, Role, Own, C>,
) {
  const { roles } = kind.membership;
  const { 'not-a-member': none, 'last-manager': last } = memberRefusals;
  const without = (
    members: readonly Member<Role>[],
    form: { readonly who: string; readonly role?: Role | null | undefined },
    at: number,
  ): readonly Member<Role>[] => {
    const open = new Set(openOf(members, form.who, form.role, at));
    return members.map((member) => (open.has(member) ? { ...member, to: at } : member));
  };
  return decision(kind, `leave-${kind.name}`, {
    title: 'Leave, or remove a member',
    by: 'the member themself, or whoever manages the record',
    undoneBy: [`add-${kind.name}-member`],
    version: 1,
    form: group({ who: who({ label: 'Who' }), role: optional(coded(roles, { label: 'Only as' })) }),
    refusals: { 'not-a-member': none, 'last-manager': last },
    may: ({ who: author, seats }, form) => manages(kind, seats) || (author.id === form.who && seats.size > 0),
    check({ members }, form, { at }) {
      if (openOf(members, form.who, form.role, at).length === 0) return 'not-a-member';
      return isManaged(kind, without(members, form, at), at) || !isManaged(kind, members, at) ? null : 'last-manager';
    },
    fold: (facts, form, { at }) => ({ ...facts, members: without(facts.members, form, at) }),
    overtakenBy: [`change-${kind.name}-member`, `leave-${kind.name}`],
    isOvertaken: (mine, { form }) => isAboutSame(mine, form),
    words: ({ who: id }, names) => `${nameOf(names, id)} is no longer a member`,
    stands: (facts, form, names, at) => standingOf(facts, form.who, roles, names, at),
    told: (telling, form) => (learnsOf(kind, telling, form.who) ? form : null),
  });
}
