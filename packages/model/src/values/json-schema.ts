import type { Json } from '@caseweave/record';
import type { Schema } from './schema.ts';

/** What a validator says of itself as JSON Schema, where its library can; null where it cannot. */
export function jsonSchemaOf(schema: Schema<unknown>): { readonly [name: string]: Json } | null {
  const standard: object = schema['~standard'];
  if (!('jsonSchema' in standard) || typeof standard.jsonSchema !== 'object' || standard.jsonSchema === null)
    return null;
  const { jsonSchema } = standard;
  if (!('output' in jsonSchema) || typeof jsonSchema.output !== 'function') return null;
  const output = jsonSchema.output as (options: object) => unknown;
  try {
    // What cannot be said is said to be anything.
    const said = output({ target: 'draft-2020-12', libraryOptions: { unrepresentable: 'any' } });
    const { $schema: _dialect, ...rest } = JSON.parse(JSON.stringify(said)) as { readonly [name: string]: Json };
    return rest;
  } catch {
    return null;
  }
}
