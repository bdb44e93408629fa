import type { Known, Model, RecordState } from '@caseweave/model';
import type { EnterHeader, FactsHeader, RecordId, SectionId, WriterVersions } from '@caseweave/protocol';
import { oldestWritersOf } from '@caseweave/record';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { loadStates } from '../decisions/load-states.ts';
import type { KnownWho } from '../directory/people.ts';
import type { Store } from '../rights/store.ts';
import { projectionsOf } from '../sections/projections-of.ts';
import { authorsFor, authorsOf } from './authors-of.ts';
import { factsHeader } from './facts-header.ts';
import { knownAround } from './known-around.ts';

/** A record, with the sections of it that somebody may read. */
export interface ReadableRecord {
  readonly facts: FactsHeader;
  readonly sections: readonly EnterHeader[];
}

/** A section, as routing needs it. */
export interface SectionMeta {
  readonly id: SectionId;
  readonly record: RecordId;
  readonly name: string;
  readonly epoch: number;
  /** The position of the log that created it. */
  readonly created: number;
}

/** The columns of a `SectionMeta`. */
export const sectionColumns = sql.raw('id, record, name, epoch, created');

/** The sections of records, in a fixed order. */
export async function sectionsOfRecords(
  db: Db,
  authority: string,
  records: readonly string[],
): Promise<readonly SectionMeta[]> {
  const { rows } = await sql<SectionMeta>`
    select ${sectionColumns} from section where authority = ${authority} and record = any(${[...records]})
    order by record, name`.execute(db);
  return rows;
}

/**
 * What somebody may read of records now, in a fixed number of statements. A record of which they may read nothing is
 * absent, as one that does not exist is.
 *
 * @param loaded - the records, and what is known beside them, if it is at hand
 */
export async function readCaseload(
  store: Store,
  { who }: KnownWho,
  records: readonly string[],
  at: number,
  loaded?: { readonly states: ReadonlyMap<string, RecordState>; readonly known: Known },
): Promise<readonly ReadableRecord[]> {
  const { db, authority, model } = store;
  const states = loaded?.states ?? (await loadStates(db, authority, records));
  const { now } = model;
  const readable = (await sectionsOfRecords(db, authority, records)).flatMap((section) => {
    const state = states.get(section.record);
    const acts = state === undefined ? undefined : now.acts(who, section.name, state, at);
    return acts?.read === true ? [{ ...section, acts }] : [];
  });
  const byRecord = Map.groupBy(readable, ({ record }) => record);
  const described = new Map(
    [...byRecord.keys()].flatMap((id) => {
      const state = states.get(id);
      return state === undefined ? [] : [[id, state] as const];
    }),
  );
  const known = loaded?.known ?? (await knownAround(store, described));
  const ids = readable.map(({ id }) => id);
  const [authors, projections] = [await authorsOf(store, ids), await projectionsOf(db, authority, model, ids)];
  return [...byRecord].flatMap(([record, sections]): ReadableRecord[] => {
    const state = described.get(record);
    if (state === undefined) return [];
    return [
      {
        facts: factsHeader(model, who, state, known, at),
        sections: sections.map(({ id, name, epoch, acts }) => ({
          record,
          section: id,
          name,
          epoch,
          oldestWriter: oldestWriterIn(now, name),
          acts,
          authors: authorsFor(model, who, authors.get(id) ?? [], state, at),
          projection: projections.get(id) ?? null,
        })),
      },
    ];
  });
}

/** The oldest versions that may write in a section, as this server's schema says; any may where it knows none. */
function oldestWriterIn(model: Model, name: string): WriterVersions {
  const schema = model.section(name)?.schema;
  return schema === undefined ? { version: 1, extensions: {} } : oldestWritersOf(schema);
}
