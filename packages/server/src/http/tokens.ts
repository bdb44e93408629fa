import { jwtVerify, SignJWT } from 'jose';
import type { Authority } from '../authority.ts';

/** A token, and when it runs out (milliseconds). */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: number;
}

const HOURS_8 = 8 * 3_600_000;

/** Issues a token for somebody who has signed in. */
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

/** Finds whose token this is; undefined where it is not good, whatever the reason. */
export async function verifyToken(
  { id, tokenKey }: Authority,
  token: string,
  now: number,
): Promise<{ principal: string; expiresAt: number } | undefined> {
  try {
    const { payload } = await jwtVerify(token, tokenKey, {
      algorithms: ['HS256'],
      audience: id,
      currentDate: new Date(now),
    });
    if (payload.sub === undefined || payload.exp === undefined) return undefined;
    return { principal: payload.sub, expiresAt: payload.exp * 1000 };
  } catch {
    return undefined;
  }
}
