import type { Schema } from '../values/schema.ts';
import type { Decision } from './decision.ts';
import type { Opening } from './opening.ts';
import type { ProposedSection } from './proposed-section.ts';

/** Any decision of a model. */
export type AnyDecision = Decision | Opening;

/** The form of a decision. */
export type FormOf<One> = One extends { readonly form: Schema<infer Form> } ? Form : never;

/** What is said, without what may be undefined: JSON holds no such thing. */
type Said<Value> = Value extends readonly (infer One)[]
  ? readonly Said<One>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Said<Exclude<Value[Name], undefined>> }
    : Value;

/** The commands of decisions, told apart by `type`: what an app gives to its caseload. */
export type CommandOf<One> = One extends { readonly name: infer Name; readonly form: Schema<infer Form> }
  ? {
      readonly type: Name;
      readonly record: string;
      /** Ids that its device has made for sections of what it begins. */
      readonly sections?: readonly Said<ProposedSection>[];
    } & Said<Form>
  : never;
