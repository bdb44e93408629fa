import type { Schema } from './schema.ts';

/** What a schema makes of a value: the value, or where it does not fit. */
export type CheckedValue<Value> =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'faults'; readonly paths: readonly (readonly PropertyKey[])[] };

/**
 * Checks a value by a schema. What a validator says in words is left out, since it may repeat what was given; one that
 * throws, or that answers later, lets nothing pass.
 */
export function checkValue<Value>(schema: Schema<Value>, value: unknown): CheckedValue<Value> {
  try {
    const result = schema['~standard'].validate(value);
    if (result instanceof Promise) {
      // Nobody waits for it; what becomes of it is no error of anybody's.
      result.catch(() => undefined);
      return { type: 'faults', paths: [[]] };
    }
    if (result.issues === undefined) return { type: 'value', value: result.value };
    return {
      type: 'faults',
      paths: result.issues.map(({ path = [] }) => path.map((step) => (typeof step === 'object' ? step.key : step))),
    };
  } catch {
    return { type: 'faults', paths: [[]] };
  }
}
