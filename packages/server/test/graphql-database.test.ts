import { afterAll, beforeAll, expect, test } from 'vitest';
import { snapshotAll, startStore } from './graphql-store.ts';

let store: Awaited<ReturnType<typeof startStore>>;

beforeAll(async () => {
  store = await startStore(50);
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
        totalCount: 50,
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

const person = '{ id name sections { name } }';
const row = 'pageInfo { endCursor } totalCount edges { cursor }';
const everything = `query Everything($first: Int) { asOf caseload(first: $first) { totalCount pageInfo { endCursor } nodes {
  id name nextReviewOn summary { level { words } } hub { name } lead { name agency { name } hub { name } } team { name agency { name } }
  sections { id name }
  people { role person { name sections { name }
    identity { givenName familyName questions { id } }
    location { gp residences { ${row} nodes { kind { words } } } addresses { nodes { lines } } questions { id } }
    health { summary allergies conditions { nodes { name note } } contacts { nodes { text } } questions { id } }
    voice { words { nodes { words capturedBy { practitioner { name } person { name } } } } }
  } }
  plan { story questions { id claims { words author { name } } }
    needs { ${row} nodes { title about ${person} written { author { name } } } }
    outcomes { nodes { text needs { title about ${person} } } }
    actions { nodes { what owners { person ${person} practitioner { name agency { name } } } outcome { text } } }
    strengths { nodes { text about ${person} } }
    relationships { nodes { from ${person} to ${person} } }
    scores { nodes { value subject ${person} scoredBy { practitioner { name } } } }
    reviews { nodes { heldOn } } }
  practice { analysis worries { nodes { text about ${person} } } scores { nodes { value } } questions { id } }
  words { ourStory proposals { nodes { text by { person { name } } about ${person} } } questions { id } }
  chronology { ${row} nodes { text about ${person} author { name } } }
  notes { agency { name } notes { nodes { text about ${person} author { name } } } }
  safetyPlan { safetyPlan assessments { nodes { text } } steps { nodes { what by { practitioner { name } } } } questions { id } }
  intelligence { items { nodes { text } } }
  oversight { visitAlert entries { nodes { text } } }
} } }`;

test('[G5] a page with everything in it costs the same number of statements for 1, 10 and 50 families', async () => {
  // The first to ask has what the log left behind made anew, for all.
  await store.ask('lead', everything, { first: 50 });
  const asked = [];
  for (const first of [1, 10, 50]) asked.push(await store.ask('lead', everything, { first }));
  for (const { body } of asked) expect(body.errors).toBeUndefined();
  const pages = asked.map(
    ({ body }) => (body.data as { caseload: { nodes: readonly object[] } }).caseload.nodes.length,
  );
  expect(pages).toEqual([1, 10, 50]);
  const statements = asked.map((one) => one.statements);
  expect(new Set(statements).size).toBe(1);
  expect(statements[0]).toBeLessThanOrEqual(40);
});

test('[G5] a search costs the same number of statements, however many it finds', async () => {
  const search = 'query Search($search: String!) { caseload(search: $search) { totalCount nodes { id name } } }';
  await store.ask('lead', search, { search: 'fam' });
  const [one, many] = [
    await store.ask('lead', search, { search: 'fam 11' }),
    await store.ask('lead', search, { search: 'fam' }),
  ];
  expect([one.text, many.text].map((text) => /"totalCount":(\d+)/.exec(text)?.[1])).toEqual(['1', '50']);
  expect(many.statements).toBe(one.statements);
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

test('[G2] a name with a character that no JSON of the store holds leaves the caseloads of others as they are', async () => {
  const { family = '', child = '' } = store.ids[0] ?? {};
  const change = `mutation Name($family: ID!, $child: ID!, $name: String!) {
    changePlan(key: "nul-plan", family: $family, values: { familyName: $name }) { __typename }
    changeIdentity(key: "nul-identity", person: $child, values: { familyName: $name }) { __typename }
  }`;
  const { body } = await store.ask('lead', change, { family, child, name: 'Oak\u0000for' });
  expect(body).toEqual({
    data: { changePlan: { __typename: 'Edited' }, changeIdentity: { __typename: 'Edited' } },
  });
  const list = 'query List($search: String) { caseload(first: 50, search: $search) { totalCount nodes { id name } } }';
  const all = await store.ask('school', list);
  expect(all.body).toMatchObject({ data: { caseload: { totalCount: 50 } } });
  expect(all.body).toMatchObject({
    data: { caseload: { nodes: expect.arrayContaining([{ id: family, name: 'Oak\uFFFDfor' }]) as unknown } },
  });
  const found = await store.ask('school', list, { search: 'oak' });
  expect(found.body).toMatchObject({ data: { caseload: { totalCount: 1, nodes: [{ id: family }] } } });
});

test('[G9] an id that no store can hold is answered like one that does not exist', async () => {
  const query = `query One($id: ID!) { family(id: $id) { name } hub: caseload(hub: $id) { totalCount }
    lead: caseload(lead: $id) { totalCount } }`;
  const [odd, absent] = [
    await store.ask('lead', query, { id: 'a\u0000b' }),
    await store.ask('lead', query, { id: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  ];
  expect(odd.body).toEqual({ data: { family: null, hub: { totalCount: 0 }, lead: { totalCount: 0 } } });
  expect(odd.text).toBe(absent.text);
  const edit = `mutation Edit($id: ID!) { changePlan(key: "odd", family: $id, values: { familyName: "X" }) { __typename } }`;
  expect((await store.ask('lead', edit, { id: 'a\u0000b' })).body).toEqual({
    data: { changePlan: { __typename: 'NotAllowed' } },
  });
});
