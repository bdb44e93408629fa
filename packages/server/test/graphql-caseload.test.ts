import { expect, test } from 'vitest';
import { asker, codeOf } from './graphql-ask.ts';
import { canaries, smallAuthority } from './graphql-authority.ts';

const list = `query List($search: String, $hub: ID, $dueBefore: Date, $first: Int, $after: String) {
  caseload(search: $search, hub: $hub, dueBefore: $dueBefore, first: $first, after: $after) {
    totalCount
    nodes { id name nextReviewOn hub { name } lead { name } team { name } summary { openNeeds level { words } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface List {
  readonly caseload: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function ids(ask: ReturnType<typeof asker>, who: string, variables: Record<string, unknown>) {
  const { body } = await ask(who, list, variables);
  return (body.data as List).caseload.nodes.map(({ id }) => id);
}

test('[G1] me is who I am signed in as, and hubs are all hubs', async () => {
  const ask = asker(smallAuthority());
  const { body } = await ask(
    'lead',
    '{ me { id name agency { name kind { words } } hub { name } roles { words } } hubs { id name } }',
  );
  expect(body).toEqual({
    data: {
      me: {
        id: 'lead',
        name: 'Jo Morris',
        agency: { name: 'The la-early-help', kind: { words: expect.any(String) as string } },
        hub: { name: 'East' },
        roles: [{ words: 'Lead practitioner' }],
      },
      hubs: [
        { id: 'hub-east', name: 'East' },
        { id: 'hub-west', name: 'West' },
      ],
    },
  });
});

test('[G2] my caseload is the families whose shared plan I may read, the review that is due first coming first', async () => {
  const ask = asker(smallAuthority());
  expect(await ids(ask, 'lead', {})).toEqual(['okafor', 'family-1', 'family-2', 'family-3', 'family-0']);
  expect(await ids(ask, 'manager', {})).toEqual(['okafor', 'family-2', 'family-0']);
  expect(await ids(ask, 'stranger', {})).toEqual([]);
});

test('[G2] a family in a caseload says what lists show of it', async () => {
  const { body } = await asker(smallAuthority(0))('lead', list);
  expect(body.data).toMatchObject({
    caseload: {
      totalCount: 1,
      nodes: [
        {
          id: 'okafor',
          name: 'Okafor',
          nextReviewOn: '2026-12-12',
          hub: { name: 'East' },
          lead: { name: 'Jo Morris' },
          team: [{ name: 'Jo Morris' }, { name: 'Sam Reed' }],
          summary: { openNeeds: 1, level: { words: expect.any(String) as string } },
        },
      ],
    },
  });
});

test('[G6] the hub of somebody whose address is protected is not told, nor found by looking for it', async () => {
  const ask = asker(smallAuthority(0));
  const of = async (who: string, variables = {}) => {
    const { body } = await ask(who, list, variables);
    const { nodes, totalCount } = (
      body.data as { caseload: { nodes: { id: string; hub: unknown }[]; totalCount: number } }
    ).caseload;
    return [totalCount, ...nodes.map(({ hub }) => hub)];
  };
  expect(await of('manager')).toEqual([1, { name: 'East' }]);
  expect(await of('school')).toEqual([1, null]);
  expect(await of('manager', { hub: 'hub-east' })).toEqual([1, { name: 'East' }]);
  expect(await of('school', { hub: 'hub-east' })).toEqual([0]);
});

test.each([
  ['okaf', ['okafor']],
  ['TOBI oka', ['okafor']],
  ['zoe', ['family-1', 'family-2', 'family-3', 'family-0']],
  ['Zoë 2', ['family-2']],
  ['kafor', []],
  [canaries.identity, []],
])('[G3] a search for %j finds %j', async (search, found) => {
  expect(await ids(asker(smallAuthority()), 'lead', { search })).toEqual(found);
});

test('[G3] a search finds nobody by a name that the searcher may not read', async () => {
  const authority = smallAuthority();
  const { body } = await asker(authority)('lead', list, { search: canaries.identity });
  expect((body.data as List).caseload.totalCount).toBe(0);
});

test('[G3] the hub and the due date narrow the list', async () => {
  const ask = asker(smallAuthority());
  expect(await ids(ask, 'lead', { hub: 'hub-west' })).toEqual(['family-1', 'family-3']);
  expect(await ids(ask, 'lead', { dueBefore: '2027-01-11' })).toEqual(['okafor', 'family-1']);
  expect(await ids(ask, 'lead', { dueBefore: '2026-12-12' })).toEqual([]);
});

test('[G4] pages follow one another without gap or repeat', async () => {
  const ask = asker(smallAuthority(9));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { body } = await ask('lead', list, { first: 3, after });
    const { nodes, pageInfo, totalCount } = (body.data as List).caseload;
    expect(totalCount).toBe(10);
    seen.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(await ids(ask, 'lead', { first: 50 }));
  expect(new Set(seen).size).toBe(10);
});

test('[G4] a page holds fifty families at most, whatever is asked for', async () => {
  const ask = asker(smallAuthority(60));
  const few = 'query Few($first: Int) { caseload(first: $first) { nodes { id } } }';
  const { body } = await ask('lead', few, { first: 1_000 });
  expect((body.data as List).caseload.nodes).toHaveLength(50);
  const none = await ask('lead', few, { first: -3 });
  expect((none.body.data as List).caseload.nodes).toHaveLength(1);
});

test('[G4] a cursor that is none of ours is refused with a code', async () => {
  expect(codeOf(await asker(smallAuthority())('lead', list, { after: 'bm90IG91cnM' }))).toBe('BAD_CURSOR');
});

test('[G5] a page asks its sources as often for one family as for forty, plans and people included', async () => {
  const whole = `query Whole($first: Int) { caseload(first: $first) { nodes {
    id name hub { name } lead { name } team { agency { name } } sections { name }
    plan { story needs(first: 4) { nodes { title about { name } } } }
    people { person { name identity { givenName } location { school } } }
  } } }`;
  const counts = await Promise.all(
    [1, 40].map(async (others) => {
      const authority = smallAuthority(others);
      const answer = await asker(authority)('lead', whole, { first: 9 });
      expect(answer.body.errors).toBeUndefined();
      return authority.asked;
    }),
  );
  expect(counts[0]).toEqual(counts[1]);
});
