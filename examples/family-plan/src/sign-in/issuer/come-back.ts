import {
  AuthorizationResponseError,
  authorizationCodeGrantRequest,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import type { SignInProblem } from '../sign-in-problem.ts';
import { keepSignedIn } from '../signed-in.ts';
import { partiesOf, redirectUri, resourceOf } from './authorization-server.ts';
import { takeSigningIn, type SigningIn } from './go-to-issuer.ts';
import { keepSession } from './kept-session.ts';
import { tokenFrom } from './token-from.ts';
import { whoAmI } from './who-am-i.ts';

/**
 * Finishes the sign-in with which the issuer has sent somebody back here; the address then is that of the page that they
 * were on.
 *
 * @returns what went wrong, or null
 */
export async function comeBackFromIssuer(): Promise<SignInProblem | null> {
  const answer = new URL(window.location.href);
  const signingIn = takeSigningIn();
  // The code is in the address: it does not stay there, nor in the history.
  window.history.replaceState(null, '', signingIn?.returnTo ?? '/');
  // A bookmark of this address, or another tab's answer.
  if (signingIn === null) return 'not-begun';
  try {
    return await finish(signingIn, answer);
  } catch (error) {
    if (error instanceof AuthorizationResponseError) return 'not-let-in';
    return error instanceof TypeError ? 'unreachable' : 'not-let-in';
  }
}

async function finish({ offer, state, nonce, verifier }: SigningIn, answer: URL): Promise<SignInProblem | null> {
  const { server, client, clientAuth, options } = partiesOf(offer);
  const parameters = validateAuthResponse(server, client, answer, state);
  const given = await authorizationCodeGrantRequest(server, client, clientAuth, parameters, redirectUri(), verifier, {
    ...options,
    additionalParameters: resourceOf(offer),
  });
  const tokens = await processAuthorizationCodeResponse(server, client, given, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  const token = tokenFrom(tokens);
  const who = await whoAmI(token.token);
  if (who.type !== 'known') return who.type;
  keepSession({ offer, practitioner: who.practitioner.id, refreshToken: tokens.refresh_token ?? null });
  keepSignedIn({ practitioner: who.practitioner, token });
  return null;
}
