import { type AnyKind, type DecisionEntry, foldEntries, type Model } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { StartFailure } from '../database/start-failure.ts';
import type { NewFacts } from '../decisions/new-entry.ts';

/** Records of a kind whose facts are of an older version, in the order of their ids. */
export async function olderThan(
  db: Db,
  authority: string,
  { name, facts }: AnyKind,
  after: string,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`
    select id as record from record
    where authority = ${authority} and kind = ${name} and facts_version < ${facts.version} and id collate "C" > ${after}
    order by id collate "C" limit ${most}`.execute(db);
  return rows.map(({ record }) => record);
}

/**
 * What the entries of records of a kind fold into.
 *
 * @throws {StartFailure} where one of them is not understood
 */
export async function foldedAnew(
  db: Db,
  authority: string,
  model: Model,
  kind: AnyKind,
  records: readonly string[],
): Promise<readonly NewFacts[]> {
  const entries = await entriesOf(db, authority, records);
  return records.map((record) => {
    const folded = foldEntries(model, kind, record, entries.get(record) ?? []);
    if (folded.type === 'facts') return { record, kind: kind.name, facts: folded.facts };
    const { name, version } = folded.entry;
    throw new StartFailure(
      'data-not-understood',
      `The log has a decision (${name}, version ${version}) that this release of the model does not understand: ${folded.why}. Start the release that wrote it, or one that still knows its decisions; nothing was changed.`,
    );
  });
}

/** The entries of records in their order; one that was begun beside another has the entry of that one. */
async function entriesOf(
  db: Db,
  authority: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly DecisionEntry[]>> {
  const { rows } = await sql<DecisionEntry & { of: string }>`
    select d.record as of, e.name, e.version, e.record, e.form, e.principal as who, e.at
    from decision d join decision e on e.authority = d.authority and e.seq = coalesce(d.of, d.seq)
    where d.authority = ${authority} and d.record = any(${[...records]}) and d.type in ('decided', 'begun', 'adopted')
    order by d.seq`.execute(db);
  return Map.groupBy(rows, ({ of }) => of);
}
