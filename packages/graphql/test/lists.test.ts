import { expect, test } from 'vitest';
import { asker, codeOf } from './ask.ts';
import { canaries, smallTown } from './repairs/small-town.ts';

const list = `query List($search: String, $filter: RepairFilter, $order: RepairOrder, $first: Int, $after: String) {
  repairs(search: $search, filter: $filter, order: $order, first: $first, after: $after) {
    totalCount
    nodes { id firm { name } officer { name } planInBrief { title visitOn openSteps urgency { code words } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface List {
  readonly repairs: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function ids(ask: ReturnType<typeof asker>, who: string, variables: Record<string, unknown> = {}) {
  const { body } = await ask(who, list, variables);
  return (body.data as List).repairs.nodes.map(({ id }) => id);
}

test('[G1] me is who I am signed in as, and all units of a kind are there by name', async () => {
  const { body } = await asker(smallTown())('brook', '{ me { id name firm { id name } } firms { id name } }');
  expect(body).toEqual({
    data: {
      me: { id: 'brook', name: 'Bea Brook', firm: { id: 'brook', name: 'Brook Heating' } },
      firms: [
        { id: 'brook', name: 'Brook Heating' },
        { id: 'stone', name: 'Stone Roofing' },
      ],
    },
  });
});

test('[G2] the list of a kind is the records whose listed section I may read, in the order that I ask for', async () => {
  const ask = asker(smallTown());
  expect(await ids(ask, 'olive')).toEqual(['boiler', 'job-0', 'job-1', 'job-2', 'job-3']);
  expect(await ids(ask, 'olive', { order: 'VISIT_ON' })).toEqual(['boiler', 'job-1', 'job-2', 'job-3', 'job-0']);
  expect(await ids(ask, 'stone')).toEqual(['job-1', 'job-3']);
  expect(await ids(ask, 'stranger')).toEqual([]);
});

test('[G2] a record in a list says what lists show of it, and no document is opened for it', async () => {
  const town = smallTown(0);
  const { body } = await asker(town)('olive', list);
  expect(body.data).toMatchObject({
    repairs: {
      totalCount: 1,
      nodes: [
        {
          id: 'boiler',
          firm: { name: 'Brook Heating' },
          officer: { name: 'Olive Marsh' },
          planInBrief: {
            title: 'The boiler',
            visitOn: '2026-12-12',
            openSteps: 2,
            urgency: { code: 'NOW', words: 'Today' },
          },
        },
      ],
    },
  });
  expect(town.asked).not.toContain('documents');
});

test.each([
  ['boil', ['boiler']],
  ['THE boi', ['boiler']],
  ['zoe', ['job-0', 'job-1', 'job-2', 'job-3']],
  ['Zoë 2', ['job-2']],
  ['oiler', []],
  ['mill', ['boiler']],
  [canaries.hidden, []],
])('[G3] a search for %j finds %j', async (search, found) => {
  expect(await ids(asker(smallTown()), 'olive', { search })).toEqual(found);
});

test('[G3] a search finds nothing by words of a linked record that the searcher may not read', async () => {
  const ask = asker(smallTown());
  expect(await ids(ask, 'olive', { search: canaries.access })).toEqual(['boiler']);
  expect(await ids(ask, 'tim', { search: canaries.access })).toEqual([]);
});

test('[G3] a list is narrowed by what its lists show, where the model says that it may be', async () => {
  const ask = asker(smallTown());
  expect(await ids(ask, 'olive', { filter: { urgency: ['LATER', 'NOW'] } })).toEqual(['boiler', 'job-1', 'job-3']);
  expect(await ids(ask, 'olive', { filter: { visitOnTo: '2027-01-10' } })).toEqual(['boiler', 'job-1']);
  expect(await ids(ask, 'olive', { filter: { visitOnFrom: '2027-01-11', urgency: ['SOON'] } })).toEqual(['job-2']);
});

test('[G3] a list is narrowed by facts as they are told: one that is hidden is not found by looking for it', async () => {
  const ask = asker(smallTown());
  expect(await ids(ask, 'olive', { filter: { firm: ['stone'] } })).toEqual(['job-1', 'job-3']);
  expect(await ids(ask, 'olive', { filter: { firm: ['stone', 'brook'], tenant: ['tim'] } })).toHaveLength(5);
  expect(await ids(ask, 'tim', { filter: { firm: ['stone'] } })).toEqual([]);
  expect(await ids(ask, 'tim', { filter: { tenant: ['tim'] } })).toHaveLength(5);
});

test('[G4] pages follow one another without gap or repeat', async () => {
  const ask = asker(smallTown(9));
  for (const order of [null, 'VISIT_ON']) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { body } = await ask('olive', list, { first: 3, after, order });
      const { nodes, pageInfo, totalCount } = (body.data as List).repairs;
      expect(totalCount).toBe(10);
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(await ids(ask, 'olive', { first: 50, order }));
    expect(new Set(seen).size).toBe(10);
  }
});

test('[G4] a page holds fifty records at most, whatever is asked for', async () => {
  const ask = asker(smallTown(60));
  const few = 'query Few($first: Int) { repairs(first: $first) { nodes { id } } }';
  const { body } = await ask('olive', few, { first: 1_000 });
  expect((body.data as List).repairs.nodes).toHaveLength(50);
  const none = await ask('olive', few, { first: -3 });
  expect((none.body.data as List).repairs.nodes).toHaveLength(1);
});

test('[G4] a cursor that is none of ours, or of a list in another order, is refused with a code', async () => {
  const ask = asker(smallTown());
  const { body } = await ask('olive', list, { first: 1 });
  const { endCursor } = (body.data as List).repairs.pageInfo;
  expect((await ask('olive', list, { after: endCursor })).body.errors).toBeUndefined();
  expect(codeOf(await ask('olive', list, { after: endCursor, order: 'VISIT_ON' }))).toBe('BAD_CURSOR');
  expect(codeOf(await ask('olive', list, { after: 'bm90IG91cnM' }))).toBe('BAD_CURSOR');
});

test('[G4] where a row has gone, the next page goes on from where it stood', async () => {
  const ask = asker(smallTown());
  const steps = `query Steps($after: String, $first: Int, $filter: StepFilter) { repair(id: "boiler") { plan {
    steps(first: $first, after: $after, filter: $filter) { totalCount nodes { what } pageInfo { endCursor } } } } }`;
  interface Steps {
    readonly repair: {
      readonly plan: {
        readonly steps: {
          readonly nodes: readonly { readonly what: string }[];
          readonly pageInfo: { readonly endCursor: string };
        };
      };
    };
  }
  const stepsOf = async (variables: object) =>
    ((await ask('olive', steps, { ...variables })).body.data as Steps).repair.plan.steps;
  const first = await stepsOf({ first: 1 });
  expect(first.nodes).toEqual([{ what: 'Look at it' }]);
  const after = first.pageInfo.endCursor;
  expect((await stepsOf({ after })).nodes).toEqual([{ what: 'Mend it' }]);
  // The first row is not among these, as if it had gone.
  expect((await stepsOf({ after, filter: { firm: ['brook'] } })).nodes).toEqual([{ what: 'Mend it' }]);
});

test('[G5] a page asks its sources as often for one record as for forty, plans and links included', async () => {
  const whole = `query Whole($first: Int) { repairs(first: $first) { nodes {
    id firm { name } officer { name } home { access { street } } sections { name } planInBrief { title }
    plan { story steps(first: 4) { nodes { what checkedBy { name } } } } notes { notes(first: 2) { nodes { text } } }
  } } }`;
  const counts = await Promise.all(
    [1, 40].map(async (others) => {
      const town = smallTown(others);
      const answer = await asker(town, { costLimit: Infinity })('olive', whole, { first: 9 });
      expect(answer.body.errors).toBeUndefined();
      return town.asked;
    }),
  );
  expect(counts[0]).toEqual(counts[1]);
});
