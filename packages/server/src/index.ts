/**
 * The reference server: durable log, rights, sync endpoint and GraphQL.
 *
 * @packageDocumentation
 */

// Serving
export { type RunningServer, type ServerOptions, startServer } from './http/start-server.ts';
export type { Node } from './node.ts';
export type { DatabaseAddress } from './database/database.ts';
export { StartFailure, type StartFailureCode } from './database/start-failure.ts';
export { type IssuedToken, issueToken } from './http/tokens.ts';
export type { IssuerSettings } from './http/issuer.ts';

// The directory: who there is, and what is decided about records
export {
  type AgencyRow,
  type HubRow,
  type Identity,
  type PrincipalRow,
  putPlaces,
  putPrincipals,
} from './directory/people.ts';
export type { NewMembership, NewRecord } from './directory/new-record.ts';
export { registerRecord, registerRecords } from './directory/register-records.ts';
export { changeRecord, type RecordChange } from './directory/change-record.ts';

// GraphQL
export { graphqlHandler, type GraphQLHandler, type GraphQLOptions } from './graphql/graphql-handler.ts';
export { printedSchema } from './graphql/printed-schema.ts';
export type { GraphQLFailure } from './graphql/limits/masked-errors.ts';
export type { Happening } from './graphql/sources/following.ts';
export type { CaseloadSource, ShelvedFilter, ShelvedNames, Standing } from './graphql/sources/caseload-source.ts';
export type {
  AgencyFacts,
  GraphQLSources,
  HubFacts,
  PractitionerFacts,
  SectionDocument,
  SignedIn,
} from './graphql/sources/graphql-sources.ts';
export type { SectionFacts } from './graphql/sources/section-facts.ts';
