import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { StartFailure } from '@caseweave/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOperations } from '../../src/command/read-operations.ts';
import { readSettings } from '../../src/command/settings.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'operations-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('[G14] production is a setting; without it, the environment of Node.js says so', () => {
  const { graphql } = readSettings({});
  expect(graphql).toEqual({ production: false, operationFiles: [], anyOperation: undefined });
  expect(readSettings({ NODE_ENV: 'production' }).graphql.production).toBe(true);
  expect(readSettings({ NODE_ENV: 'production', CASEWEAVE_PRODUCTION: '0' }).graphql.production).toBe(false);
  expect(readSettings({ CASEWEAVE_PRODUCTION: '1', CASEWEAVE_ANY_OPERATION: '1' }).graphql).toMatchObject({
    production: true,
    anyOperation: true,
  });
  expect(() => readSettings({ CASEWEAVE_PRODUCTION: 'yes' })).toThrow(StartFailure);
});

test('[G30] operations are read from the files that code generation wrote; another file stops the start with plain words', async () => {
  const [first, second, broken] = ['first.json', 'second.json', 'broken.json'].map((name) => join(folder, name));
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  await writeFile(first ?? '', JSON.stringify({ [`sha256:${hashOf('{ a }')}`]: '{ a }' }));
  await writeFile(second ?? '', JSON.stringify({ [hashOf('{ b }')]: '{ b }' }));
  await writeFile(broken ?? '', JSON.stringify({ a: '{ a }' }));
  const { operationFiles } = readSettings({ CASEWEAVE_OPERATIONS: `${first}, ${second}` }).graphql;
  const operations = await readOperations(operationFiles);
  expect([...operations]).toEqual([
    [hashOf('{ a }'), '{ a }'],
    [hashOf('{ b }'), '{ b }'],
  ]);
  await expect(readOperations([broken ?? ''])).rejects.toThrow(StartFailure);
  await expect(readOperations([join(folder, 'absent.json')])).rejects.toThrow('CASEWEAVE_OPERATIONS');
});
