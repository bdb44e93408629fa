import { CLOSE, type PrincipalId } from '@caseweave/protocol';
import { loadPeople } from '../directory/people.ts';
import type { Node } from '../node/node.ts';

/** What a newer token comes to: whose it is and until when, or why the connection ends. */
export type Renewed =
  | { readonly type: 'renewed'; readonly principal: PrincipalId; readonly expiresAt: number }
  | { readonly type: 'refused'; readonly code: number; readonly words: string; readonly retryAfter?: number };

/** Checks a newer token; that it is of the same person is for the protocol to say. */
export async function renewSignIn({ database, authority, model, tokens }: Node, token: string): Promise<Renewed> {
  const verified = await tokens.verify(token);
  switch (verified.type) {
    case 'unavailable': {
      const words = 'Sign-ins cannot be checked at the moment. Trying again shortly.';
      return { type: 'refused', code: CLOSE.tryAgain, words, retryAfter: 2_000 };
    }
    case 'refused':
      return ranOut;
    case 'verified': {
      const known = await loadPeople(database.db, authority.id, model.now, [verified.principal]);
      if (!known.has(verified.principal)) return ranOut;
      return { type: 'renewed', principal: verified.principal as PrincipalId, expiresAt: verified.expiresAt };
    }
  }
}

const ranOut: Renewed = {
  type: 'refused',
  code: CLOSE.tokenRefused,
  words: 'Your sign-in has run out. Sign in again.',
};
