import { GraphQLError } from 'graphql';
import type { Plugin, YogaServerOptions } from 'graphql-yoga';

/** CORS for the listed origins alone; tokens travel in a header, so no cookie is ever asked for. */
export function corsFor(origins: readonly string[]): NonNullable<YogaServerOptions<object, object>['cors']> {
  return (request: Request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !origins.includes(origin)) return false;
    return {
      origin: [origin],
      methods: ['POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-graphql-yoga-csrf'],
      credentials: false,
      maxAge: 600,
    };
  };
}

/**
 * Takes operations by POST and from listed origins only.
 *
 * GET would put searches and variables into addresses, which end in histories and logs. A page of another origin could
 * not read the answer anyway; it is refused before anything is parsed.
 */
export function listedOriginsByPost(origins: readonly string[]): Plugin {
  return {
    onRequestParse({ request }) {
      if (request.method !== 'POST')
        throw refused('Send GraphQL operations by POST.', 'METHOD', 405, { Allow: 'POST' });
      const origin = request.headers.get('origin');
      if (origin !== null && !origins.includes(origin)) {
        throw refused('This page may not ask here. Add its origin to the allowed origins.', 'ORIGIN', 403);
      }
    },
  };
}

const refused = (message: string, code: string, status: number, headers?: Record<string, string>): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: headers === undefined ? { status } : { status, headers } } });
