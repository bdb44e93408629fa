import type { Issuer } from '../sign-in/issuer.ts';
import { IssuerUnavailable } from '../sign-in/issuer.ts';
import { type Route, sendJson } from './http-handler.ts';

/** How a page of this server signs people in; what `GET /sign-in.json` answers. */
type SignInOffer =
  | { readonly type: 'demo' }
  | {
      readonly type: 'issuer';
      readonly issuer: string;
      readonly clientId: string;
      readonly scope: string;
      readonly resource: string | null;
      readonly authorizationEndpoint: string;
      readonly tokenEndpoint: string;
      readonly endSessionEndpoint: string | null;
    }
  | { readonly type: 'none' };

/** Tells a page how people sign in here, before anybody has. Nothing in it is secret. */
export function signInRoute(demo: boolean, issuer: Issuer | undefined): Route {
  return async (request, response) => {
    if (request.method !== 'GET') return sendJson(response, 405, { error: 'Ask for it with GET.' });
    try {
      sendJson(response, 200, demo ? ({ type: 'demo' } satisfies SignInOffer) : await offerOf(issuer));
    } catch (error) {
      if (!(error instanceof IssuerUnavailable)) throw error;
      sendJson(response, 503, { error: 'The sign-in service cannot be reached. Try again in a moment.' });
    }
  };
}

async function offerOf(issuer: Issuer | undefined): Promise<SignInOffer> {
  const page = issuer?.settings.page;
  if (issuer === undefined || page === undefined) return { type: 'none' };
  const { authorizationEndpoint, tokenEndpoint, endSessionEndpoint } = await issuer.metadata();
  if (authorizationEndpoint === null || tokenEndpoint === null) return { type: 'none' };
  return {
    type: 'issuer',
    issuer: issuer.settings.issuer,
    ...page,
    authorizationEndpoint,
    tokenEndpoint,
    endSessionEndpoint,
  };
}

/** The origins that a signing-in page talks to by script, as far as they are known. */
export function originsOfIssuer(issuer: Issuer | undefined): readonly string[] {
  if (issuer?.settings.page === undefined) return [];
  const urls = [issuer.settings.issuer, issuer.known?.tokenEndpoint ?? issuer.settings.issuer];
  return [...new Set(urls.map((url) => new URL(url).origin))];
}
