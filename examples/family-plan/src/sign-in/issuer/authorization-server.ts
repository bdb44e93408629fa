import { allowInsecureRequests, None, type AuthorizationServer, type Client, type ClientAuth } from 'oauth4webapi';
import { redirectPath } from './redirect-path.ts';
import type { IssuerOffer } from '../sign-in-offer.ts';

/** An issuer and this app at it, in the words of OAuth. */
export interface Parties {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly clientAuth: ClientAuth;
  readonly options: { readonly [allowInsecureRequests]: boolean };
}

/** The parties to a sign-in. The app is a public client: what a browser knows is no secret. */
export function partiesOf(offer: IssuerOffer): Parties {
  const { issuer, clientId, authorizationEndpoint, tokenEndpoint } = offer;
  return {
    server: { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint },
    client: { client_id: clientId },
    clientAuth: None(),
    // The server names an issuer without TLS only if it runs on this machine.
    options: { [allowInsecureRequests]: issuer.startsWith('http://') },
  };
}

/** The address that the issuer sends people back to. */
export const redirectUri = (): string => `${window.location.origin}${redirectPath}`;

/** The resource that tokens are asked for, where the issuer wants it named. */
export const resourceOf = ({ resource }: IssuerOffer): Record<string, string> =>
  resource === null ? {} : { resource };
