import type { StandardSchemaV1 } from '@standard-schema/spec';

/** A check of values that are then of a type: zod, valibot, arktype or any other Standard Schema. */
export type Schema<Value> = StandardSchemaV1<unknown, Value>;
