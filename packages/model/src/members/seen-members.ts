import type { SeenDeclaration } from '../kinds/seen.ts';
import type { Known } from '../records/known.ts';
import type { AnyWho } from '../records/who.ts';
import { checkValue } from '../values/check-value.ts';
import type { CodeList } from '../values/code-list.ts';
import type { Schema } from '../values/schema.ts';
import { type Valued, labelOfValue, valueKindOf, valued } from '../values/value-kind.ts';
import { coded, group, moment, optional, who } from '../values/values.ts';
import { type Member, type MemberFacts, rolesAt } from './member.ts';

/** Of a role: the roles whose members its own do not learn of. */
export type Unseen<Role extends string> = Readonly<Partial<Record<Role, readonly Role[]>>>;

/** A member as a reader is told of them. */
export interface ToldMember<Role extends string = string> extends Member<Role> {
  readonly name: string | null;
  readonly organisation: string | null;
}

/** What a reader is told of a record with members. */
export interface ToldMembers<Role extends string = string, Own = unknown> {
  readonly members: readonly ToldMember<Role>[];
  readonly own: Own;
}

/** Which memberships of a record a reader may learn of, and of whom. */
export interface Visibility {
  membersFor<Role extends string>(reader: AnyWho, facts: MemberFacts<Role>, at: number): readonly Member<Role>[];
  learnsOf(reader: AnyWho, other: AnyWho, facts: MemberFacts, at: number): boolean;
}

/** Makes the rule by which members learn of one another: whoever manages of everybody, others of all but the unseen. */
export function visibility(manages: ReadonlySet<string>, unseen: Unseen<string> | undefined): Visibility {
  const sees = (roles: ReadonlySet<string>, role: string): boolean =>
    unseen === undefined || [...roles].some((own) => manages.has(own) || unseen[own]?.includes(role) !== true);
  const membersFor = <Role extends string>(reader: AnyWho, { members }: MemberFacts<Role>, at: number) => {
    const roles = rolesAt(members, reader.id, at);
    return members.filter((member) => member.who === reader.id || sees(roles, member.role));
  };
  return {
    membersFor,
    learnsOf: (reader, other, facts, at) =>
      reader.id === other.id ||
      unseen === undefined ||
      membersFor(reader, facts, at).some((member) => member.who === other.id) ||
      // Who is no member has no role to be known by: those who manage learn of them.
      [...rolesAt(facts.members, reader.id, at)].some((role) => manages.has(role)),
  };
}

/** What is told of a record with members, for the API: what the domain decides beside where it is made with `group`. */
export function shapeOfMembers(roles: CodeList, own: object | undefined): Valued<object> {
  const member = group({
    who: who({ label: 'Who' }),
    role: coded(roles, { label: 'Role' }),
    from: moment({ label: 'Since' }),
    to: optional(moment({ label: 'Until' })),
  });
  const members = { kind: { type: 'list', of: member.valueKind }, label: 'Members', isOptional: false } as const;
  const kind = own && valueKindOf(own);
  const beside = own && kind && { own: { kind, label: labelOfValue(own) ?? 'Decided beside', isOptional: false } };
  return valued({}, { type: 'group', fields: { members, ...beside } });
}

/** What of a record with members, and of who has to do with it, somebody may know. */
export function seenMembers<Who extends AnyWho, Role extends string, Own>(
  schema: Schema<MemberFacts<Role, Own>>,
  { membersFor, learnsOf }: Visibility,
  shape: Valued<object>,
): SeenDeclaration<Who, MemberFacts<Role, Own>, ToldMembers<Role, Own>> {
  return {
    shape,
    facts: (reader, { facts }, known, at) => ({
      members: membersFor(reader, facts, at).map((member) => named(member, known, null)),
      own: facts.own,
    }),
    who: (reader, other, { facts }, at) => learnsOf(reader, other, facts, at),
    decided: (told) => {
      const plain = withoutNames(told);
      const checked = checkValue(schema, plain);
      return checked.type === 'value' ? checked.value : null;
    },
    pending: ({ facts }, told, known, at, reader) => ({
      members: membersFor(reader, facts, at).map((member) => named(member, known, told)),
      own: facts.own,
    }),
  };
}

function named<Role extends string>(
  member: Member<Role>,
  known: Known<AnyWho>,
  told: ToldMembers<Role> | null,
): ToldMember<Role> {
  const found = known.who(member.who) ?? told?.members.find(({ who }) => who === member.who);
  return { ...member, name: found?.name ?? null, organisation: found?.organisation ?? null };
}

const withoutNames = (told: unknown): unknown => {
  if (typeof told !== 'object' || told === null || !('members' in told) || !Array.isArray(told.members)) return null;
  return {
    ...told,
    members: told.members.map((member: unknown) => {
      if (typeof member !== 'object' || member === null) return null;
      const { name: _name, organisation: _organisation, ...rest } = member as Partial<ToldMember>;
      return rest;
    }),
  };
};
