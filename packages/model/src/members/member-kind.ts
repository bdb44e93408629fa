import type { Json } from '@caseweave/record';
import type { Condition } from '../kinds/condition.ts';
import { type Kind, kind } from '../kinds/kind.ts';
import type { RecordState } from '../records/record-state.ts';
import type { AnyWho } from '../records/who.ts';
import { type CodeList, codeList } from '../values/code-list.ts';
import type { Schema } from '../values/schema.ts';
import { memberFactsSchema } from './member-facts-schema.ts';
import { type MemberFacts, isMemberAt } from './member.ts';
import { type Unseen, seenMembers, shapeOfMembers, visibility } from './seen-members.ts';

/** What a kind of record with members says of itself. */
export interface MemberKindDeclaration<Who, Role extends string, Own, ConditionName extends string> {
  /** What one is called: `Repair`. */
  readonly title: string;
  /** In a sentence, for documentation: what such a record is. */
  readonly about: string;
  readonly who: Schema<Who>;
  /** The roles that members have, each with what it means in plain words, after "who": `lives there`. */
  readonly roles: Readonly<Record<Role, string>>;
  /** The roles whose members decide who is a member. One of them stays, without an end. */
  readonly manages: readonly NoInfer<Role>[];
  /** Whether somebody may begin such a record. */
  opens(who: NoInfer<Who>): boolean;
  /** What the domain's own decisions decide beside who is a member: `facts.own`. Made with `group`, it is in the API. */
  readonly own?: {
    readonly schema: Schema<Own>;
    readonly version: number;
    readonly initial: NoInfer<Own>;
    readonly upgrade?: Readonly<Record<number, (own: Json) => Json>>;
  };
  readonly conditions?: Readonly<
    Record<ConditionName, Condition<NoInfer<Who>, MemberFacts<NoInfer<Role>, NoInfer<Own>>, NoInfer<Role>>>
  >;
  /** When a right changes by what is decided beside. */
  moments?(own: NoInfer<Own>): readonly number[];
  /** Whom the record is closed to, whatever else they are. */
  barred?(who: NoInfer<Who>, state: RecordState<MemberFacts<NoInfer<Role>, NoInfer<Own>>>): boolean;
  /** Of a role: the roles whose members its own do not learn of. Whoever manages learns of everybody. */
  readonly unseen?: Unseen<NoInfer<Role>>;
}

/** A kind of record with members: its roles are its seats. */
export interface MemberKind<
  Name extends string,
  Who,
  Role extends string,
  Own,
  ConditionName extends string = never,
> extends Kind<Name, Who, MemberFacts<Role, Own>, Role, ConditionName> {
  readonly membership: {
    readonly roles: CodeList<Role>;
    readonly manages: ReadonlySet<string>;
    readonly initial: Own;
    opens(who: Who): boolean;
    /** Whether a reader may learn that somebody has to do with the record. */
    learnsOf(reader: AnyWho, other: AnyWho, facts: MemberFacts, at: number): boolean;
  };
}

/** A kind of record with members, whatever its types. */
export type AnyMemberKind = Pick<MemberKind<string, AnyWho, string, unknown>, 'membership'>;

/**
 * Declares a kind of record whose members have roles, from a moment to another; `memberDecisions` has the decisions that
 * go with it. A domain that has more to say declares its own by `kind`.
 */
export function memberKind<
  const Name extends string,
  Who extends AnyWho,
  const Role extends string,
  Own = null,
  const ConditionName extends string = never,
>(
  name: Name,
  declaration: MemberKindDeclaration<Who, Role, Own, ConditionName>,
): MemberKind<Name, Who, Role, Own, ConditionName> {
  const { title, about, who, roles, manages, own, conditions, moments, barred, unseen } = declaration;
  const managing: ReadonlySet<string> = new Set(manages);
  const named = Object.entries<string>(roles) as [Role, string][];
  const seats = Object.fromEntries(
    named.map(([role, says]) => [
      role,
      {
        says,
        holds: (one: Who, { facts }: RecordState<MemberFacts<Role, Own>>, at: number) =>
          facts.members.some((member) => member.role === role && member.who === one.id && isMemberAt(member, at)),
      },
    ]),
  ) as Kind<Name, Who, MemberFacts<Role, Own>, Role>['seats'];
  const list = codeList<Role>(
    `${name}-role`,
    'local',
    named.map(([role]) => ({ code: role, label: labelOf(role) })),
  );
  const facts = memberFactsSchema(list, own);
  const visible = visibility(managing, unseen);
  const declared = kind<Name, Who, MemberFacts<Role, Own>, Role, ConditionName>(name, {
    title,
    about,
    who,
    facts,
    seats,
    conditions: conditions ?? ({} as NonNullable<typeof conditions>),
    barred: (one, state) => barred?.(one, state) ?? false,
    index: {
      keys: ({ facts }) => facts.members.map((member) => `is:${member.who}`),
      moments: (facts) => [
        ...facts.members.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
        ...(moments?.(facts.own) ?? []),
      ],
      links: () => [],
      people: ({ members }) => members.map((member) => member.who),
    },
    seen: seenMembers(facts.schema, visible, shapeOfMembers(list, own?.schema)),
  });
  // What a domain does not decide beside is null.
  const initial = (own?.initial ?? null) as Own;
  return Object.freeze({
    ...declared,
    membership: {
      roles: list,
      manages: managing,
      initial,
      opens: (one: Who) => declaration.opens(one),
      learnsOf: visible.learnsOf,
    },
  });
}

const labelOf = (role: string): string => {
  const words = role.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};
