import { jwtVerify } from 'jose';
import { StartFailure } from '../database/start-failure.ts';
import type { Db } from '../database/database.ts';
import { findByIdentity } from '../directory/people.ts';
import { type Issuer, IssuerUnavailable, SIGNATURES } from './issuer.ts';
import type { Tokens } from './tokens.ts';

const LONGEST_SUBJECT = 255;

/**
 * Takes the tokens of an OpenID issuer. The token says who somebody is at the issuer and nothing more: who that is here,
 * and what they may do, the directory knows.
 */
export function issuerTokens(db: Db, authority: string, issuer: Issuer, now: () => number): Tokens {
  const { settings } = issuer;
  const { subjectClaim = 'sub', algorithms = SIGNATURES, clockSkew = 30 } = settings;
  return {
    async verify(token) {
      const verified = await jwtVerify(token, issuer.key, {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms: [...algorithms],
        clockTolerance: clockSkew,
        requiredClaims: ['exp', subjectClaim],
        currentDate: new Date(now()),
      }).catch((error: unknown) => {
        if (error instanceof IssuerUnavailable) return 'unavailable' as const;
        if (error instanceof StartFailure) throw error;
        // Everything else is a token that is not good.
        return undefined;
      });
      if (verified === 'unavailable') return { type: 'unavailable' };
      const subject = verified?.payload[subjectClaim];
      const { exp } = verified?.payload ?? {};
      if (typeof subject !== 'string' || subject === '' || subject.length > LONGEST_SUBJECT || exp === undefined)
        return { type: 'refused' };
      const principal = await findByIdentity(db, authority, { issuer: settings.issuer, subject });
      if (principal === undefined) return { type: 'refused' };
      return { type: 'verified', principal, expiresAt: (exp + clockSkew) * 1000 };
    },
  };
}
