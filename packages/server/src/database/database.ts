import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

/** A connection to the store, inside a transaction or not. All statements are written as SQL. */
export type Db = Kysely<object>;
/** A connection inside a transaction. */
export type Trx = Transaction<object>;

/** An opened PostgreSQL. */
export interface Database {
  readonly db: Db;
  /** Hears the payloads sent to a channel, until it is closed; `lost` is called when the connection breaks. */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

// Positions of the log are whole numbers that a double holds exactly for longer than any log will run.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
// The same for lists of them: PostgreSQL's own number for `bigint[]`, for which the library has no name.
const BIGINTS = 1016;
types.setTypeParser(BIGINTS, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)));

/** Where a PostgreSQL is: its URL, or the socket of one on this machine. */
export type DatabaseAddress =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly options?: string;
    };

/** Opens a PostgreSQL. Nothing is asked of it yet. */
export function openDatabase(address: DatabaseAddress, connections = 10): Database {
  const place = 'url' in address ? { connectionString: address.url } : address;
  const settings = { ...place, types, connectionTimeoutMillis: 10_000 };
  const pool = new pg.Pool({ ...settings, max: connections });
  // An idle connection that breaks is replaced at the next use, which reports what is wrong if it still is.
  pool.on('error', () => undefined);
  const db: Db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    async listen(channel, heard, lost) {
      const client = new pg.Client(settings);
      client.on('error', lost);
      client.on('end', lost);
      client.on('notification', ({ payload }) => heard(payload ?? ''));
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      return {
        async close() {
          client.removeListener('end', lost);
          await client.end();
        },
      };
    },
    close: () => db.destroy(),
  };
}
