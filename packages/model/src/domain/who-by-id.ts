import type { AnyWho } from '../records/who.ts';
import type { Schema } from '../values/schema.ts';
import type { WhoDeclaration } from './model-declaration.ts';

/** Says of those who sign in no more than that they look for the records that name them: what `memberKind` needs. */
export const whoById = <Who extends AnyWho>(schema: Schema<Who>): WhoDeclaration<Who> => ({
  schema,
  keys: ({ id }) => [`is:${id}`],
  organisation: null,
});
