import { type AnyWho, unknownIds, type WrittenId } from '@caseweave/model';
import type { Refusal, SectionSchema, View } from '@caseweave/record';
import { loadKnown } from '../decisions/load-known.ts';
import { indexOf, peopleAround } from '../model/index-of.ts';
import type { Node } from '../node/node.ts';

/** What somebody wrote in a section of a record, before anybody hears of it. */
export interface WrittenIn {
  readonly who: AnyWho;
  readonly record: string;
  readonly ids: readonly WrittenId[];
  /** The section once it was written. */
  readonly view: View<SectionSchema>;
}

/** What of an edit names nobody and nothing, field by field. Nothing is loaded where nothing is named. */
export async function unknownIn(
  { store, model, cache, now }: Node,
  { who, record, ids, view }: WrittenIn,
): Promise<readonly Refusal[]> {
  const state = ids.length === 0 ? undefined : (await cache.states([record])).get(record);
  if (state === undefined) return [];
  const around = [state, ...state.linkedFrom];
  const known = await loadKnown(store.db, store.authority, model.now, {
    people: [
      ...peopleAround(model.now, state),
      ...ids.flatMap(({ kind, id }) => (kind.type === 'who' || kind.type === 'who-or-record' ? [id] : [])),
    ],
    records: around.flatMap((one) => [one.record, ...(indexOf(model.now, one)?.links ?? [])]),
    states: new Map([[record, state]]),
    units: await cache.units(),
    // What they did goes on being theirs.
    ended: true,
  });
  return unknownIds(model.now, ids, { who, at: now(), state, known, view });
}
