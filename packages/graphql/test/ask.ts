import { graphqlHandler, type Extras, type GraphQLOptions } from '@caseweave/graphql';
import type { MemoryAuthority } from './memory/memory-authority.ts';
import { sourcesOf } from './memory/sources.ts';

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

/** The endpoint of an authority, as a production server has it. */
export const endpointOf = (
  authority: MemoryAuthority,
  { extras, ...options }: Partial<GraphQLOptions> & { readonly extras?: Extras } = {},
) =>
  graphqlHandler(
    { model: authority.model, sources: sourcesOf(authority), ...(extras !== undefined && { extras }) },
    { origins: [ORIGIN], production: true, anyOperation: true, ...options },
  );

/** Asks as one person, as an app does. */
export function asker(authority: MemoryAuthority, options: Parameters<typeof endpointOf>[1] = {}) {
  const { fetch } = endpointOf(authority, options);
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
