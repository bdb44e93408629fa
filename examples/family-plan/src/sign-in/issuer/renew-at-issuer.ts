import { processRefreshTokenResponse, refreshTokenGrantRequest, ResponseBodyError } from 'oauth4webapi';
import type { Token } from '../demo-sign-in.ts';
import { partiesOf, resourceOf } from './authorization-server.ts';
import { keepSession, type IssuerSession } from './kept-session.ts';
import { tokenFrom } from './token-from.ts';

/** What became of renewing a sign-in. */
export type Renewed =
  | { readonly type: 'answered'; readonly answer: Token }
  | { readonly type: 'unreachable' }
  | { readonly type: 'sign-in-needed' };

let renewing: Promise<Renewed> | null = null;

/** Renews a sign-in quietly. Whoever asks meanwhile waits for the same answer: a refresh token is good for one use. */
export function renewAtIssuer(session: IssuerSession): Promise<Renewed> {
  renewing ??= renew(session).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(session: IssuerSession): Promise<Renewed> {
  const { offer, refreshToken } = session;
  if (refreshToken === null) return { type: 'sign-in-needed' };
  const { server, client, clientAuth, options } = partiesOf(offer);
  try {
    const answer = await refreshTokenGrantRequest(server, client, clientAuth, refreshToken, {
      ...options,
      additionalParameters: resourceOf(offer),
    });
    if (answer.status >= 500) return { type: 'unreachable' };
    const tokens = await processRefreshTokenResponse(server, client, answer);
    keepSession({ ...session, refreshToken: tokens.refresh_token ?? refreshToken });
    return { type: 'answered', answer: tokenFrom(tokens) };
  } catch (error) {
    // No answer at all: the device or the issuer is offline, and the session may well be good.
    if (!(error instanceof ResponseBodyError)) return { type: 'unreachable' };
    keepSession({ ...session, refreshToken: null });
    return { type: 'sign-in-needed' };
  }
}
