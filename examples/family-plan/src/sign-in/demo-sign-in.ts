import { isPractitioners, type Practitioner } from './practitioner.ts';

/** A token of the demo's sign-in. */
export interface Token {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What became of a call to the demo's sign-in. */
export type DemoAnswer<Answer> =
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused' };

/** Asks who may sign in. */
export function listPractitioners(): Promise<DemoAnswer<readonly Practitioner[]>> {
  return ask('/demo/people', { method: 'GET' }, (body) => (isPractitioners(body) ? body : undefined));
}

/** Signs in as a practitioner of the demo authority. */
export function signInAs(practitioner: string): Promise<DemoAnswer<Token>> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: practitioner }),
  };
  return ask('/demo/sign-in', request, readToken);
}

function readToken(body: unknown): Token | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { token, expiresAt } = body as Record<keyof Token, unknown>;
  const at = typeof expiresAt === 'string' ? Date.parse(expiresAt) : expiresAt;
  return typeof token === 'string' && typeof at === 'number' && Number.isFinite(at)
    ? { token, expiresAt: at }
    : undefined;
}

async function ask<Answer>(
  path: string,
  request: RequestInit,
  read: (body: unknown) => Answer | undefined,
): Promise<DemoAnswer<Answer>> {
  try {
    const response = await fetch(path, request);
    if (response.status >= 500) return { type: 'unreachable' };
    const answer = response.ok ? read(await response.json()) : undefined;
    return answer === undefined ? { type: 'refused' } : { type: 'answered', answer };
  } catch {
    return { type: 'unreachable' };
  }
}
