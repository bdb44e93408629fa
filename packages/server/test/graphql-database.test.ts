import { afterAll, beforeAll, expect, test } from 'vitest';
import { snapshotAll, startStore } from './graphql-store.ts';

let store: Awaited<ReturnType<typeof startStore>>;

beforeAll(async () => {
  store = await startStore(12);
}, 60_000);

afterAll(() => store.close());

const whole = `query Whole($first: Int) { caseload(first: $first) { totalCount nodes {
  id name nextReviewOn hub { name } lead { name agency { name } } team { name } sections { name }
  people { person { name sections { name } identity { givenName } location { school } } }
} } }`;

const plans = `query Plans($first: Int) { caseload(first: $first) { nodes { plan {
  needs(first: 5) { nodes { title about { name } } } questions { label }
} } } }`;

test('[G2] a caseload is read from the store', async () => {
  const { body } = await store.ask('lead', whole, { first: 1 });
  expect(body).toMatchObject({
    data: {
      caseload: {
        totalCount: 12,
        nodes: [
          {
            nextReviewOn: '2026-12-12',
            hub: { name: 'East' },
            lead: { name: 'Jo Morris', agency: { name: 'Early help' } },
            team: [{ name: 'Jo Morris' }, { name: 'Sam Reed' }],
            people: [{ person: { name: 'Tobi', identity: { givenName: 'Tobi' }, location: null } }],
          },
        ],
      },
    },
  });
  expect((await store.ask('stranger', whole)).body).toEqual({ data: { caseload: { totalCount: 0, nodes: [] } } });
});

test('[G3] a search is answered from the store', async () => {
  const { body } = await store.ask('school', '{ caseload(search: "fam 11") { nodes { name } } }');
  expect(body).toEqual({ data: { caseload: { nodes: [{ name: 'Family 11' }] } } });
});

test('[G5] a page costs the same number of statements for one family and for twelve', async () => {
  // The first to ask has what the log left behind made anew, for all.
  await store.ask('lead', whole, { first: 12 });
  const one = await store.ask('lead', whole, { first: 1 });
  const twelve = await store.ask('lead', whole, { first: 12 });
  expect(twelve.body.errors).toBeUndefined();
  expect(twelve.statements).toBe(one.statements);
  expect(twelve.statements).toBeLessThanOrEqual(40);
  const [onePlan, tenPlans] = [
    await store.ask('lead', plans, { first: 1 }),
    await store.ask('lead', plans, { first: 10 }),
  ];
  expect(tenPlans.body.errors).toBeUndefined();
  expect(tenPlans.statements).toBe(onePlan.statements);
});

test('[G8] the school gets no byte of the practice section', async () => {
  const query = 'query One($id: ID!) { family(id: $id) { name sections { name } plan { needs { nodes { title } } } } }';
  const id = store.ids[0]?.family ?? '';
  const lead = await store.ask('lead', query, { id });
  expect(lead.text).toContain('plan.practice');
  const school = await store.ask('school', query, { id });
  expect(school.body).toMatchObject({ data: { family: { plan: { needs: { nodes: [{ title: 'Attendance' }] } } } } });
  expect(school.text).not.toContain('practice');
  const [stranger, random] = [
    await store.ask('stranger', query, { id }),
    await store.ask('stranger', query, { id: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  ];
  expect(stranger.text).toBe(random.text);
  expect(stranger.statements).toBe(random.statements);
});

test('[G12] the server answers at /graphql over HTTP, to its own pages and to listed ones', async () => {
  const authorization = `Bearer ${await store.tokenOf('lead')}`;
  const over = async (headers: Record<string, string>, body: unknown = { query: '{ me { name } }' }) => {
    const response = await fetch(`${store.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const answered = { status: 200, body: { data: { me: { name: 'Jo Morris' } } } };
  expect(await over({ authorization })).toEqual(answered);
  expect(await over({ authorization, origin: store.url })).toEqual(answered);
  expect(await over({ authorization, origin: 'https://plans.example.org' })).toEqual(answered);
  expect(await over({ authorization, origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  expect(await over({})).toMatchObject({ status: 401 });
  expect(await over({ authorization }, { query: '{ me { name } }', padding: 'x'.repeat(100_000) })).toMatchObject({
    status: 413,
  });
});

test('[G6] what a snapshot holds and what the log holds read the same', async () => {
  const before = await store.ask('lead', plans, { first: 5 });
  await snapshotAll(store.db);
  const after = await store.ask('lead', plans, { first: 5 });
  expect(before.text).toContain('Attendance');
  expect(after.text).toBe(before.text);
});
