import type { Token } from './demo-sign-in.ts';
import { currentPasses, dropPass, renewPass } from './offline-pass.ts';
import { isKeptOnDevice, type Practitioner } from './practitioner.ts';
import { renewSignIn } from './renew-sign-in.ts';
import { askOffer, rememberedOffer } from './sign-in-offer.ts';
import { isOpenInATab, showWhoIsHere } from './tab-presence.ts';

/** Who is signed in on this tab. */
export interface SignedIn {
  readonly practitioner: Practitioner;
  /** None while the caseload was opened from this device alone. */
  readonly token: Token | null;
}

// Of this tab only. What outlives it is the offline pass, which holds no token.
const storageKey = 'caseweave.signed-in';
const renewBefore = 60_000;

let current: SignedIn | null = readStored();
const listeners = new Set<() => void>();

/** Who is signed in, or null. */
export const signedIn = (): SignedIn | null => current;

/** Calls back when somebody signs in or out. */
export function onSignedIn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps who signed in, over reloads of this tab. */
export function keepSignedIn(next: SignedIn | null): void {
  keep(next);
  showWhoIsHere(next?.practitioner.id ?? null);
  if (next !== null && next.token !== null && isKeptOnDevice(next.practitioner))
    renewPass(next.practitioner, Date.now());
  for (const listener of listeners) listener();
}

/**
 * Signs in again whoever used this device last, from their offline pass: after a restart of the browser, also without
 * the server. Not while another tab shows their caseload: then this tab may be for somebody else.
 */
export async function continueFromDevice(): Promise<void> {
  if (current !== null) {
    showWhoIsHere(current.practitioner.id);
    return;
  }
  const [latest] = currentPasses(Date.now());
  if (latest === undefined || (await isOpenInATab(latest.practitioner.id))) return;
  // With accounts of their own, people show who they are wherever that can be asked.
  if (rememberedOffer()?.type === 'issuer' && (await askOffer()) !== null) return;
  keepSignedIn({ practitioner: latest.practitioner, token: null });
}

/** What is asked of the token: `fresh`, when the one kept was not accepted. */
interface TokenRequest {
  readonly fresh: boolean;
}

/**
 * A token that is good for a while yet: the one kept, or a new one by signing in again quietly.
 *
 * @throws when there is none and the server cannot be reached: try again later.
 */
export async function giveToken({
  fresh,
}: TokenRequest): Promise<{ readonly type: 'token'; readonly token: string } | { readonly type: 'sign-in-needed' }> {
  const kept = current;
  if (kept === null) return { type: 'sign-in-needed' };
  const isGood = kept.token !== null && kept.token.expiresAt - Date.now() > renewBefore;
  if (kept.token !== null && isGood && !fresh) return { type: 'token', token: kept.token.token };
  const renewed = await renewSignIn(kept.practitioner.id);
  switch (renewed.type) {
    case 'answered':
      // Quietly: nobody else signed in, so the screens need not know.
      keep({ practitioner: kept.practitioner, token: renewed.answer });
      return { type: 'token', token: renewed.answer.token };
    case 'unreachable':
      if (kept.token === null) throw new Error('The server cannot be reached.');
      // The old token may do, and if not the connection is tried again later.
      return { type: 'token', token: kept.token.token };
    case 'sign-in-needed':
      return { type: 'sign-in-needed' };
    case 'refused':
      dropPass(kept.practitioner.id);
      return { type: 'sign-in-needed' };
  }
}

function keep(next: SignedIn | null): void {
  current = next;
  if (next === null) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(next));
}

function readStored(): SignedIn | null {
  try {
    // Written by this app alone, in this tab.
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as SignedIn | null;
  } catch {
    return null;
  }
}
