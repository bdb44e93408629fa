import type { AnyKind, Model } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { around } from '../decisions/around.ts';
import { loadStates } from '../decisions/load-states.ts';
import { writeDerived } from '../decisions/write-derived.ts';
import { writeFacts, writeLinks } from '../decisions/write-facts.ts';
import { lockAuthority } from '../directory/authority.ts';
import { indexOf } from '../model/index-of.ts';
import { foldedAnew, olderThan } from './folded-anew.ts';

/** So many records are folded again in one transaction. */
const AT_ONCE = 200;

/**
 * Makes sure, before anything is changed, that every entry of the log is understood whose record is to be folded again.
 *
 * @throws {StartFailure}
 */
export async function assertFoldable(db: Db, authority: string, model: Model): Promise<void> {
  for (const kind of model.kinds.values()) {
    let last = '';
    for (;;) {
      const records = await olderThan(db, authority, kind, last, AT_ONCE);
      if (records.length === 0) break;
      await foldedAnew(db, authority, model, kind, records);
      last = records.at(-1) ?? last;
    }
  }
}

/**
 * Folds the facts of records again where those of their kind are of a newer version, from the entries of the log. Where
 * records are looked for, and what leans on what, follows.
 *
 * @param at - now: rights that ran out before are told of by devices comparing what they hold
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
  const records = await olderThan(trx, authority, kind, '', AT_ONCE);
  if (records.length === 0) return 0;
  const facts = await foldedAnew(trx, authority, model, kind, records);
  await writeFacts(trx, authority, model, facts);
  const linksOf = (one: (typeof facts)[number]) => indexOf(model, { ...one, linkedFrom: [] })?.links ?? [];
  await writeLinks(trx, authority, new Map(facts.map((one) => [one.record, linksOf(one)])));
  // The keys of those around follow from the links.
  const { records: near } = await around(trx, authority, records);
  const touched = [...new Set([...records, ...near])];
  const states = [...(await loadStates(trx, authority, touched)).values()];
  const { rows } = await sql<{ seq: number }>`select seq from authority where id = ${authority}`.execute(trx);
  const head = rows[0]?.seq ?? 0;
  await writeDerived(trx, authority, model, { states, touched, head: () => head, momentsUpTo: at });
  return records.length;
}
