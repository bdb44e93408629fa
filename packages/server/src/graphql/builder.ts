import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import { complexityError, complexityLimit } from './limits/complexity.ts';
import type { Asking } from './asking.ts';

/** What every resolver is handed: who asks, and the readers that judge their rights. */
export interface GraphQLContext {
  readonly asking: Asking;
}

/** The builder that all types of the schema are declared with. */
export const builder = new SchemaBuilder<{
  Context: GraphQLContext;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    /** A position of the log; sealed on its way out, opened on its way in. */
    Version: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
}>({
  plugins: [ComplexityPlugin],
  defaultFieldNullability: false,
  complexity: {
    limit: ({ asking }) => ({ ...complexityLimit, complexity: asking.costLimit }),
    defaultListMultiplier: 8,
    complexityError,
  },
});
