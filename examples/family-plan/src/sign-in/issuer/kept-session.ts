import type { IssuerOffer } from '../sign-in-offer.ts';

/**
 * What renews a sign-in at an issuer. It is kept for this tab alone, so that a reload does not end it, and goes when the
 * tab closes; nothing of it is ever in an address, in the other tabs, or in the store of the caseload.
 */
export interface IssuerSession {
  readonly offer: IssuerOffer;
  readonly practitioner: string;
  /** None, where the issuer gives none: then one signs in again, which costs one click while the issuer remembers one. */
  readonly refreshToken: string | null;
}

const storageKey = 'caseweave.issuer-session';

/** The session of this tab, if somebody signed in here at an issuer. */
export function keptSession(): IssuerSession | null {
  try {
    // Written by this app alone, in this tab.
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as IssuerSession | null;
  } catch {
    return null;
  }
}

/** Keeps a session for this tab, or forgets it. */
export function keepSession(session: IssuerSession | null): void {
  if (session === null) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(session));
}
