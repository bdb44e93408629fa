import { earlyHelp } from '@caseweave/family';
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

test('a store of version 8 is refused in plain words by a server that does not carry it over', async () => {
  await expect(startServer({ model: earlyHelp, database: postgres.address })).rejects.toMatchObject({
    code: 'data-older',
    message: expect.stringContaining('carries it over; nothing was changed') as string,
  });
});

// Until the server for early help carries it over.
test.fails.each(['main', 'council'] as const)(
  'everybody of %s is told what they were told before',
  async (authority) => {
    await using server = await startServer({
      model: earlyHelp,
      database: postgres.address,
      authority,
      now: () => keptAnswers.at,
    });
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
