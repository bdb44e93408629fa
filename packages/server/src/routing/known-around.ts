import { type AnyWho, commandOf, type Known, peopleOf, type RecordState } from '@caseweave/model';
import { loadKnown } from '../decisions/load-known.ts';
import type { Logged } from '../decisions/logged.ts';
import { indexOf, peopleAround } from '../model/index-of.ts';
import type { Store } from '../rights/store.ts';

/**
 * Loads what telling of records may need beside them: whom their facts name, and the records that they link to, or that
 * link to them.
 *
 * @param now - the records as they are now
 * @param before - as they were
 * @param people - who else may be asked for
 */
export async function knownAround(
  { db, authority, model, cache }: Store,
  now: ReadonlyMap<string, RecordState>,
  before: readonly RecordState[] = [],
  people: readonly string[] = [],
): Promise<Known<AnyWho>> {
  const states = [...now.values(), ...before];
  return loadKnown(db, authority, model.now, {
    people: [...people, ...states.flatMap((state) => peopleAround(model.now, state))],
    records: states.flatMap((state) => [
      ...(indexOf(model.now, state)?.links ?? []),
      ...state.linkedFrom.map(({ record }) => record),
    ]),
    states: now,
    units: await cache.units(),
  });
}

/** What was known before decisions: records about which something was decided meanwhile are as they were. */
export const knownBefore = (known: Known, firsts: ReadonlyMap<string, Logged>): Known => ({
  ...known,
  state(id) {
    const first = firsts.get(id);
    return first === undefined ? known.state(id) : first.before;
  },
});

/** Those who sign in whom decisions name, and who took them. */
export const namedIn = (logged: readonly Logged[], { model }: Pick<Store, 'model'>): readonly string[] =>
  logged.flatMap(({ record, decision }) => {
    if (decision === null) return [];
    const command = commandOf(model.now, { ...decision, record });
    const { principal } = decision;
    return [...(principal === null ? [] : [principal]), ...(command === undefined ? [] : peopleOf(command))];
  });
