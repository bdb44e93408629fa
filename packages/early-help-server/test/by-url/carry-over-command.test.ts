import { commands } from '@caseweave/early-help-server';
import { openDatabase } from '@caseweave/server';
import { run } from '@caseweave/server/command';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf } from '../stores/digest-of.ts';
import { loadKeptStore } from '../stores/kept-store.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
  await loadKeptStore(postgres.address);
});

afterAll(() => postgres.close());

async function command(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  if (!('url' in postgres.address)) throw new Error('These tests are about databases by URL.');
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(commands, args, {
    env: { CASEWEAVE_DATABASE_URL: postgres.address.url, PORT: '0', ...env },
    say: (words) => said.push(words),
    complain: (words) => complained.push(words),
    report: () => undefined,
    stopped: Promise.resolve(),
  });
  return { code, said, complained };
}

test('[K9] a store by URL is left alone until a setting says that it may be carried over', async () => {
  const database = openDatabase(postgres.address, 1);
  const before = await digestOf(database.db);
  for (const args of [['start'], ['import', new URL('../../directory.example.json', import.meta.url).pathname]]) {
    const { code, said, complained } = await command(args);
    expect(code).toBe(1);
    expect(said.join()).toContain('store version 8');
    expect(said.join()).toContain('the schema store_8');
    expect(complained).toEqual([
      'Make a backup, stop whatever else uses the database, set CASEWEAVE_CARRY_OVER=1 and start again. Nothing was changed.',
    ]);
  }
  expect((await command(['start'], { CASEWEAVE_CARRY_OVER: 'yes' })).code).toBe(1);
  expect(await digestOf(database.db)).toEqual(before);

  expect((await command(['start'], { CASEWEAVE_CARRY_OVER: '1' })).code).toBe(0);
  expect((await command(['start'])).code).toBe(0);
  expect([...(await digestOf(database.db)).keys()]).toContain('store_8.membership');
  await database.close();
}, 60_000);
