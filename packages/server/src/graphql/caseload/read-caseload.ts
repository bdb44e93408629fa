import type { RecordFacts } from '@caseweave/family';
import type { Viewer } from '../viewer.ts';
import { LIMITS } from '../limits/limits.ts';
import { pageOf, type Page } from './page.ts';
import { matches, wordsOf } from './search.ts';
import { personName, planSummary, type PlanSummary } from './plan-summary.ts';

/** A family in a caseload: what lists show of it. */
export interface CaseloadFamily extends PlanSummary {
  readonly id: string;
  readonly facts: RecordFacts;
}

/** What to look for in a caseload. */
export interface CaseloadFilter {
  readonly search?: string | null | undefined;
  readonly hub?: string | null | undefined;
  readonly dueBefore?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Reads a page of the viewer's caseload: rights first, then the filters, so that no filter can tell of more. */
export async function readCaseload(viewer: Viewer, filter: CaseloadFilter): Promise<Page<CaseloadFamily>> {
  const { hub, dueBefore } = filter;
  const families = (await wholeCaseload(viewer))
    .filter(({ facts }) => hub === null || hub === undefined || facts.hub === hub)
    .filter(({ nextReviewOn }) => !dueBefore || (nextReviewOn !== null && nextReviewOn < dueBefore));
  return pageOf(await searched(viewer, families, filter.search), filter);
}

// An operation may ask for several pages, or for one under many names: what they are cut from is read once.
const read = new WeakMap<Viewer, Promise<readonly CaseloadFamily[]>>();

function wholeCaseload(viewer: Viewer): Promise<readonly CaseloadFamily[]> {
  const known = read.get(viewer) ?? readFamilies(viewer);
  read.set(viewer, known);
  return known;
}

async function readFamilies(viewer: Viewer): Promise<readonly CaseloadFamily[]> {
  const shelved = await viewer.shelvedFamilies();
  const families = await Promise.all(shelved.map((id) => readFamily(viewer, id)));
  return families.filter((family) => family !== undefined);
}

async function readFamily(viewer: Viewer, id: string): Promise<CaseloadFamily | undefined> {
  const [facts, plan] = await Promise.all([viewer.record(id, 'family'), viewer.projection('plan.shared', id)]);
  return facts === undefined || plan === undefined ? undefined : { id, facts, ...planSummary(plan) };
}

/** Keeps the families in whose names, or whose visible people's names, all words of the search begin a word. */
async function searched(viewer: Viewer, families: readonly CaseloadFamily[], search: string | null | undefined) {
  const words = wordsOf((search ?? '').slice(0, LIMITS.search));
  if (words.length === 0) return families;
  const names = await Promise.all(families.map((family) => namesOf(viewer, family)));
  return families.filter((_, index) => matches(words, names[index] ?? []));
}

async function namesOf(viewer: Viewer, { familyName, facts }: CaseloadFamily): Promise<readonly string[]> {
  const people = await Promise.all(facts.persons.map(({ person }) => viewer.projection('person.identity', person)));
  return [familyName ?? '', ...people.map((person) => personName(person) ?? '')];
}
