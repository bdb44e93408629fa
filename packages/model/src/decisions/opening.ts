import type { Kind } from '../kinds/kind.ts';
import type { Known } from '../records/known.ts';
import type { CommonDeclaration } from './common-declaration.ts';
import type { DecidedBy, Deciding } from './deciding.ts';

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

/** A decision that begins a record of a kind. */
export interface Opening<
  Name extends string = string,
  Form = unknown,
  Who = unknown,
  Facts = unknown,
  KindName extends string = string,
> extends OpeningDeclaration<Who, Facts, Form, string> {
  readonly type: 'opening';
  readonly name: Name;
  readonly kind: KindName;
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
): Opening<Name, Form, Who, Facts, KindName> {
  return Object.freeze({ ...declaration, type: 'opening' as const, kind: kindName, name }) as Opening<
    Name,
    Form,
    Who,
    Facts,
    KindName
  >;
}
