import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, fillDemo } from '@caseweave/early-help-server';
import { earlyHelp } from '@caseweave/family';
import { openDatabase, startServer } from '@caseweave/server';
import { run } from '@caseweave/server/command';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

const example = new URL('../../directory.example.json', import.meta.url).pathname;
let postgres: TestPostgres;
let folder: string;

beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});

afterAll(async () => {
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
});

const urlOf = (address: TestPostgres['address']): string => {
  if (!('url' in address)) throw new Error('These tests are about databases by URL.');
  return address.url;
};

/** Runs a command as a terminal would, on a database. */
async function command(address: TestPostgres['address'], args: readonly string[], env = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(commands, args, {
    env: { CASEWEAVE_DATABASE_URL: urlOf(address), CASEWEAVE_DEMO: '0', PORT: '0', ...env },
    say: (words) => said.push(words),
    complain: (words) => complained.push(words),
    report: () => undefined,
    stopped: Promise.resolve(),
  });
  return { code, said, complained };
}

const familiesIn = async (address: TestPostgres['address']) => {
  const database = openDatabase(address, 1);
  const { rows } = await sql<{
    families: number;
  }>`select count(*) as families from record where kind = 'family'`.execute(database.db);
  await database.close();
  return rows[0]?.families;
};

test('[M2] a bad file ends with a line for each fault and exit code 1, and nothing is in the store', async () => {
  const file = join(folder, 'bad.json');
  const good = await readFile(example, 'utf8');
  await writeFile(file, good.replace('"hub": "east",\n      "lead"', '"hub": "west",\n      "lead"'));
  const { code, complained } = await command(postgres.address, ['import', file]);
  expect(code).toBe(1);
  expect(complained.slice(0, -1)).toEqual(['families[0].hub: M7. No row of hubs has this: add one, or correct it.']);
  expect(complained.at(-1)).toContain('Nothing was imported');
  expect((await command(postgres.address, ['import', join(folder, 'none.json')])).code).toBe(1);
  expect((await command(postgres.address, ['import'])).code).toBe(1);
});

test('[M5] the issuer of the file is the one that people sign in with', async () => {
  const env = { CASEWEAVE_OIDC_ISSUER: 'https://other.example', CASEWEAVE_OIDC_AUDIENCE: 'plans' };
  const { code, complained } = await command(postgres.address, ['import', example], env);
  expect(code).toBe(1);
  expect(complained.join()).toContain('issuer: M5.');
});

test('[M13] an import tells what it did, and the next one that there was nothing to do', async () => {
  const first = await command(postgres.address, ['import', example]);
  expect(first).toMatchObject({ code: 0, complained: [] });
  expect(first.said).toContain('families: 1 new, 0 changed, 0 as before');
  const second = await command(postgres.address, ['import', example, '--end-missing']);
  expect(second.said).toContain('families: 0 new, 0 changed, 1 as before');
});

test('[M16] a store with a directory is not filled with the demo, nor one with the demo given a directory', async () => {
  await command(postgres.address, ['import', example]);
  const demo = await command(postgres.address, ['start'], { CASEWEAVE_DEMO: '1' });
  expect(demo.code).toBe(1);
  expect(await familiesIn(postgres.address)).toBe(1);
  expect((await command(postgres.address, ['start'])).code).toBe(0);

  const other = await postgres.another();
  await (
    await startServer({ model: earlyHelp, database: other, prepare: (node) => fillDemo(node, 2, () => undefined) })
  ).close();
  const refused = await command(other, ['import', example]);
  expect(refused.code).toBe(1);
  expect(refused.complained.join()).toContain('The store holds the demo');
  expect(await familiesIn(other)).toBe(2);
});

test('[D10] a filling that was interrupted is begun again', async () => {
  const other = await postgres.another();
  await (
    await startServer({ model: earlyHelp, database: other, prepare: (node) => fillDemo(node, 2, () => undefined) })
  ).close();
  // As it is when the process ends in the middle: begun, and not noted as done.
  const database = openDatabase(other, 1);
  await sql`update demo set families = 0`.execute(database.db);
  await database.close();
  await (
    await startServer({ model: earlyHelp, database: other, prepare: (node) => fillDemo(node, 2, () => undefined) })
  ).close();
  expect(await familiesIn(other)).toBe(2);
});
