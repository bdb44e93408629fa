import type { Model } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { loadKnown } from '../decisions/load-known.ts';
import { loadStates } from '../decisions/load-states.ts';
import { loadUnits } from '../directory/units.ts';
import { peopleAround } from '../model/index-of.ts';
import { createSections } from '../sections/create-sections.ts';

/** So many records are looked at in one transaction. */
const AT_ONCE = 200;

/** Creates the sections that records have by the model and lack in the store: those that a newer release brings. */
export async function createLacking(
  db: Db,
  authority: string,
  model: Model,
  tell: (words: string) => void,
): Promise<void> {
  const units = await loadUnits(db, authority);
  let last = '';
  let created = 0;
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from record where authority = ${authority} and id collate "C" > ${last}
      order by id collate "C" limit ${AT_ONCE}`.execute(db);
    if (rows.length === 0) break;
    const ids = rows.map(({ id }) => id);
    last = ids.at(-1) ?? last;
    created += await db.transaction().execute(async (trx) => {
      const states = await loadStates(trx, authority, ids);
      const all = [...states.values()];
      const people = all.flatMap((state) => peopleAround(model, state));
      const known = await loadKnown(trx, authority, model, { people, records: [], states, units });
      const { rows: now } = await sql<{ seq: number }>`
        select seq from authority where id = ${authority} for update`.execute(trx);
      return createSections(trx, authority, model, { states: all, known, created: () => now[0]?.seq ?? 0 });
    });
  }
  if (created > 0) tell(`Created ${created} sections that this release brings to records that there are.`);
}
