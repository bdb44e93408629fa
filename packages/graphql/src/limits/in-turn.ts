import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { SignedInByRequest } from './authenticate.ts';
import { LIMITS } from './limits.ts';

/** What one person has asked and not been answered yet. */
interface Turn {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Answers a few operations of one person at a time; further ones wait their turn, so that nobody keeps the others waiting
 * by asking much at once. A subscription takes a turn until it has begun.
 */
export function inTurn(signedIn: SignedInByRequest): Plugin {
  const turns = new Map<string, Turn>();
  const taken = new WeakMap<Request, string>();
  const over = (request: Request): void => {
    const principal = taken.get(request);
    const turn = principal === undefined ? undefined : turns.get(principal);
    if (principal === undefined || turn === undefined || !taken.delete(request)) return;
    // Whoever waits takes the place over.
    const next = turn.waiting.shift();
    if (next !== undefined) return next();
    turn.running -= 1;
    if (turn.running === 0) turns.delete(principal);
  };
  return {
    async onRequestParse({ request }) {
      const principal = signedIn.get(request)?.signedIn.who.who.id;
      if (principal === undefined) return;
      const turn = turns.get(principal) ?? { running: 0, waiting: [] };
      turns.set(principal, turn);
      if (turn.running >= LIMITS.atOnce) {
        if (turn.waiting.length >= LIMITS.waiting) throw tooMany();
        await new Promise<void>((next) => turn.waiting.push(next));
      } else turn.running += 1;
      taken.set(request, principal);
      // Who hangs up is not answered, and must not keep the place.
      request.signal.addEventListener('abort', () => over(request), { once: true });
      if (request.signal.aborted) over(request);
    },
    onResponse: ({ request }) => over(request),
  };
}

const tooMany = (): GraphQLError =>
  new GraphQLError('You are asking too much at once: wait for earlier answers.', {
    extensions: { code: 'TOO_MANY', http: { status: 429, headers: { 'Retry-After': '1' } } },
  });
