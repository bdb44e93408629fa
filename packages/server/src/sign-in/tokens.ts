import { jwtVerify, SignJWT } from 'jose';
import type { Authority } from '../directory/authority.ts';

/** What became of a token that somebody showed. */
export type Verified =
  | { readonly type: 'verified'; readonly principal: string; readonly expiresAt: number }
  /** It is not good, or not of anybody known here: which of the two is not told. */
  | { readonly type: 'refused' }
  /** Whether it is good cannot be told at the moment: the issuer's keys are out of reach. */
  | { readonly type: 'unavailable' };

/** Tells whose a token is. Sync, GraphQL and stock clients all ask here; roles and rights come from the directory. */
export interface Tokens {
  verify(token: string): Promise<Verified>;
}

/** A token, and when it runs out (milliseconds). */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: number;
}

const HOURS_8 = 8 * 3_600_000;

/** Issues a token of the server's own: for a demonstration, and for tests. */
export async function issueToken(
  { id, tokenKey }: Authority,
  principal: string,
  now: number,
  life = HOURS_8,
): Promise<IssuedToken> {
  const expires = Math.floor((now + life) / 1000);
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(principal)
    .setAudience(id)
    .setExpirationTime(expires)
    .sign(tokenKey);
  return { token, expiresAt: expires * 1000 };
}

/** Takes the tokens that `issueToken` gives. Where an issuer is set, they are worth nothing. */
export function ownTokens({ id, tokenKey }: Authority, now: () => number): Tokens {
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, tokenKey, {
          algorithms: ['HS256'],
          audience: id,
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(now()),
        });
        const { sub = '', exp = 0 } = payload;
        return { type: 'verified', principal: sub, expiresAt: exp * 1000 };
      } catch {
        return { type: 'refused' };
      }
    },
  };
}
