import { randomBytes } from 'node:crypto';
import type { Known, Model, ProposedSection, RecordState } from '@caseweave/model';
import { sectionIdFrom } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** For which records sections are created. */
export interface CreatedFor {
  readonly states: readonly RecordState[];
  readonly known: Known;
  /** The position of the log that creates them, by record. */
  readonly created: (record: string) => number;
  /** Ids that a device has made for some of them, so that it could write in them before. */
  readonly proposed?: readonly ProposedSection[];
}

/**
 * Creates the sections that records have by the model and lack in the store, empty.
 *
 * @returns how many those were
 */
export async function createSections(
  db: Db,
  authority: string,
  model: Model,
  { states, known, created, proposed = [] }: CreatedFor,
): Promise<number> {
  const made = new Map(proposed.map(({ record, name, section }) => [`${record}/${name}`, section]));
  const wanted = states.flatMap((state) =>
    model.sectionNames(state, known).map((name) => ({
      id: made.get(`${state.record}/${name}`) ?? sectionIdFrom(randomBytes(16)),
      record: state.record,
      name,
      created: created(state.record),
    })),
  );
  const { numAffectedRows = 0n } = await sql`
    insert into section (authority, id, record, name, created)
    select ${authority}, w.* from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id text, record text, name text, created bigint)
    where not exists (select from section s where s.authority = ${authority} and s.record = w.record and s.name = w.name)`.execute(
    db,
  );
  return Number(numAffectedRows);
}
