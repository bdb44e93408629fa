import type { Caseload } from '@caseweave/caseload';
import { askOffer } from './sign-in-offer.ts';

/** Signs in again after a sign-in has run out: at the issuer, or by trying the connection once more. */
export async function signInAgain(caseload: Caseload): Promise<void> {
  const offer = await askOffer();
  if (offer?.type === 'issuer')
    await (await import('./issuer/go-to-issuer.ts')).goToIssuer(offer, window.location.pathname);
  else caseload.switchOn();
}
