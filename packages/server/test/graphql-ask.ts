import { graphqlHandler, type GraphQLOptions } from '@caseweave/server';
import type { Authority } from './graphql-authority.ts';

/** The origin that may ask. */
export const ORIGIN = 'https://plans.example.org';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
}

/** Asks as one person, as the app does. */
export function asker(authority: Authority, options: Partial<GraphQLOptions> = {}) {
  const { fetch } = graphqlHandler(authority.sources(), {
    origins: [ORIGIN],
    production: true,
    anyOperation: true,
    ...options,
  });
  return (who: string, query: string, variables: Record<string, unknown> = {}) =>
    send(fetch, post({ query, variables }, { authorization: `Bearer ${who}` }));
}

/** A POST of JSON to the endpoint. */
export function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('https://server.example.org/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Sends a request and reads the answer whole. */
export async function send(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Answer> {
  const response = await fetch(request);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? (JSON.parse(text) as Answer['body']) : {},
  };
}

/** The code of the first error of an answer. */
export const codeOf = ({ body }: Answer): string | undefined => body.errors?.[0]?.extensions?.code;
