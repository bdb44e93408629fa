import { type AnyKind, type DecisionEntry, foldEntries, type Model } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { StartFailure } from '../database/start-failure.ts';
import { loadStates } from '../decisions/load-states.ts';
import { writeDerived } from '../decisions/write-derived.ts';
import { writeFacts, writeLinks } from '../decisions/write-facts.ts';
import { lockAuthority } from '../directory/authority.ts';
import { indexOf } from '../model/index-of.ts';
import { around } from '../decisions/around.ts';

/** So many records are folded again in one transaction. */
const AT_ONCE = 200;

/**
 * Folds the facts of records again where those of their kind are of a newer version, from the entries of the log. Where
 * records are looked for, and what leans on what, follows.
 *
 * @throws {StartFailure} where an entry is not understood; what was not folded is as it was
 */
export async function foldAgain(
  db: Db,
  authority: string,
  model: Model,
  at: number,
  tell: (words: string) => void,
): Promise<void> {
  for (const kind of model.kinds.values()) {
    const { rows } = await sql<{ older: number }>`
      select count(*) as older from record
      where authority = ${authority} and kind = ${kind.name} and facts_version < ${kind.facts.version}`.execute(db);
    const older = rows[0]?.older ?? 0;
    if (older === 0) continue;
    tell(`Folding the facts of ${older} records (${kind.name}) again, for version ${kind.facts.version}.`);
    let done = 0;
    for (;;) {
      const folded = await db.transaction().execute((trx) => foldSome(trx, authority, model, kind, at));
      if (folded === 0) break;
      done += folded;
      if (done % (AT_ONCE * 25) === 0) tell(`Folded ${done} of ${older}.`);
    }
  }
}

async function foldSome(trx: Trx, authority: string, model: Model, kind: AnyKind, at: number): Promise<number> {
  await lockAuthority(trx, authority);
  const { rows } = await sql<{ record: string }>`
    select id as record from record
    where authority = ${authority} and kind = ${kind.name} and facts_version < ${kind.facts.version}
    order by id limit ${AT_ONCE}`.execute(trx);
  const records = rows.map(({ record }) => record);
  if (records.length === 0) return 0;
  const entries = await entriesOf(trx, authority, records);
  const facts = records.map((record) => {
    const folded = foldEntries(model, kind, record, entries.get(record) ?? []);
    if (folded.type === 'facts') return { record, kind: kind.name, facts: folded.facts };
    throw new StartFailure(
      'data-not-understood',
      `A decision (${folded.entry.name}, version ${folded.entry.version}) in the log is not understood by this release: ${folded.why}. Start the release that wrote it, or one that keeps its decisions; what was not folded is as it was.`,
    );
  });
  await writeFacts(trx, authority, model, facts);
  await writeLinks(
    trx,
    authority,
    new Map(facts.map((one) => [one.record, indexOf(model, { ...one, linkedFrom: [] })?.links ?? []])),
  );
  // The keys of those around follow from the links.
  const { records: near } = await around(trx, authority, records);
  const touched = [...new Set([...records, ...near])];
  const states = [...(await loadStates(trx, authority, touched)).values()];
  await writeDerived(trx, authority, model, { states, touched, head: await headNow(trx, authority), told: at });
  return records.length;
}

async function headNow(trx: Trx, authority: string): Promise<() => number> {
  const { rows } = await sql<{ seq: number }>`select seq from authority where id = ${authority}`.execute(trx);
  const head = rows[0]?.seq ?? 0;
  return () => head;
}

/** The entries of records in their order; one that was begun beside another has the entry of that one. */
async function entriesOf(
  trx: Trx,
  authority: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly DecisionEntry[]>> {
  const { rows } = await sql<DecisionEntry & { of: string }>`
    select d.record as of, e.name, e.version, e.record, e.form, e.principal as who, e.at
    from decision d join decision e on e.authority = d.authority and e.seq = coalesce(d.of, d.seq)
    where d.authority = ${authority} and d.record = any(${[...records]}) and d.type in ('decided', 'begun', 'adopted')
    order by d.seq`.execute(trx);
  return Map.groupBy(rows, ({ of }) => of);
}
