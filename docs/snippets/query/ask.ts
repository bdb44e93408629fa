import type { TypedDocumentString } from './generated/graphql.ts';

/** Asks the server. What is refused before it is read (401, 403, 413), and errors, are thrown. */
export async function ask<Result, Variables>(
  { url, token }: { readonly url: string; readonly token: string },
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: bodyOf(operation, variables),
  });
  const { data, errors } = (await response.json()) as {
    readonly data?: Result | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
  if (data === undefined || data === null) throw new Error(errors?.map(({ message }) => message).join(' '));
  return data;
}

/** An operation as it is sent, with its hash: in production the server finds listed operations by it. */
export const bodyOf = <Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
): string =>
  JSON.stringify({
    query: operation.toString(),
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: String(operation.__meta__?.['hash']) } },
  });
