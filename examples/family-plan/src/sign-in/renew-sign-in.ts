import { signInAs, type DemoAnswer, type Token } from './demo-sign-in.ts';
import { keptSession } from './issuer/kept-session.ts';
import type { Renewed } from './issuer/renew-at-issuer.ts';
import { askOffer } from './sign-in-offer.ts';

/** Signs somebody in again without asking them anything, if that can be done. */
export async function renewSignIn(practitioner: string): Promise<Renewed | DemoAnswer<Token>> {
  const session = keptSession();
  if (session?.practitioner === practitioner)
    return (await import('./issuer/renew-at-issuer.ts')).renewAtIssuer(session);
  const offer = await askOffer();
  if (offer === null) return { type: 'unreachable' };
  return offer.type === 'demo' ? signInAs(practitioner) : { type: 'sign-in-needed' };
}
