/**
 * A durable PostgreSQL of our own on a folder: nothing to install, nothing to configure.
 *
 * ```ts
 * await using postgres = await startEmbeddedPostgres({ dataFolder: 'data' });
 * const pool = new Pool(postgres.connection);
 * ```
 *
 * @packageDocumentation
 */
export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './embedded-postgres-error.ts';
export type { Connection } from './ownership.ts';
export { removeEmbeddedPostgres } from './remove-embedded-postgres.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
