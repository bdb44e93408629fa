import { Client } from 'pg';
import { role } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { Postmaster } from './postmaster-file.ts';
import { awaited } from './process-life.ts';

/** How a client finds the embedded PostgreSQL. */
export type PostgresConnection = {
  /** The folder of the socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
};

/** Any number: only this file takes locks in the database `postgres`. */
const lock = 4_217_260_003;

/** The right to run a store, held by one process at a time. */
export type Ownership = {
  /** The store's database. */
  readonly connection: PostgresConnection;
  release(): Promise<void>;
};

/**
 * Makes us the one process that runs this store, and makes its database if it is new.
 *
 * The right is a lock in PostgreSQL, which takes it back when our process dies, however it dies: no file to go stale.
 *
 * @throws {EmbeddedPostgresError} `in-use` if another process holds it.
 */
export const takeOwnership = async (postmaster: Postmaster, onLost: () => void): Promise<Ownership> => {
  const server = { host: postmaster.socketFolder, port: postmaster.port, user: role };
  const client = new Client({ ...server, database: 'postgres', application_name: 'caseweave owner' });
  client.on('error', onLost);
  await client.connect();

  // The one before us may have been killed a moment ago: its lock is free as soon as PostgreSQL notices.
  const taken = await awaited(async () => {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock]);
    return rows[0]?.taken === true ? true : undefined;
  }, 3000);
  if (taken === undefined) {
    await client.end();
    throw new EmbeddedPostgresError(
      'in-use',
      'Another process uses this data folder. Stop it first, or name another data folder.',
    );
  }

  const database = 'caseweave';
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
  return { connection: { ...server, database }, release: () => client.end() };
};
