import { keepSession, keptSession } from './kept-session.ts';

/** Ends the sign-in at the issuer too, so that whoever uses this device next is not let in by it. */
export function leaveIssuer(): void {
  const session = keptSession();
  keepSession(null);
  const endpoint = session?.offer.endSessionEndpoint ?? null;
  if (session === null || endpoint === null) return;
  const address = new URL(endpoint);
  address.searchParams.set('client_id', session.offer.clientId);
  address.searchParams.set('post_logout_redirect_uri', `${window.location.origin}/`);
  window.location.assign(address);
}
