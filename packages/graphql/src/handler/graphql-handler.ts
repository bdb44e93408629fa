import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection';
import { createYoga } from 'graphql-yoga';
import { Followers } from '../followers/followers.ts';
import { authenticate, type SignedInByRequest } from '../limits/authenticate.ts';
import { inTurn } from '../limits/in-turn.ts';
import { LIMITS } from '../limits/limits.ts';
import { listedOperations } from '../limits/listed-operations.ts';
import { maskedErrors, type GraphQLFailure } from '../limits/masked-errors.ts';
import { noStore } from '../limits/no-store.ts';
import { noSuggestions } from '../limits/no-suggestions.ts';
import { corsFor, listedOriginsByPost } from '../limits/origins.ts';
import { signInNeeded } from '../limits/sign-in-needed.ts';
import { tokenLimit } from '../limits/token-limit.ts';
import { graphqlSchema, type SchemaOptions } from '../schema/graphql-schema.ts';
import type { GraphQLSources } from '../sources/graphql-sources.ts';
import { Asking } from '../viewer/asking.ts';

/** How the endpoint behaves. */
export interface GraphQLOptions {
  /** Whose pages may ask here: exact origins, such as `https://plans.example.org`. */
  readonly origins: readonly string[];
  /** In production the schema cannot be asked for. Default: whether NODE_ENV is `production`. */
  readonly production?: boolean;
  /** Operations that apps were built with, by the SHA-256 of their text: they may be asked for by it. */
  readonly operations?: ReadonlyMap<string, string>;
  /** Whether other operations than those are taken. Default: not in production. */
  readonly anyOperation?: boolean;
  /** What an operation may cost at most, page sizes counted; the usual limit bounds what one asker can make us do. */
  readonly costLimit?: number;
  /** Told of each unexpected failure, without anything that was in it. */
  readonly report?: (failure: GraphQLFailure) => void;
}

/** What is served, and over what. */
export interface GraphQLService extends SchemaOptions {
  readonly sources: GraphQLSources;
}

/** The endpoint at `/graphql`, for a server of Node.js or for a test. */
export interface GraphQLHandler {
  /** Answers a request of Node's http server. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers a request of the fetch API. */
  fetch(request: Request): Promise<Response>;
  /** Ends all subscriptions. */
  close(): void;
}

/** Makes the GraphQL endpoint of a model over its sources. */
export function graphqlHandler({ sources, ...made }: GraphQLService, options: GraphQLOptions): GraphQLHandler {
  const { origins, production = process.env['NODE_ENV'] === 'production', report = () => undefined } = options;
  const { operations = new Map<string, string>(), anyOperation = !production, costLimit = LIMITS.complexity } = options;
  const signedIn: SignedInByRequest = new WeakMap();
  const followers = new Followers(sources);
  const yoga = createYoga({
    schema: graphqlSchema(made),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    logging: false,
    maxRequestBodySize: LIMITS.bodyBytes,
    cors: corsFor(origins),
    maskedErrors: { isDev: false, maskError: maskedErrors(report, () => randomBytes(6).toString('base64url')) },
    context: ({ request }) => {
      const known = signedIn.get(request);
      if (known === undefined) throw signInNeeded();
      const asking = new Asking({ sources, followers, costLimit, ...known });
      return {
        asking,
        get reader() {
          return asking.viewer;
        },
      };
    },
    // In order: where it comes from, what kind of request it is, who sends it; only then is anything parsed.
    plugins: [
      noStore(),
      listedOriginsByPost(origins),
      useCSRFPrevention(),
      authenticate(sources, signedIn),
      inTurn(signedIn),
      listedOperations(operations, anyOperation),
      tokenLimit(),
      ...(production ? [useDisableIntrospection(), noSuggestions()] : []),
    ],
  });
  return {
    handle: async (request, response) => {
      await yoga.handle(request, response);
    },
    fetch: async (request) => yoga.fetch(request),
    close: () => followers.close(),
  };
}
