import { openDatabase } from '@caseweave/server';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testRepairs } from '../models/repairs/test-repairs.ts';
import { connect, namesOf, startRepairs } from './start-repairs.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

/** A store as a server of one domain left it, as far as anybody looks at it here. */
async function olderStore() {
  const address = await postgres.another();
  const database = openDatabase(address, 1);
  await sql
    .raw(
      `create table store_version (one boolean primary key default true, version int not null);
       insert into store_version (version) values (8);
       create table authority (id text primary key, repairs text[]);
       insert into authority values ('main', '{The roof leaks}')`,
    )
    .execute(database.db);
  await database.close();
  return address;
}

const versionOf = async (address: Awaited<ReturnType<typeof olderStore>>) => {
  const database = openDatabase(address, 1);
  const { rows } = await sql<{ version: number }>`select version from store_version`.execute(database.db);
  await database.close();
  return rows[0]?.version;
};

test('[S29] a store of before any model is refused in plain words, and nothing is changed', async () => {
  const database = await olderStore();
  await expect(startRepairs({ database })).rejects.toMatchObject({
    code: 'data-older',
    message: expect.stringContaining('store version 8') as string,
  });
  expect(await versionOf(database)).toBe(8);
});

test('[S29] whoever knows how carries it over in one transaction: what fails leaves it as it was', async () => {
  const database = await olderStore();
  await expect(
    startRepairs({
      database,
      carryOver: async ({ trx, from, createTables }) => {
        expect(from).toBe(8);
        await sql.raw('alter table authority rename to authority_8').execute(trx);
        await createTables();
        throw new Error('the power went');
      },
    }),
  ).rejects.toThrow('the power went');
  expect(await versionOf(database)).toBe(8);

  await using it = await startRepairs({
    database,
    carryOver: async ({ trx, createTables }) => {
      await sql.raw('alter table authority rename to authority_8').execute(trx);
      await createTables();
    },
    prepare: async (node) => {
      await testRepairs.fill(node, 1);
    },
  });
  expect(namesOf(await connect(it.server, 'lead'))).toContain('job.plan');
  expect(await versionOf(database)).toBe(9);
});
