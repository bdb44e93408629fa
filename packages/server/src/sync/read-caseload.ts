import { actsOn, sectionFor, type Surroundings } from '@caseweave/family';
import type { EnterHeader, FactsHeader, RecordId, WriterVersions, SectionId } from '@caseweave/protocol';
import { oldestWritersOf } from '@caseweave/record';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { KnownPrincipal } from '../directory/people.ts';
import { type LoadedFacts, loadFacts } from '../directory/load-facts.ts';
import { projectionsOf } from '../sections/projections-of.ts';
import { authorsFor, authorsOf } from './authors-of.ts';
import { factsHeader } from './facts-header.ts';
import { loadSurroundings } from './surroundings.ts';

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
}

/** The sections of records, in a fixed order. */
export async function sectionsOfRecords(
  db: Db,
  authority: string,
  records: readonly string[],
): Promise<readonly SectionMeta[]> {
  const { rows } = await sql<SectionMeta>`
    select id, record, name, epoch from section where authority = ${authority} and record = any(${[...records]}) order by record, name`.execute(
    db,
  );
  return rows;
}

/**
 * What somebody may read of records now, in a fixed number of statements. A record of which they may read nothing is
 * absent, as one that does not exist is.
 *
 * @param loaded - what is decided about the records, and what describing them needs, if it is at hand
 */
export async function readCaseload(
  db: Db,
  authority: string,
  { principal }: KnownPrincipal,
  records: readonly string[],
  at: number,
  loaded?: { readonly facts: ReadonlyMap<string, LoadedFacts>; readonly around: Surroundings },
): Promise<readonly ReadableRecord[]> {
  const facts = loaded?.facts ?? (await loadFacts(db, authority, records));
  const readable = (await sectionsOfRecords(db, authority, records)).flatMap((section) => {
    const decided = facts.get(section.record)?.facts;
    const acts = decided === undefined ? undefined : actsOn(principal, section.name, decided, at);
    return acts?.read === true ? [{ ...section, acts }] : [];
  });
  const byRecord = Map.groupBy(readable, ({ record }) => record);
  const described = [...byRecord.keys()].flatMap((id) => facts.get(id)?.facts ?? []);
  const around = loaded?.around ?? (await loadSurroundings(db, authority, described));
  const ids = readable.map(({ id }) => id);
  const [authors, projections] = [await authorsOf(db, authority, ids), await projectionsOf(db, authority, ids)];
  return [...byRecord].flatMap(([record, sections]): ReadableRecord[] => {
    const decided = facts.get(record);
    if (decided === undefined) return [];
    return [
      {
        facts: factsHeader(principal, decided, around, at),
        sections: sections.map(({ id, name, epoch, acts }) => ({
          record,
          section: id,
          name,
          epoch,
          oldestWriter: oldestWriterIn(name),
          acts,
          authors: authorsFor(principal, authors.get(id) ?? [], decided.facts, at),
          projection: projections.get(id) ?? null,
        })),
      },
    ];
  });
}

/** The oldest versions that may write in a section, as this server's schema says; any may where it knows none. */
function oldestWriterIn(name: string): WriterVersions {
  const schema = sectionFor(name);
  return schema === undefined ? { version: 1, extensions: {} } : oldestWritersOf(schema);
}
