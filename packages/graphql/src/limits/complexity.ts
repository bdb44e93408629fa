import { ComplexityErrorKind, type ComplexityErrorFn } from '@pothos/plugin-complexity';
import { GraphQLError } from 'graphql';
import { LIMITS } from './limits.ts';

/** Says what was too much about an operation and what to ask instead; the figures of the schema are not told. */
export const complexityError: ComplexityErrorFn = (kind) =>
  new GraphQLError(`${what(kind)} Ask for fewer fields or a smaller page.`, {
    extensions: { code: 'TOO_COMPLEX', http: { status: 400 } },
  });

/** How deep and how broad an operation may be at most. */
export const complexityLimit = { depth: LIMITS.depth, breadth: LIMITS.breadth };

function what(kind: ComplexityErrorKind): string {
  switch (kind) {
    case ComplexityErrorKind.Depth:
      return `This operation is nested more than ${LIMITS.depth} deep.`;
    case ComplexityErrorKind.Breadth:
      return `This operation asks for more than ${LIMITS.breadth} fields.`;
    case ComplexityErrorKind.Complexity:
      return 'This operation asks for too much at once.';
  }
}
