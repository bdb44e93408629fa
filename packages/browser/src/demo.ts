import type { TokenSource } from '@caseweave/caseload';

/**
 * Signs in as a made-up person of the server's demonstration, without a password: for trying an app before it has a sign-in
 * of its own.
 */
export const demoToken =
  (person: string): TokenSource =>
  async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/demo/sign-in', { method: 'POST', headers, body: JSON.stringify({ person }) });
    if (answer.status === 404) return { type: 'sign-in-needed' };
    if (!answer.ok) throw new Error(`The server could not sign ${person} in: ${answer.status}.`);
    return { type: 'token', token: ((await answer.json()) as { readonly token: string }).token };
  };

/** Whom one may sign in as in the server's demonstration, with what it tells of each; nobody where there is none. */
export async function fetchDemoPeople<Person>(): Promise<readonly Person[]> {
  const answer = await fetch('/demo/people');
  return answer.ok ? ((await answer.json()) as readonly Person[]) : [];
}
