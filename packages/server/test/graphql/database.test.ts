import { afterAll, beforeAll, expect, test } from 'vitest';
import { snapshotAll, startStore } from './graphql-store.ts';

let store: Awaited<ReturnType<typeof startStore>>;

beforeAll(async () => {
  store = await startStore(50);
}, 60_000);

afterAll(() => store.close());

const whole = `query Whole($first: Int) { families(first: $first, order: NEXT_REVIEW_ON) { totalCount nodes {
  id planInBrief { nextReviewOn openNeeds } sections { name }
  plan { needs { nodes { title about { identityInBrief { name } sections { name } identity { givenName } location { school } } } } }
} } }`;

const plans = `query Plans($first: Int) { families(first: $first) { nodes { plan {
  needs(first: 5) { nodes { title about { id } } } questions { label }
} } } }`;

test('[G2] a caseload is read from the store', async () => {
  const { body } = await store.ask('lead', whole, { first: 1 });
  expect(body).toMatchObject({
    data: {
      families: {
        totalCount: 50,
        nodes: [
          {
            planInBrief: { nextReviewOn: '2026-12-12', openNeeds: 1 },
            plan: {
              needs: {
                nodes: [
                  {
                    title: 'Attendance',
                    about: [{ identityInBrief: { name: 'Tobi' }, identity: { givenName: 'Tobi' }, location: null }],
                  },
                ],
              },
            },
          },
        ],
      },
    },
  });
  expect((await store.ask('stranger', whole)).body).toEqual({ data: { families: { totalCount: 0, nodes: [] } } });
});

test('[G3] a search is answered from the store', async () => {
  const { body } = await store.ask('school', '{ families(search: "fam 11") { nodes { planInBrief { familyName } } } }');
  expect(body).toEqual({ data: { families: { nodes: [{ planInBrief: { familyName: 'Family 11' } }] } } });
});

const person = '{ id identityInBrief { name } sections { name } }';
const row = 'pageInfo { endCursor } totalCount edges { cursor }';
const everything = `query Everything($first: Int) { asOf families(first: $first, order: NEXT_REVIEW_ON) { totalCount pageInfo { endCursor } nodes {
  id planInBrief { level { words } } sections { id name }
  plan { story questions { id claims { words author { name } } }
    needs { ${row} nodes { title written { author { name } } about { sections { name } identityInBrief { name }
      identity { givenName familyName questions { id } }
      location { gp residences { ${row} nodes { kind { words } } } addresses { nodes { lines } } questions { id } }
      health { summary allergies conditions { nodes { name note } } contacts { nodes { text } } questions { id } }
      voice { words { nodes { words capturedBy { practitioner { name } person { id } } } } } } } }
    outcomes { nodes { text needs { title about ${person} } } }
    actions { nodes { what owners { person ${person} practitioner { name agency { name } } } outcome { text } } }
    strengths { nodes { text about ${person} } }
    relationships { nodes { from ${person} to ${person} } }
    scores { nodes { value subject ${person} scoredBy { practitioner { name } } } }
    reviews { nodes { heldOn } } }
  practice { analysis worries { nodes { text about ${person} } } scores { nodes { value } } questions { id } }
  familyWords { ourStory proposals { nodes { text by { person { id } } about ${person} } } questions { id } }
  chronology { events { ${row} nodes { text about ${person} author { name } } } }
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
    ({ body }) => (body.data as { families: { nodes: readonly object[] } }).families.nodes.length,
  );
  expect(pages).toEqual([1, 10, 50]);
  const statements = asked.map((one) => one.statements);
  expect(new Set(statements).size).toBe(1);
  expect(statements[0]).toBeLessThanOrEqual(40);
});

test('[G5] a search costs the same number of statements, however many it finds', async () => {
  const search = 'query Search($search: String!) { families(search: $search) { totalCount nodes { id } } }';
  await store.ask('lead', search, { search: 'fam' });
  const [one, many] = [
    await store.ask('lead', search, { search: 'fam 11' }),
    await store.ask('lead', search, { search: 'fam' }),
  ];
  expect([one.text, many.text].map((text) => /"totalCount":(\d+)/.exec(text)?.[1])).toEqual(['1', '50']);
  expect(many.statements).toBe(one.statements);
});

test('[G8] the school gets no byte of the practice section', async () => {
  const query = 'query One($id: ID!) { family(id: $id) { id sections { name } plan { needs { nodes { title } } } } }';
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
  const list =
    'query List($search: String) { families(first: 50, search: $search) { totalCount nodes { id planInBrief { familyName } } } }';
  const all = await store.ask('school', list);
  expect(all.body).toMatchObject({ data: { families: { totalCount: 50 } } });
  expect(all.body).toMatchObject({
    data: {
      families: {
        nodes: expect.arrayContaining([{ id: family, planInBrief: { familyName: 'Oak\uFFFDfor' } }]) as unknown,
      },
    },
  });
  const found = await store.ask('school', list, { search: 'oak' });
  expect(found.body).toMatchObject({ data: { families: { totalCount: 1, nodes: [{ id: family }] } } });
});

test('[G9] an id that no store can hold is answered like one that does not exist', async () => {
  const query = `query One($id: ID!) { family(id: $id) { id } person(id: $id) { id } }`;
  const [odd, absent] = [
    await store.ask('lead', query, { id: 'a\u0000b' }),
    await store.ask('lead', query, { id: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  ];
  expect(odd.body).toEqual({ data: { family: null, person: null } });
  expect(odd.text).toBe(absent.text);
  const edit = `mutation Edit($id: ID!) { changePlan(key: "odd", family: $id, values: { familyName: "X" }) { __typename } }`;
  expect((await store.ask('lead', edit, { id: 'a\u0000b' })).body).toEqual({
    data: { changePlan: { __typename: 'NotAllowed' } },
  });
});
