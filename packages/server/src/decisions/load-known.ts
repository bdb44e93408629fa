import type { AnyWho, Known, Model, Names, RecordState } from '@caseweave/model';
import type { Db } from '../database/database.ts';
import { loadPeople } from '../directory/people.ts';
import type { Units } from '../directory/units.ts';
import { loadStates } from './load-states.ts';

/** What to have at hand beside records. */
export interface KnownBeside {
  readonly people: Iterable<string>;
  /** Records that may be asked for: a load for those that are not among the states. */
  readonly records: Iterable<string>;
  readonly states: ReadonlyMap<string, RecordState>;
  readonly units: Units;
  /** Whether those whose access has ended are known too. */
  readonly ended?: boolean;
}

/** Loads what the model may ask for beside records, in a fixed number of statements. */
export async function loadKnown(
  db: Db,
  authority: string,
  model: Pick<Model, 'who'>,
  { people, records, states, units, ended = false }: KnownBeside,
): Promise<Known<AnyWho>> {
  const [asked, wanted] = [new Set(people), new Set(records)];
  const found = await loadPeople(db, authority, model, [...asked], { ended });
  const more = await loadStates(
    db,
    authority,
    [...wanted].filter((id) => !states.has(id)),
  );
  return {
    who: (id) => found.get(id) ?? (asked.has(id) ? null : undefined),
    unit: (kind, id) => units.get(kind)?.get(id) ?? null,
    state: (id) => states.get(id) ?? more.get(id) ?? (wanted.has(id) ? null : undefined),
  };
}

/** The names of what is known. */
export const namesIn = (known: Known): Names => ({
  who: (id) => known.who(id)?.name,
  unit: (kind, id) => known.unit(kind, id)?.name,
});
