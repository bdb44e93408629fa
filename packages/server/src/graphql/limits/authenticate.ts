import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphQLSources, SignedIn } from '../sources/graphql-sources.ts';

/** Who each request in progress speaks for, and by which token. */
export type SignedInByRequest = WeakMap<Request, { readonly who: SignedIn; readonly token: string }>;

/** Verifies the bearer token before anything is read: who is not signed in learns nothing, not even of the schema. */
export function authenticate(sources: Pick<GraphQLSources, 'authenticate'>, signedIn: SignedInByRequest): Plugin {
  return {
    async onRequestParse({ request }) {
      const token = bearer.exec(request.headers.get('authorization') ?? '')?.[1];
      const who = token === undefined ? undefined : await sources.authenticate(token);
      if (token === undefined || who === undefined) throw signInNeeded();
      signedIn.set(request, { who, token });
    },
  };
}

const bearer = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i;

/** The answer to anyone who is not signed in. */
export const signInNeeded = (): GraphQLError =>
  new GraphQLError('Sign in to ask here: send an access token as a bearer token.', {
    extensions: { code: 'SIGN_IN_NEEDED', http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } },
  });
