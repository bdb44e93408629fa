import { startServer } from '@caseweave/server';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptAnswers, loadKeptStore } from './kept-store.ts';
import { toldTo } from './told-of.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
  await loadKeptStore(postgres.address);
}, 60_000);

afterAll(() => postgres.close());

test.each(['main', 'council'] as const)(
  'everybody of %s is told what they were told before',
  async (authority) => {
    await using server = await startServer({ database: postgres.address, authority, now: () => keptAnswers.at });
    const { rows } = await sql<{ id: string }>`
    select id from principal where authority = ${authority} and not ended and id <> 'directory' order by id`.execute(
      server.node.database.db,
    );
    const told: Record<string, unknown> = {};
    for (const { id } of rows) {
      const theirs = await toldTo(server, id);
      if (Object.keys(theirs).length > 0) told[id] = theirs;
    }
    expect(told).toEqual(keptAnswers.answers[authority]);
  },
  60_000,
);
