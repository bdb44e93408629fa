import { randomBytes } from 'node:crypto';
import type { DatabaseAddress } from '@caseweave/server';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL that the tests of this project share. */
    postgres:
      | {
          readonly type: 'embedded';
          readonly connection: {
            readonly host: string;
            readonly port: number;
            readonly user: string;
            readonly database: string;
          };
        }
      | { readonly type: 'url'; readonly url: string; readonly adminUrl: string | null };
  }
}

/** A database of the test file's own, empty, in the PostgreSQL that the project shares. */
export interface TestPostgres {
  readonly address: DatabaseAddress;
  /** One more, beside it. */
  another(): Promise<DatabaseAddress>;
  close(): Promise<void>;
}

/** Makes a database; closing removes it, with whoever still works in it. */
export async function startPostgres(): Promise<TestPostgres> {
  const made: string[] = [];
  const server = openDatabase(addressOf(), 1);
  const another = async (): Promise<DatabaseAddress> => {
    const name = `t_${randomBytes(8).toString('hex')}`;
    await sql`create database ${sql.id(name)}`.execute(server.db);
    made.push(name);
    return addressOf(name);
  };
  return {
    address: await another(),
    another,
    async close() {
      for (const name of made) await sql`drop database ${sql.id(name)} with (force)`.execute(server.db);
      await server.close();
    },
  };
}

/** The same database, with settings of PostgreSQL for this connection, such as `-c synchronous_commit=off`. */
export function withOptions(address: DatabaseAddress, options: string): DatabaseAddress {
  if (!('url' in address)) return { ...address, options };
  const url = new URL(address.url);
  // Encoded as connection strings want it: a plus is a plus there.
  url.search = `${url.search === '' ? '?' : `${url.search}&`}options=${encodeURIComponent(options)}`;
  return { url: url.href };
}

function addressOf(database?: string): DatabaseAddress {
  const shared = inject('postgres');
  if (shared.type === 'embedded') return { ...shared.connection, ...(database === undefined ? {} : { database }) };
  const url = new URL(shared.url);
  if (database !== undefined) url.pathname = `/${database}`;
  return { url: url.href };
}
