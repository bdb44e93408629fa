import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { type SharedPostgres, sharedPostgres } from './shared-postgres.ts';
import type { TestAddress } from './test-address.ts';

/** A database of the test file's own, empty, in the PostgreSQL that the project shares. */
export interface TestPostgres {
  readonly address: TestAddress;
  /** One more, beside it. */
  another(): Promise<TestAddress>;
  close(): Promise<void>;
}

/** Makes a database; closing removes it, with whoever still works in it. */
export async function startPostgres(): Promise<TestPostgres> {
  const shared = sharedPostgres();
  const made: string[] = [];
  const server = new Client(clientConfig(addressOf(shared)));
  await server.connect();
  const another = async (): Promise<TestAddress> => {
    const name = `t_${randomBytes(8).toString('hex')}`;
    await server.query(`create database ${escapeIdentifier(name)}`);
    made.push(name);
    return addressOf(shared, name);
  };
  return {
    address: await another(),
    another,
    async close() {
      for (const name of made) await server.query(`drop database ${escapeIdentifier(name)} with (force)`);
      await server.end();
    },
  };
}

const clientConfig = (address: TestAddress) => ('url' in address ? { connectionString: address.url } : address);

function addressOf(shared: SharedPostgres, database?: string): TestAddress {
  if (shared.type === 'embedded') return { ...shared.connection, ...(database === undefined ? {} : { database }) };
  const url = new URL(shared.url);
  if (database !== undefined) url.pathname = `/${database}`;
  return { url: url.href };
}
