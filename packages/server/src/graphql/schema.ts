import './types/scalars.ts';
import './types/query.ts';
import './types/at-least.ts';
import './mutations/mutation.ts';
import { builder } from './builder.ts';

/** The GraphQL schema of the server. */
export const schema = builder.toSchema();
