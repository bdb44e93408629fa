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
