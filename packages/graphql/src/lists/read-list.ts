import type { Json } from '@caseweave/record';
import { LIMITS } from '../limits/limits.ts';
import { pageSize, type Page, type PageArgs } from '../pages/page.ts';
import type { ListAsked, SearchedMembers, ListPlace } from '../sources/record-lists.ts';
import type { ReadableRecord } from '../viewer/reading.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { byStanding, cursorOf, standingOf } from './cursor.ts';
import { matches, wordsOf } from './search.ts';

/** What is looked for in a list. */
export interface ListSearch extends PageArgs {
  readonly asked: ListAsked;
  /** Words with which names begin. */
  readonly search?: string | null | undefined;
  /** The members that are searched, by section. */
  readonly searched: SearchedMembers;
  /** Which records to keep by what the viewer is told of their facts: what is hidden from them is not found either. */
  keeps?(told: Json): boolean;
}

interface Found extends ListPlace {
  readonly node: ReadableRecord;
}

// As many are looked at in one go, whatever the page: of those that share a key, nearly all may be read.
const CHUNK = LIMITS.page + 14;

/**
 * Reads a page of the records of a kind that the viewer may read.
 *
 * The store narrows and orders what may concern the viewer; of that, only what the model allows is kept, counted and
 * shown, so no filter, count or cursor can tell of more.
 */
export async function readList(viewer: Viewer, given: ListSearch): Promise<Page<ReadableRecord>> {
  const list = { ...given, asked: askable(given.asked) };
  const { asked, first, after } = list;
  const start = typeof after === 'string' ? standingOf(asked.order, after) : null;
  const words = wordsOf((list.search ?? '').slice(0, LIMITS.search));
  const size = pageSize(first);
  if (words.length > 0) {
    const all = (await searchedFor(viewer, list, words)).toSorted(byStanding);
    const rest = start === null ? all : all.filter((one) => byStanding(one, start) > 0);
    return pageFrom(asked, rest, size, start !== null, () => all.length);
  }
  const found = await readUpTo(viewer, list, start, size + 1);
  return pageFrom(asked, found, size, start !== null, async () => {
    const all = await viewer.listed(asked, { after: null, limit: null });
    return (await readable(viewer, list, all)).length;
  });
}

/** The store cannot be asked for a text with U+0000; nothing has such an id, so it finds nothing. */
const askable = ({ tests, facts, ...asked }: ListAsked): ListAsked => ({
  ...asked,
  tests: tests.map((test) => (test.type === 'any-of' ? { ...test, values: test.values.filter(isText) } : test)),
  facts: Object.fromEntries(Object.entries(facts).map(([member, values]) => [member, values.filter(isText)])),
});

const isText = (value: unknown): boolean => typeof value !== 'string' || !value.includes('\u0000');

/** Reads so many records from a place on, a chunk at a time. */
async function readUpTo(viewer: Viewer, list: ListSearch, start: ListPlace | null, count: number) {
  const found: Found[] = [];
  let after = start;
  for (;;) {
    const chunk = await viewer.listed(list.asked, { after, limit: CHUNK });
    found.push(...(await readable(viewer, list, chunk)));
    const last = chunk.at(-1);
    if (found.length >= count || chunk.length < CHUNK || last === undefined) return found;
    after = last;
  }
}

async function readable(
  viewer: Viewer,
  { asked: { kind, section }, keeps }: ListSearch,
  listed: readonly ListPlace[],
): Promise<readonly Found[]> {
  const ids = listed.map(({ record }) => record);
  const records = await viewer.readable(section, ids);
  const found = listed.flatMap(({ record, order }): Found[] => {
    const node = records.get(record);
    return node?.kind === kind ? [{ record, order, node }] : [];
  });
  if (keeps === undefined) return found;
  const kept = await Promise.all(found.map(async ({ node }) => keeps(await viewer.told(node))));
  return found.filter((_, index) => kept[index]);
}

/**
 * Finds the records in whose visible words, or in those of the records that they link to, each searched word begins a
 * word. Words that the viewer may not read only lead to records whose visible words are then looked at.
 */
async function searchedFor(viewer: Viewer, list: ListSearch, words: readonly string[]): Promise<readonly Found[]> {
  const all = await viewer.listedWords(list.asked, list.searched);
  const candidates = all.filter((one) =>
    matches(
      words,
      one.words.flatMap((of) => of.words),
    ),
  );
  const found = await readable(viewer, list, candidates);
  const byRecord = new Map(candidates.map((one) => [one.record, one.words]));
  const near = found.flatMap(({ record }) => byRecord.get(record) ?? []);
  const visible = new Map<string, ReadonlyMap<string, ReadableRecord>>();
  for (const section of new Set(near.map((one) => one.section))) {
    const records = near.filter((one) => one.section === section).map(({ record }) => record);
    visible.set(section, await viewer.readable(section, records));
  }
  return found.filter(({ record }) => {
    const told = (byRecord.get(record) ?? []).filter((one) => visible.get(one.section)?.has(one.record));
    return matches(
      words,
      told.flatMap((of) => of.words),
    );
  });
}

function pageFrom(
  { order }: ListAsked,
  rest: readonly Found[],
  size: number,
  hasPreviousPage: boolean,
  totalCount: Page<ReadableRecord>['totalCount'],
): Page<ReadableRecord> {
  const edges = rest.slice(0, size).map((one) => ({ cursor: cursorOf(order, one), node: one.node }));
  return { edges, hasNextPage: rest.length > edges.length, hasPreviousPage, totalCount };
}
