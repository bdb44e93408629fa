import type { Schema } from '../values/schema.ts';
import type { Decision } from './decision.ts';
import type { Opening } from './opening.ts';

/** Any decision of a model. */
export type AnyDecision = Decision | Opening;

/** The form of a decision. */
export type FormOf<One> = One extends { readonly form: Schema<infer Form> } ? Form : never;
