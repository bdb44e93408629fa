import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '@caseweave/merge-laws/command';

let folder: string;

beforeAll(async () => {
  // Inside the package, so that the module finds what it imports.
  folder = await mkdtemp(join(import.meta.dirname, 'schemas-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

let made = 0;

/** Writes a module that exports one section, and runs the command on it. */
async function schemaCommand(version: number, fields: string, ...options: readonly string[]) {
  const module = join(folder, `schema-${(made += 1)}.ts`);
  const source = [
    `import { collection, defineSection, register } from '@caseweave/record';`,
    `import { z } from 'zod';`,
    `export const jobs = defineSection({ name: 'jobs', version: ${version}, oldestWriter: 1, fields: { ${fields} } });`,
  ];
  await writeFile(module, source.join('\n'));
  return command('schema', module, ...options);
}

async function command(...given: readonly string[]) {
  let said = '';
  const code = await run(given, {
    write: (text) => (said += text),
    isTerminal: false,
    now: () => 0,
    folder,
    onStop: () => () => undefined,
    randomSeed: () => 1,
  });
  return { code, said };
}

const what = 'what: register(z.string())';

test('a released version is kept, a field more gets on with it, a field less does not', async () => {
  expect(await schemaCommand(1, what, '--released', 'kept', '--keep')).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(join(folder, 'kept', 'jobs@1.json'), 'utf8'))).toMatchObject({ version: 1 });

  const more = await schemaCommand(2, `${what}, cost: register(z.number())`, '--released', 'kept', '--keep');
  expect(more.code).toBe(0);
  expect(more.said).toContain('jobs: cost is new');

  const less = await schemaCommand(3, 'cost: register(z.number())', '--released', 'kept', '--keep');
  expect(less.code).toBe(1);
  expect(less.said).toContain('BREAKS jobs: what is gone');
});

test('what is kept of a version is not replaced by another of the same number', async () => {
  const changed = await schemaCommand(2, `${what}, price: register(z.number())`, '--released', 'kept', '--keep');

  expect(changed.code).toBe(1);
});

test('a schema is printed as documentation', async () => {
  const { code, said } = await schemaCommand(1, what, '--print');

  expect(code).toBe(0);
  expect(said).toContain('| `what` | What | register |');
});

test('what cannot be meant is said with how to use the command', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'empty-'));
  for (const given of [
    ['schema'],
    ['schema', 'a.ts'],
    ['schema', 'a.ts', '--keep', '--print'],
    ['schema', '--whatever'],
  ]) {
    const { code, said } = await command(...given);
    expect(code).toBe(2);
    expect(said).toContain('Usage: caseweave-laws schema');
  }
  expect((await command('schema', join(elsewhere, 'none.ts'), '--print')).code).toBe(2);
  expect((await command('schema', '--help')).code).toBe(0);
  await rm(elsewhere, { recursive: true });
});
