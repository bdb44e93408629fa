import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Node, startServer } from '@caseweave/server';
import { run, startCommand, withNode } from '@caseweave/server/command';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testRepairs } from '../models/repairs/test-repairs.ts';

const { model } = testRepairs;
let postgres: TestPostgres;
let folder: string;

beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'rights-'));
});

afterAll(async () => {
  await postgres.close();
  await rm(folder, { recursive: true });
});

/** The PostgreSQL of the tests by a URL: the embedded one is reached by its socket. */
function urlOf(): string {
  const { address } = postgres;
  if ('url' in address) return address.url;
  const { host, port, user, database } = address;
  return `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

async function start(table: string) {
  const file = join(folder, 'rights.json');
  await writeFile(file, table);
  const complained: string[] = [];
  let level: unknown;
  const prepare = async (node: Node) => {
    level = node.model.now.rights['job.estimate']?.['office'];
  };
  const context = {
    env: { CASEWEAVE_DATABASE_URL: urlOf(), CASEWEAVE_RIGHTS: file, PORT: '0' },
    say: () => undefined,
    complain: (words: string) => complained.push(words),
    report: () => undefined,
    stopped: Promise.resolve(),
  };
  const code = await run({ start: startCommand([], () => ({ model, prepare })) }, ['start'], context);
  return { code, complained: complained.join('\n'), level, context };
}

test('[S27] the file that CASEWEAVE_RIGHTS names narrows what the model allows, and other commands keep to it', async () => {
  const { code, level, context } = await start('{"job.estimate": {"office": "read"}}');
  expect([code, level]).toEqual([0, 'read']);
  // An import that does not name the file changes nothing of it.
  const env = { ...context.env, CASEWEAVE_RIGHTS: '' };
  const kept = await withNode({ ...context, env }, { model }, async (node) => node.model.now.rights);
  expect(kept['job.estimate']?.['office']).toBe('read');
  // A server that does not name it serves by the model's.
  await using server = await startServer({ model, database: postgres.address });
  expect(server.node.model.now.rights['job.estimate']?.['office']).toBe('write');
});

test.each([
  ['{"job.plan": {"tenant": "write"}}', 'job.plan.tenant: is wider than read'],
  ['{"job.plans": {"tenant": "none"}}', 'job.plans: is no section'],
  ['{"job.plan": {"landlord": "none"}}', 'job.plan.landlord: is no seat'],
  ['not JSON', 'is no JSON that can be read'],
])('[S27] a table that cannot be in force ends the start in plain words: %s', async (table, words) => {
  const { code, complained } = await start(table);
  expect(code).toBe(1);
  expect(complained).toContain(words);
});
