/**
 * The reference server: durable log, rights, sync endpoint and GraphQL, for any model.
 *
 * @packageDocumentation
 */

// Serving
export { type RunningServer, type ServerOptions, startServer } from './http/start-server.ts';
export type { Node } from './node/node.ts';
export { type NodeOptions, startNode } from './node/start-node.ts';
export { type Database, type DatabaseAddress, type Db, openDatabase, type Trx } from './database/database.ts';
export { migrate } from './database/migrate.ts';
export type { CarryingOver, CarryOver } from './database/carry-over.ts';
export { StartFailure, type StartFailureCode } from './database/start-failure.ts';
export { type IssuedToken, issueToken } from './sign-in/tokens.ts';
export type { DemoPeople } from './http/demo-routes.ts';
export type { IssuerSettings } from './sign-in/issuer.ts';

// The directory: who there is
export { endPeople, type Identity, type KnownWho, loadPeople, type PersonRow, putPeople } from './directory/people.ts';
export { loadUnits, putUnits, type UnitRow, type Units } from './directory/units.ts';

// What is decided about records
export { Decisions, type GivenCommand } from './decisions/decisions.ts';
export type { CommandKey, CommandOutcome } from './decisions/command-outcomes.ts';
export type { Logged, LoggedDecision, LoggedType } from './decisions/logged.ts';
export type { NewFacts } from './decisions/new-entry.ts';
export { loadStates } from './decisions/load-states.ts';

// The store, for programs that fill it
export { type Authority, loadAuthority } from './directory/authority.ts';
export { enrolDevice } from './directory/devices.ts';
export { emptyAuthority } from './directory/empty-authority.ts';
export type { LogRow } from './log/batch.ts';
export { type SectionMoved, writeGroup } from './log/write-group.ts';
