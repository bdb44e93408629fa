import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { startStore } from './graphql-store.ts';

const close: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const one of close.splice(0).toReversed()) await one();
});

const list =
  'query List($first: Int) { families(first: $first, order: NEXT_REVIEW_ON) { totalCount nodes { id planInBrief { familyName nextReviewOn } } } }';

test('[G32] a page right after many were written costs the statements of a later one', async () => {
  const store = await startStore(60);
  close.push(store.close);
  await store.catchUp();

  const asked = [await store.ask('lead', list, { first: 50 }), await store.ask('lead', list, { first: 50 })];

  expect(asked[0]?.body).toMatchObject({ data: { families: { totalCount: 60 } } });
  expect(asked[0]?.text).toBe(asked[1]?.text);
  expect(asked[0]?.statements).toBe(asked[1]?.statements);
}, 60_000);

test('[G32] a node makes projections anew of what is new in the log; nobody needs to ask', async () => {
  const store = await startStore(3);
  close.push(store.close);

  // Written past this node, as another one would.
  await expect.poll(() => behind(store.db), { timeout: 20_000 }).toBe(0);
  const family = store.ids[0]?.family ?? '';
  const change = `mutation Name($family: ID!) { changePlan(key: "name", family: $family, values: { familyName: "Okafor" }) { __typename } }`;
  await store.ask('lead', change, { family });
  await expect.poll(() => behind(store.db), { timeout: 20_000 }).toBe(0);
  const { rows } = await sql<{ projection: string }>`
    select projection from section where record = ${family} and name = 'plan.shared'`.execute(store.db);
  expect(rows[0]?.projection).toContain('Okafor');
}, 60_000);

test('[G32] a section that somebody is writing is left alone, and nobody waits for it', async () => {
  const store = await startStore(3);
  close.push(store.close);
  const { db } = store;
  const family = store.ids[0]?.family ?? '';
  await store.catchUp();
  await sql`update section set projection_seq = -1 where head > 0`.execute(db);

  await db.transaction().execute(async (trx) => {
    await sql`select from section where record = ${family} and name = 'plan.shared' for update`.execute(trx);
    await store.catchUp();
    expect(await behind(db)).toBe(1);
  });
  await store.catchUp();
  expect(await behind(db)).toBe(0);
}, 60_000);

async function behind(db: Awaited<ReturnType<typeof startStore>>['db']): Promise<number> {
  const { rows } = await sql<{ behind: number }>`
    select count(*)::int as behind from section where projection_seq < head`.execute(db);
  return rows[0]?.behind ?? -1;
}
