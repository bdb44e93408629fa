import { complexityFromQuery } from '@pothos/plugin-complexity';
import { GraphQLError, Kind, type GraphQLResolveInfo } from 'graphql';
import type { Asking } from '../viewer/asking.ts';
import { complexityLimit } from '../limits/complexity.ts';

/**
 * Refuses a subscription that costs too much before it begins; each event would be refused else, and the place be taken.
 */
export function assertWithinCost(
  { costLimit }: Asking,
  { schema, operation, fragments, variableValues }: GraphQLResolveInfo,
): void {
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] } as const;
  const { depth, breadth, complexity } = complexityFromQuery(document, { schema, variables: variableValues });
  const isWithin = depth <= complexityLimit.depth && breadth <= complexityLimit.breadth && complexity <= costLimit;
  if (isWithin) return;
  throw new GraphQLError(
    'This subscription asks for too much with each event. Ask for fewer fields or a smaller page.',
    {
      extensions: { code: 'TOO_COMPLEX', http: { status: 400 } },
    },
  );
}
