import type { Json } from '@caseweave/record';
import type { Kind, Schema } from '../kinds/kind.ts';
import type { Known, Names, RecordState } from '../record-state.ts';
import type { Acts } from '../rights/level.ts';
import type { Valued } from '../values/value-kind.ts';

/** Who decided, and when. */
export interface DecidedBy {
  /** Who signed in; null where it was whoever runs the authority. */
  readonly who: string | null;
  readonly at: number;
}

/** Who wants to decide, and what rights are judged on. */
export interface Deciding<Who, Facts, SeatName extends string> {
  readonly who: Who;
  readonly at: number;
  readonly state: RecordState<Facts>;
  /** The seats of whoever decides, at the record. */
  readonly seats: ReadonlySet<SeatName>;
  /** What they may do in a section of the record. */
  acts(section: string): Acts;
  /** The other records that the form names; each exists. */
  readonly others: readonly OtherRecord<Who>[];
}

/** A record that a form names beside the one that it is about. */
export interface OtherRecord<Who> {
  readonly state: RecordState;
  /** The seats of whoever decides, at that record. */
  readonly seats: ReadonlySet<string>;
  acts(section: string): Acts;
  readonly who: Who;
}

/** A record that a decision begins beside the one that it is about. */
export interface Begun {
  readonly record: string;
  readonly kind: string;
  readonly facts: Json;
}

/** What tells somebody of a decision. */
export interface Telling<Who, Facts> {
  readonly reader: Who;
  /** The record once the decision was taken. */
  readonly state: RecordState<Facts>;
  readonly known: Known<Who>;
  readonly at: number;
}

/** What decisions and openings say alike. */
interface CommonDeclaration<Who, Facts, Form, Code extends string> {
  /** What is done, for a button and for documentation: `Give the repair to a firm`. */
  readonly title: string;
  /** Of the form. An older form is brought up by `upgrade` when it is read. */
  readonly version: number;
  /** What is said beside the record: made with `group`, so that the API can ask for it. */
  readonly form: Valued<Schema<Form>>;
  /** Brings a form up to the next version, by the version that it is of. */
  readonly upgrade?: Readonly<Record<number, (form: Json) => Json>>;
  /** The codes that it may be refused with, with why and what to do next in plain words. */
  readonly refusals: Readonly<Record<Code, string>>;
  /** Records that the form names and that must exist. Whether they may be named is asked of `may`. */
  others?(form: NoInfer<Form>): readonly string[];
  /** Those who sign in that the form names; `known` has them where it is asked. */
  people?(form: NoInfer<Form>): readonly string[];
  /** Records that it begins beside the one that it is about. Total: it never refuses. */
  begins?(form: NoInfer<Form>, by: DecidedBy): readonly Begun[];
  /** What is done in plain words, as it is told to those concerned: `The repair is given to Brook Heating`. */
  words(form: NoInfer<Form>, names: Names): string;
  /** The form as somebody may know it; null where nothing of the decision is theirs to know. */
  told(telling: Telling<NoInfer<Who>, NoInfer<Facts>>, form: NoInfer<Form>): NoInfer<Form> | null;
}

/** A decision about a record that exists. */
export interface DecisionDeclaration<
  Who,
  Facts,
  SeatName extends string,
  Form,
  Code extends string,
> extends CommonDeclaration<Who, Facts, Form, Code> {
  /** Whether somebody may decide it. What nothing allows is not allowed; one that throws allows nothing. */
  may(deciding: Deciding<NoInfer<Who>, NoInfer<Facts>, NoInfer<SeatName>>, form: NoInfer<Form>): boolean;
  /** Whether it stands to reason now: asked once, when it is ordered, and ahead of it on the device. Null: it does. */
  check(facts: NoInfer<Facts>, form: NoInfer<Form>, by: DecidedBy, known: Known<NoInfer<Who>>): NoInfer<Code> | null;
  /** Carries it out. Pure and total: asked again whenever the log is folded, whatever rules hold by then. */
  fold(facts: NoInfer<Facts>, form: NoInfer<Form>, by: DecidedBy): NoInfer<Facts>;
  /** The names of the decisions that stand against it where its author did not know of them. */
  readonly overtakenBy: readonly string[];
  /** Which of those do; without it, all of them. */
  isOvertaken?(mine: NoInfer<Form>, other: { readonly name: string; readonly form: unknown }): boolean;
  /** What stands instead where it is refused, in plain words; null if there is nothing to say. */
  stands(facts: NoInfer<Facts>, form: NoInfer<Form>, names: Names): string | null;
}

/** A decision that begins a record. */
export interface OpeningDeclaration<Who, Facts, Form, Code extends string> extends CommonDeclaration<
  Who,
  Facts,
  Form,
  Code
> {
  may(
    deciding: Pick<Deciding<NoInfer<Who>, NoInfer<Facts>, string>, 'who' | 'at' | 'others'>,
    form: NoInfer<Form>,
  ): boolean;
  check(form: NoInfer<Form>, by: DecidedBy, known: Known<NoInfer<Who>>): NoInfer<Code> | null;
  /** The first facts. Pure and total. */
  fold(form: NoInfer<Form>, by: DecidedBy): NoInfer<Facts>;
}

/** A decision about records of a kind that exist. */
export interface Decision<
  Name extends string = string,
  Form = unknown,
  Who = unknown,
  Facts = unknown,
> extends DecisionDeclaration<Who, Facts, string, Form, string> {
  readonly type: 'decision';
  readonly name: Name;
  readonly kind: string;
}

/** A decision that begins a record of a kind. */
export interface Opening<
  Name extends string = string,
  Form = unknown,
  Who = unknown,
  Facts = unknown,
> extends OpeningDeclaration<Who, Facts, Form, string> {
  readonly type: 'opening';
  readonly name: Name;
  readonly kind: string;
}

/** Any decision of a model. */
export type AnyDecision = Decision | Opening;

/** Declares a decision about records of a kind. */
export function decision<
  KindName extends string,
  Who,
  Facts,
  SeatName extends string,
  ConditionName extends string,
  const Name extends string,
  Form,
  const Code extends string = never,
>(
  { name: kindName }: Kind<KindName, Who, Facts, SeatName, ConditionName>,
  name: Name,
  declaration: DecisionDeclaration<Who, Facts, SeatName, Form, Code>,
): Decision<Name, Form, Who, Facts> {
  return Object.freeze({ ...declaration, type: 'decision' as const, kind: kindName, name }) as Decision<
    Name,
    Form,
    Who,
    Facts
  >;
}

/** Declares a decision that begins a record of a kind. */
export function opening<
  KindName extends string,
  Who,
  Facts,
  SeatName extends string,
  ConditionName extends string,
  const Name extends string,
  Form,
  const Code extends string = never,
>(
  { name: kindName }: Kind<KindName, Who, Facts, SeatName, ConditionName>,
  name: Name,
  declaration: OpeningDeclaration<Who, Facts, Form, Code>,
): Opening<Name, Form, Who, Facts> {
  return Object.freeze({ ...declaration, type: 'opening' as const, kind: kindName, name }) as Opening<
    Name,
    Form,
    Who,
    Facts
  >;
}

/** The form of a decision. */
export type FormOf<One> = One extends { readonly form: Schema<infer Form> } ? Form : never;
