import type { RecordFacts } from '@caseweave/family';
import { namedIn, peopleOf, type Named } from './named.ts';
import type { Viewer } from '../viewer.ts';

/** The people of a family, or of the families of a person, behind ids that somebody wrote. */
export async function peopleAround(viewer: Viewer, facts: RecordFacts, ids: readonly string[]): Promise<RecordFacts[]> {
  const found = await Promise.all((await around(viewer, facts)).map((family) => peopleOf(viewer, family, ids)));
  return unique(found.flat(), ({ record }) => record);
}

/** People of a family, or of the families of a person, and those who work with them, or did. */
export async function namedAround(viewer: Viewer, facts: RecordFacts, ids: readonly string[]): Promise<Named[]> {
  const found = await Promise.all((await around(viewer, facts)).map((family) => namedIn(viewer, family, ids)));
  return unique(found.flat(), (named) => (named.type === 'person' ? named.facts.record : named.practitioner.id));
}

/** Only families of which the viewer may read something lead to anybody. */
async function around(viewer: Viewer, facts: RecordFacts): Promise<RecordFacts[]> {
  if (facts.kind === 'family') return [facts];
  const families = await Promise.all(facts.families.map(({ record }) => viewer.record(record, 'family')));
  return families.filter((family) => family !== undefined);
}

const unique = <One>(all: readonly One[], keyOf: (one: One) => string): One[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
];
