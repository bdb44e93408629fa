import type { Kind } from '../kinds/kind.ts';
import type { Known } from '../records/known.ts';
import type { Names } from '../records/names.ts';
import type { CommonDeclaration } from './common-declaration.ts';
import type { DecidedBy, Deciding } from './deciding.ts';

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
  /** The names of the decisions that lead back; none where there is no way back. */
  readonly undoneBy?: readonly string[];
  /** The names of the decisions that stand against it where its author did not know of them. */
  readonly overtakenBy: readonly string[];
  /** Which of those do; without it, all of them. */
  isOvertaken?(mine: NoInfer<Form>, other: { readonly name: string; readonly form: unknown }): boolean;
  /** What stands instead where it is refused, in plain words; null if there is nothing to say. */
  stands(facts: NoInfer<Facts>, form: NoInfer<Form>, names: Names, at: number): string | null;
}

/** A decision about records of a kind that exist. */
export interface Decision<
  Name extends string = string,
  Form = unknown,
  Who = unknown,
  Facts = unknown,
  KindName extends string = string,
> extends DecisionDeclaration<Who, Facts, string, Form, string> {
  readonly type: 'decision';
  readonly name: Name;
  readonly kind: KindName;
}

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
): Decision<Name, Form, Who, Facts, KindName> {
  return Object.freeze({ ...declaration, type: 'decision' as const, kind: kindName, name }) as Decision<
    Name,
    Form,
    Who,
    Facts,
    KindName
  >;
}
