import { signInAs, type Token } from './demo-sign-in.ts';
import type { Practitioner } from './practitioner.ts';

/** Who is signed in on this tab. */
export interface SignedIn {
  readonly practitioner: Practitioner;
  readonly token: Token;
}

// Of this tab only: closing it signs out, and other tabs ask for themselves.
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
  current = next;
  if (next === null) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(next));
  for (const listener of listeners) listener();
}

/** What is asked of the token: `fresh`, when the one kept was not accepted. */
export interface TokenRequest {
  readonly fresh: boolean;
}

/** A token that is good for a while yet: the one kept, or a new one by signing in again quietly. */
export async function giveToken({
  fresh,
}: TokenRequest): Promise<{ readonly type: 'token'; readonly token: string } | { readonly type: 'sign-in-needed' }> {
  const kept = current;
  if (kept === null) return { type: 'sign-in-needed' };
  const isGood = kept.token.expiresAt - Date.now() > renewBefore;
  if (isGood && !fresh) return { type: 'token', token: kept.token.token };
  const renewed = await signInAs(kept.practitioner.id);
  switch (renewed.type) {
    case 'answered':
      // Quietly: nobody else signed in, so the screens need not know.
      current = { practitioner: kept.practitioner, token: renewed.answer };
      sessionStorage.setItem(storageKey, JSON.stringify(current));
      return { type: 'token', token: renewed.answer.token };
    case 'unreachable':
      // The old token may do, and if not the connection is tried again later.
      return { type: 'token', token: kept.token.token };
    case 'refused':
      return { type: 'sign-in-needed' };
  }
}

function readStored(): SignedIn | null {
  try {
    // Written by this app alone, in this tab.
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as SignedIn | null;
  } catch {
    return null;
  }
}
