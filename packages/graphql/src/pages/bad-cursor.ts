import { GraphQLError } from 'graphql';

/** The answer to a cursor that no page gave. */
export const badCursor = (): GraphQLError =>
  new GraphQLError('This cursor is none of ours. Pass on the endCursor of an earlier page, or none.', {
    extensions: { code: 'BAD_CURSOR' },
  });
