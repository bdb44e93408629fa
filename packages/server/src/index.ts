/**
 * The reference server: durable log, rights, sync endpoint and GraphQL.
 *
 * @packageDocumentation
 */

// Serving
export { type RunningServer, type ServerOptions, startServer } from './http/start-server.ts';
export { type Node, type NodeOptions, startNode } from './node.ts';
export { type Database, type DatabaseAddress, type Db, openDatabase, type Trx } from './database/database.ts';
export { migrate } from './database/migrate.ts';
export { StartFailure, type StartFailureCode } from './database/start-failure.ts';
export { type IssuedToken, issueToken } from './http/tokens.ts';
export type { DemoPeople } from './http/demo-routes.ts';
export type { IssuerSettings } from './http/issuer.ts';

// The directory: who there is, and what is decided about records
export {
  type AgencyRow,
  endPrincipals,
  type HubRow,
  type Identity,
  type KnownPrincipal,
  loadPrincipals,
  type PrincipalRow,
  putPlaces,
  putPrincipals,
} from './directory/people.ts';
export type { NewMembership, NewRecord } from './directory/new-record.ts';
export { registerRecord, registerRecords } from './directory/register-records.ts';
export { changeRecord, type RecordChange } from './directory/change-record.ts';
export { type LoadedFacts, loadFacts } from './directory/load-facts.ts';

// The store, for programs that fill it
export { type Authority, loadAuthority } from './authority.ts';
export { enrolDevice } from './directory/devices.ts';
export { decide, decideIn, lockAuthority } from './directory/decide.ts';
export { insertPersons, insertRecords } from './directory/insert-records.ts';
export { createSections } from './directory/register-records.ts';
export { emptyAuthority } from './directory/empty-authority.ts';
export type { LogRow } from './log/batch.ts';
export { type SectionMoved, writeGroup } from './log/write-group.ts';

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
