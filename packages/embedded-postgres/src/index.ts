/**
 * A durable PostgreSQL of our own on a folder, as a child: nothing to install, nothing to configure.
 *
 * ```ts
 * await using postgres = await startEmbeddedPostgres({ dataFolder: 'data' });
 * const pool = new Pool(postgres.connection);
 * ```
 *
 * @packageDocumentation
 */
// Starting, copying and removing
export { copyEmbeddedPostgres, type CopyOptions } from './copy-embedded-postgres.ts';
export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './embedded-postgres-error.ts';
export type { PostgresConnection } from './ownership.ts';
export { removeEmbeddedPostgres } from './remove-embedded-postgres.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';

// The programs, for another kind of PostgreSQL
export { type Binaries, readyBinaries } from './binaries.ts';
export { type ServiceUser, serviceUser } from './service-user.ts';
