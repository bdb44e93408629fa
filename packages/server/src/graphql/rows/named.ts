import type { RecordFacts } from '@caseweave/family';
import type { PractitionerFacts } from '../sources/graphql-sources.ts';
import type { Viewer } from '../viewer.ts';

/** Somebody whom a plan names: of the family, or of those who work with it. */
export type Named =
  | { readonly type: 'person'; readonly facts: RecordFacts }
  | { readonly type: 'practitioner'; readonly practitioner: PractitionerFacts };

/**
 * The people of the family behind ids in its plan, of those of whom the viewer may read something.
 *
 * An id in a plan is only what somebody wrote: it leads to people of this family and no further.
 */
export async function peopleOf(viewer: Viewer, family: RecordFacts, ids: readonly string[]): Promise<RecordFacts[]> {
  const found = await Promise.all(ids.map((id) => personOf(viewer, family, id)));
  return found.filter((facts) => facts !== undefined);
}

/** The same for one id, where there may be none. */
async function personOf(viewer: Viewer, family: RecordFacts, id: string | null | undefined) {
  const inFamily = family.persons.some(({ person }) => person === id);
  return id !== null && id !== undefined && inFamily ? viewer.record(id, 'person') : undefined;
}

/** People of the family and those who work with it, or did, behind ids in its plan. */
export async function namedIn(viewer: Viewer, family: RecordFacts, ids: readonly string[]): Promise<Named[]> {
  const found = await Promise.all(ids.map((id) => oneNamed(viewer, family, id)));
  return found.filter((named) => named !== undefined);
}

async function oneNamed(viewer: Viewer, family: RecordFacts, id: string): Promise<Named | undefined> {
  const works = family.lead === id || family.team.some(({ principal }) => principal === id);
  const practitioner = works ? await viewer.colleague(id, family) : undefined;
  if (practitioner !== undefined) return { type: 'practitioner', practitioner };
  const facts = await personOf(viewer, family, id);
  return facts === undefined ? undefined : { type: 'person', facts };
}
