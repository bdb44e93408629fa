import type { Plugin } from 'graphql-yoga';
import type { GraphQLSources, SignedIn } from '../sources/graphql-sources.ts';
import { signInNeeded } from './sign-in-needed.ts';

/** Who each request in progress speaks for, and by which token. */
export type SignedInByRequest = WeakMap<Request, { readonly signedIn: SignedIn; readonly token: string }>;

/** Verifies the bearer token before anything is read: who is not signed in learns nothing, not even of the schema. */
export function authenticate(sources: Pick<GraphQLSources, 'authenticate'>, byRequest: SignedInByRequest): Plugin {
  return {
    async onRequestParse({ request }) {
      const token = bearer.exec(request.headers.get('authorization') ?? '')?.[1];
      const signedIn = token === undefined ? undefined : await sources.authenticate(token);
      if (token === undefined || signedIn === undefined) throw signInNeeded();
      byRequest.set(request, { signedIn, token });
    },
  };
}

const bearer = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i;
