/**
 * The reference server: durable log, rights, sync endpoint and GraphQL.
 *
 * @packageDocumentation
 */

// GraphQL
export { graphqlHandler, type GraphQLHandler, type GraphQLOptions } from './graphql/graphql-handler.ts';
export { printedSchema } from './graphql/printed-schema.ts';
export type { GraphQLFailure } from './graphql/limits/masked-errors.ts';
export type {
  AgencyFacts,
  GraphQLSources,
  HubFacts,
  PractitionerFacts,
  SectionDocument,
  SectionFacts,
  SignedIn,
} from './graphql/sources/graphql-sources.ts';
