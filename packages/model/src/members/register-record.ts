import { opening } from '../decisions/opening.ts';
import type { AnyWho } from '../records/who.ts';
import { coded, group, listOf, moment, optional, who } from '../values/values.ts';
import { isManaged, learnsOf, memberRefusals } from './managing.ts';
import type { MemberKind } from './member-kind.ts';
import type { Member, MemberFacts } from './member.ts';

/** Begins a record with its members: one of them manages it, without an end. */
export function registerRecord<Name extends string, Who extends AnyWho, Role extends string, Own, C extends string>(
  kind: MemberKind<Name, Who, Role, Own, C>,
) {
  const { title, membership } = kind;
  const { roles, initial } = membership;
  const { unknown, past } = memberRefusals;
  const member = group({
    who: who({ label: 'Who' }),
    role: coded(roles, { label: 'Role' }),
    to: optional(moment({ label: 'Until' })),
  });
  const first = (
    members: readonly { readonly who: string; readonly role: Role; readonly to?: number | null | undefined }[],
    from: number,
  ): MemberFacts<Role, Own> => ({
    members: members
      .filter((one, at) => members.findIndex((other) => other.who === one.who && other.role === one.role) === at)
      .map(({ who: id, role, to }): Member<Role> => ({ who: id, role, from, to: to ?? null })),
    own: initial,
  });
  return opening(kind, `register-${kind.name}`, {
    title: `Register: ${title}`,
    by: 'whoever may begin such a record',
    version: 1,
    form: group({ members: listOf(member, { label: 'Members', most: 100 }) }),
    refusals: { unknown, past, 'no-manager': 'Somebody must be there who decides who is a member. Add one.' },
    may: ({ who: author }) => membership.opens(author),
    check({ members }, { at }, known) {
      if (members.some((one) => known.who(one.who) === null)) return 'unknown';
      if (members.some(({ to }) => (to ?? at + 1) <= at)) return 'past';
      return isManaged(kind, first(members, at).members, at) ? null : 'no-manager';
    },
    fold: ({ members }, { at }) => first(members, at),
    words: () => `Registered: ${title}`,
    told: (telling, { members }) => ({ members: members.filter((one) => learnsOf(kind, telling, one.who)) }),
  });
}
