import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AddedJob, askRepairs } from './repairs-server.ts';

type Urgency = 'NOW' | 'SOON';

/** What stands in the plan of a job and in the address of its home, by the names of the API. */
interface Written {
  readonly title: string | null;
  readonly urgency: Urgency | null;
  readonly visitOn: string | null;
  readonly promisedAt: string | null;
  readonly cost: number | null;
  readonly street: string | null;
}

interface Job extends AddedJob, Written {
  readonly officer: string;
  readonly workers: readonly string[];
  /** To whom the home is closed. */
  readonly closedTo: readonly string[];
}

const readers = ['lead', 'worker', 'partner', 'stranger'] as const;

/** What differs goes round at another pace for each, so that all sorts of neighbours and equals are among them. */
const round = <Value>(values: readonly [Value, ...Value[]], n: number): Value => values[n % values.length] ?? values[0];
const jobs = Array.from({ length: 42 }, (_, n) => ({
  officer: round(['lead', 'worker'], n),
  workers: n % 3 === 0 ? ['partner', 'stranger'] : ['partner'],
  closedTo: n % 5 === 0 ? ['partner'] : [],
  title: round(['Boiler is cold', 'Roof leaks', null, 'Cold bath'], n),
  urgency: round<Urgency | null>(['NOW', null, 'SOON'], n),
  visitOn: round([null, '2026-12-02', '2026-12-01', '2026-11-30', '2026-12-02'], n),
  promisedAt: round(['2026-12-01T09:00:00.000Z', '2026-12-01T08:59:59.999Z', null], Math.floor(n / 2)),
  cost: round([null, 9.5, 10, 0, 1000, 2.25, 10], n),
  street: round(['Mill Lane', 'Coldharbour Road', null], Math.floor(n / 3)),
}));

let server: Awaited<ReturnType<typeof askRepairs>>;
let all: readonly Job[];

beforeAll(async () => {
  server = await askRepairs();
  const from = server.node.now();
  const added = await server.add(
    jobs.map(({ officer, workers, closedTo }) => ({
      officer,
      closedTo,
      workers: workers.map((who) => ({ who, from, to: null })),
    })),
  );
  all = jobs.map((job, n) => ({ ...job, job: added[n]?.job ?? '', home: added[n]?.home ?? '' }));
  await Promise.all(all.map((job) => write(job)));
}, 60_000);
afterAll(async () => {
  await server.close();
  expect(server.failures).toEqual([]);
});

async function write({ job, home, officer, title, urgency, visitOn, promisedAt, cost, street }: Job): Promise<void> {
  const { data } = await server.ask<object>(
    officer,
    `mutation Write($job: ID!, $home: ID!, $plan: PlanChanges!, $address: AddressChanges!) {
      changePlan(key: $job, job: $job, values: $plan) { __typename }
      changeAddress(key: $home, home: $home, values: $address) { __typename }
    }`,
    { job, home, plan: { title, urgency, visitOn, promisedAt, cost }, address: { street } },
  );
  const written = { __typename: 'Edited' };
  expect(data).toEqual({ changePlan: written, changeAddress: written });
}

const orders = { VISIT_ON: 'visitOn', PROMISED_AT: 'promisedAt', COST: 'cost' } as const;

interface Wanted {
  readonly reader: (typeof readers)[number];
  readonly order: keyof typeof orders | null;
  readonly search: string | null;
  readonly officer: readonly string[] | null;
  readonly urgency: readonly Urgency[] | null;
  readonly visitOnFrom: string | null;
  readonly visitOnTo: string | null;
  readonly promisedAtFrom: string | null;
  readonly promisedAtTo: string | null;
}

/** What is looked for, by what was written: the records that somebody shares, kept and ordered in the plainest way. */
function expected({ reader, order, search, ...wanted }: Wanted): readonly string[] {
  const among = <Value>(values: readonly Value[] | null, value: Value | null): boolean =>
    values === null || (value !== null && values.includes(value));
  const within = (from: string | null, to: string | null, value: string | null): boolean =>
    (from === null || (value !== null && value >= from)) && (to === null || (value !== null && value <= to));
  const begins = ({ title, street, closedTo }: Job): boolean =>
    [title, closedTo.includes(reader) ? null : street].some((words) =>
      (words ?? '')
        .toLowerCase()
        .split(' ')
        .some((word) => word.startsWith((search ?? '').toLowerCase())),
    );
  const place = (job: Job): string | number | null => (order === null ? null : job[orders[order]]);
  return all
    .filter(({ officer, workers }) => officer === reader || workers.includes(reader))
    .filter(
      (job) =>
        begins(job) &&
        among(wanted.officer, job.officer) &&
        among(wanted.urgency, job.urgency) &&
        within(wanted.visitOnFrom, wanted.visitOnTo, job.visitOn) &&
        within(wanted.promisedAtFrom, wanted.promisedAtTo, job.promisedAt),
    )
    .toSorted((a, b) => {
      const [x, y] = [place(a), place(b)];
      if (x !== y) return x === null ? 1 : y === null || x < y ? -1 : 1;
      return a.job < b.job ? -1 : 1;
    })
    .map(({ job }) => job);
}

interface Page {
  readonly jobs: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly id: string }[];
  };
}

const list = `query List($search: String, $filter: JobFilter, $order: JobOrder, $first: Int, $after: String) {
  jobs(search: $search, filter: $filter, order: $order, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id }
  }
}`;

/** All pages of so many, with the counts that they gave. */
async function listed({ reader, search, order, ...filter }: Wanted, first: number) {
  const ids: string[] = [];
  const counts = new Set<number>();
  for (let after: string | null = null; ;) {
    const told: { data?: Page; errors?: unknown } = await server.ask<Page>(reader, list, {
      search,
      filter,
      order,
      first,
      after,
    });
    expect(told.errors).toBeUndefined();
    if (told.data === undefined) throw new Error('Nothing was answered.');
    const { totalCount, pageInfo, nodes } = told.data.jobs;
    counts.add(totalCount);
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return { ids, counts: [...counts] };
    expect(nodes.length).toBe(first);
    after = pageInfo.endCursor;
  }
}

const orNull = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(of, { nil: null, freq: 2 });
const days = orNull(fc.constantFrom('2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'));
const moments = orNull(fc.constantFrom('2026-12-01T08:59:59.999Z', '2026-12-01T09:00:00.000Z'));
const wantedOnes: fc.Arbitrary<Wanted> = fc.record({
  reader: fc.constantFrom(...readers),
  order: orNull(fc.constantFrom('VISIT_ON', 'PROMISED_AT', 'COST')),
  search: orNull(fc.constantFrom('cold', 'BOIL', 'mill', 'nothing')),
  officer: orNull(fc.constantFrom<(readonly string[])[]>(['lead'], ['worker', 'lead'], ['partner'])),
  urgency: orNull(fc.constantFrom<(readonly Urgency[])[]>(['NOW'], ['SOON', 'NOW'], [])),
  visitOnFrom: days,
  visitOnTo: days,
  promisedAtFrom: moments,
  promisedAtTo: moments,
});

test('[G2] [G3] a list is what was looked for, as ordered, on pages of any size', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(wantedOnes, fc.constantFrom(3, 20, 50), async (wanted, first) => {
      const ids = expected(wanted);
      found += ids.length;
      expect(await listed(wanted, first)).toEqual({ ids, counts: [ids.length] });
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(100);
}, 60_000);
