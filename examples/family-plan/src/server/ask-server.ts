import type { TypedDocumentString } from '../generated/graphql.ts';
import { giveToken } from '../sign-in/signed-in.ts';

/** What became of a question to the server: an answer, or none. The app works without. */
export type Answered<Result> = { readonly type: 'answered'; readonly data: Result } | { readonly type: 'no-answer' };

/** Asks the server's GraphQL. */
export async function askServer<Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answered<Result>> {
  try {
    const token = await giveToken({ fresh: false });
    if (token.type === 'sign-in-needed') return { type: 'no-answer' };
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${token.token}`,
        // Says that a script of this origin asks, and not a form of another.
        'x-graphql-yoga-csrf': '1',
      },
      body: JSON.stringify({
        query: operation.toString(),
        variables,
        extensions: { persistedQuery: named(operation) },
      }),
      signal,
    });
    const body: unknown = await response.json();
    const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : null;
    // The shape is the server's promise, which the generated types were made from.
    return data === null || data === undefined ? { type: 'no-answer' } : { type: 'answered', data: data as Result };
  } catch {
    return { type: 'no-answer' };
  }
}

/** Names an operation by its hash: in production the server takes listed ones alone. */
const named = ({ __meta__ }: Pick<TypedDocumentString<unknown, unknown>, '__meta__'>) => ({
  version: 1,
  sha256Hash: String(__meta__?.['hash']),
});
