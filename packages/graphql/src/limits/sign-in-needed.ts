import { GraphQLError } from 'graphql';

/** The answer to anyone who is not signed in. */
export const signInNeeded = (): GraphQLError =>
  new GraphQLError('Sign in to ask here: send an access token as a bearer token.', {
    extensions: { code: 'SIGN_IN_NEEDED', http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } },
  });
