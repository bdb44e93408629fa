import type { RecordFacts } from '@caseweave/family';
import { LIMITS } from '../limits/limits.ts';
import { pageSize, type Page, type PageArgs } from '../pages/page.ts';
import type { ShelvedFilter, Standing } from '../sources/caseload-source.ts';
import type { Viewer } from '../viewer.ts';
import { byNextReview, cursorOf, standingOf } from './cursor.ts';
import { matches, wordsOf } from './search.ts';

/** What to look for in a caseload. */
export interface CaseloadArgs extends PageArgs {
  readonly search?: string | null | undefined;
  readonly hub?: string | null | undefined;
  readonly lead?: string | null | undefined;
  readonly dueBefore?: string | null | undefined;
  readonly levels?: readonly (string | number)[] | null | undefined;
}

interface Found extends Standing {
  readonly facts: RecordFacts;
}

// As many are looked at in one go, whatever the page: of those on a shelf, nearly all may be read.
const CHUNK = LIMITS.page + 14;

/**
 * Reads a page of the viewer's caseload.
 *
 * The store narrows and orders what may concern the viewer; of that, only what `may` allows is kept, counted and shown,
 * so no filter, count or cursor can tell of more.
 */
export async function readCaseload(viewer: Viewer, args: CaseloadArgs): Promise<Page<RecordFacts>> {
  const start = typeof args.after === 'string' ? standingOf(args.after) : null;
  const words = wordsOf((args.search ?? '').slice(0, LIMITS.search));
  const filter: ShelvedFilter = {
    hub: idIn(args.hub),
    lead: idIn(args.lead),
    dueBefore: args.dueBefore ?? null,
    levels: args.levels?.map(Number) ?? null,
  };
  if (words.length > 0) return pageOfFound(await searched(viewer, filter, words), start, args);
  const size = pageSize(args.first);
  const found = await readUpTo(viewer, filter, start, size + 1);
  return pageFrom(found, size, start !== null, async () => {
    const all = await viewer.shelved(filter, { after: null, limit: null });
    return (await readable(viewer, filter, all)).length;
  });
}

/** The store cannot be asked for an id with U+0000. No id is empty, so an empty one finds as little. */
const idIn = (id: string | null | undefined): string | null => (id?.includes('\u0000') === true ? '' : (id ?? null));

/** Reads so many families from a place on, a chunk at a time. */
async function readUpTo(viewer: Viewer, filter: ShelvedFilter, start: Standing | null, count: number) {
  const found: Found[] = [];
  let after = start;
  for (;;) {
    const chunk = await viewer.shelved(filter, { after, limit: CHUNK });
    found.push(...(await readable(viewer, filter, chunk)));
    const last = chunk.at(-1);
    if (found.length >= count || chunk.length < CHUNK || last === undefined) return found;
    after = last;
  }
}

async function readable(
  viewer: Viewer,
  { hub }: ShelvedFilter,
  shelved: readonly Standing[],
): Promise<readonly Found[]> {
  const facts = await viewer.factsWhere(
    'plan.shared',
    shelved.map(({ record }) => record),
  );
  const found = shelved.flatMap(({ record, nextReviewOn }) => {
    const own = facts.get(record);
    return own?.kind === 'family' ? [{ record, nextReviewOn, facts: own }] : [];
  });
  if (hub === null) return found;
  // A hub that is hidden from the viewer is not found by looking for it either.
  const seen = await Promise.all(found.map((one) => viewer.hubOf(one.facts)));
  return found.filter((_, index) => seen[index] === hub);
}

/**
 * Finds the families in whose name, or in a visible name of whose people, each word begins a word. Names that the viewer
 * may not read narrow nothing that is told: they only lead to families whose visible names are then looked at.
 */
async function searched(viewer: Viewer, filter: ShelvedFilter, words: readonly string[]): Promise<readonly Found[]> {
  const all = await viewer.shelvedNames(filter);
  const candidates = all.filter(({ name, people }) => matches(words, given([name, ...people.map((one) => one.name)])));
  const found = await readable(viewer, filter, candidates);
  const names = new Map(candidates.map((one) => [one.record, one]));
  const people = found.flatMap(({ record }) => names.get(record)?.people.map(({ person }) => person) ?? []);
  const visible = await viewer.factsWhere('person.identity', people);
  return found.filter(({ record }) => {
    const { name = null, people: around = [] } = names.get(record) ?? {};
    const told = around.filter(({ person }) => visible.has(person)).map((one) => one.name);
    return matches(words, given([name, ...told]));
  });
}

const given = (names: readonly (string | null)[]): readonly string[] => names.filter((name) => name !== null);

function pageOfFound(all: readonly Found[], start: Standing | null, { first }: PageArgs): Page<RecordFacts> {
  const sorted = all.toSorted(byNextReview);
  const rest = start === null ? sorted : sorted.filter((one) => byNextReview(one, start) > 0);
  return pageFrom(rest, pageSize(first), start !== null, () => all.length);
}

function pageFrom(
  rest: readonly Found[],
  size: number,
  hasPreviousPage: boolean,
  totalCount: Page<RecordFacts>['totalCount'],
): Page<RecordFacts> {
  const edges = rest.slice(0, size).map((one) => ({ cursor: cursorOf(one), node: one.facts }));
  return { edges, hasNextPage: rest.length > edges.length, hasPreviousPage, totalCount };
}
