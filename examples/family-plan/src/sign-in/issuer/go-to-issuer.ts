import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi';
import type { IssuerOffer } from '../sign-in-offer.ts';
import { redirectUri, resourceOf } from './authorization-server.ts';

/** A sign-in that is under way at the issuer: what its answer must fit. */
export interface SigningIn {
  readonly offer: IssuerOffer;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** The path of the page that one was on. */
  readonly returnTo: string;
}

const storageKey = 'caseweave.signing-in';

/** Leaves this page for the issuer's. What was written is on the device already; one comes back to where one was. */
export async function goToIssuer(offer: IssuerOffer, returnTo: string): Promise<void> {
  const signingIn: SigningIn = {
    offer,
    verifier: generateRandomCodeVerifier(),
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    returnTo,
  };
  sessionStorage.setItem(storageKey, JSON.stringify(signingIn));
  const address = new URL(offer.authorizationEndpoint);
  const asked = {
    client_id: offer.clientId,
    response_type: 'code',
    redirect_uri: redirectUri(),
    scope: offer.scope,
    code_challenge: await calculatePKCECodeChallenge(signingIn.verifier),
    code_challenge_method: 'S256',
    state: signingIn.state,
    nonce: signingIn.nonce,
    ...resourceOf(offer),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  window.location.assign(address);
}

/** Takes the sign-in that this tab began, once. */
export function takeSigningIn(): SigningIn | null {
  try {
    // Written by this app alone, in this tab.
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as SigningIn | null;
  } catch {
    return null;
  } finally {
    sessionStorage.removeItem(storageKey);
  }
}
