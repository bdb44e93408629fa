import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { commands } from '@caseweave/early-help-server';
import { startEmbeddedPostgres } from '@caseweave/embedded-postgres';
import { openDatabase } from '@caseweave/server';
import { run } from '@caseweave/server/command';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptAnswers, loadKeptStore } from './kept-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carry-'));
  await chmod(folder, 0o755);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function command(args: readonly string[], dataFolder: string, stopped = Promise.resolve()) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(commands, args, {
    env: { CASEWEAVE_DATA: dataFolder, PORT: '0' },
    say: (words) => said.push(words),
    complain: (words) => complained.push(words),
    report: () => undefined,
    stopped,
  });
  return { code, said, complained };
}

async function versionIn(dataFolder: string) {
  await using postgres = await startEmbeddedPostgres({ dataFolder });
  const database = openDatabase(postgres.connection, 1);
  const { rows } = await sql<{ version: number; written: number }>`
    select version, (select count(*)::int from log) as written from store_version`.execute(database.db);
  await database.close();
  return rows[0];
}

test('[K9] the embedded store is copied before it is carried over, and what happens is told', async () => {
  const dataFolder = join(folder, 'data');
  {
    await using postgres = await startEmbeddedPostgres({ dataFolder });
    await loadKeptStore(postgres.connection);
  }
  const first = await command(['start'], dataFolder);

  expect(first).toMatchObject({ code: 0, complained: [] });
  const copy = `${dataFolder}-version-8`;
  expect(first.said.slice(0, 2)).toEqual([
    expect.stringContaining('written by an earlier version of Caseweave (store version 8). It is carried over'),
    `A copy of it as it was is in ${copy}: the earlier version starts on it with CASEWEAVE_DATA=${copy}.`,
  ]);
  expect((await command(['start'], dataFolder)).said[0]).toContain('Caseweave serves at');
  const written = (await versionIn(dataFolder))?.written;
  expect(await versionIn(dataFolder)).toEqual({ version: 9, written });
  expect(await versionIn(copy)).toEqual({ version: 8, written });
  expect((await readdir(dirname(dataFolder))).toSorted()).toEqual([basename(dataFolder), basename(copy)]);
  expect(keptAnswers.at).toBeGreaterThan(0);
}, 120_000);
