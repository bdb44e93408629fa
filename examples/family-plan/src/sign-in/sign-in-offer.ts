/** An OpenID issuer to sign in at, as the server names it. */
export interface IssuerOffer {
  readonly type: 'issuer';
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly resource: string | null;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly endSessionEndpoint: string | null;
}

/** How one signs in at this server. */
export type SignInOffer = { readonly type: 'demo' } | IssuerOffer | { readonly type: 'none' };

const storageKey = 'caseweave.sign-in-offer';

/** A server that says nothing for so long is out of reach. */
const patience = 4_000;

/** How one signed in at this server when it was last asked; nothing in it is secret. */
export function rememberedOffer(): SignInOffer | null {
  try {
    return readOffer(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return null;
  }
}

/** Asks the server how one signs in; null while it, or the issuer behind it, cannot be reached. */
export async function askOffer(): Promise<SignInOffer | null> {
  try {
    const response = await fetch('/sign-in.json', { signal: AbortSignal.timeout(patience) });
    const offer = response.ok ? readOffer(await response.json()) : null;
    if (offer !== null) localStorage.setItem(storageKey, JSON.stringify(offer));
    return offer;
  } catch {
    return null;
  }
}

/** Checks what the server sent. */
export function readOffer(value: unknown): SignInOffer | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  if (value.type === 'demo' || value.type === 'none') return { type: value.type };
  if (value.type !== 'issuer') return null;
  const offer = value as Record<keyof IssuerOffer, unknown>;
  const texts = [offer.issuer, offer.clientId, offer.scope, offer.authorizationEndpoint, offer.tokenEndpoint];
  const maybe = [offer.resource, offer.endSessionEndpoint];
  const isWhole =
    texts.every((text) => typeof text === 'string') && maybe.every((text) => text === null || typeof text === 'string');
  return isWhole ? (value as IssuerOffer) : null;
}
