import { randomBytes } from 'node:crypto';
import type { Model } from '@caseweave/model';
import type { Trx } from '../database/database.ts';
import { indexOf, peopleAround } from '../model/index-of.ts';
import { createSections } from '../sections/create-sections.ts';
import { loadUnits } from '../directory/units.ts';
import { loadKnown } from './load-known.ts';
import { logTouched, type TouchedRow } from './log-touched.ts';
import type { Logged } from './logged.ts';
import type { NewEntry, NewFacts } from './new-entry.ts';
import { writeFacts, writeLinks } from './write-facts.ts';
import { around } from './around.ts';

/**
 * Writes entries of the log with the facts that they leave, in the one order; the authority's row is taken already. No
 * record is in two of them.
 *
 * Everyone whose rights they may touch is found through the keys, and live connections hear of them through the log: a
 * record's rights and what is told of it may follow from the records that link to it, and that it links to.
 *
 * @returns each entry as it was logged
 */
export async function writeEntries(
  trx: Trx,
  authority: string,
  model: Model,
  entries: readonly NewEntry[],
  at: number,
): Promise<readonly Logged[]> {
  const changed = new Map(entries.flatMap(({ facts, begun }) => [facts, ...begun]).map((one) => [one.record, one]));
  const links = new Map(Array.from(changed, ([record, one]) => [record, linksOf(model, one)]));
  const named = [...changed.keys(), ...entries.flatMap(({ others }) => others)];
  const near = await around(trx, authority, named);
  // What comes to lean on a record, or does so no more, is told to those who look at the others that it leans on.
  const moved = [...links].flatMap(([record, now]) => difference(now, near.linksOf(record)));
  const further = moved.every((record) => named.includes(record)) ? [] : (await around(trx, authority, moved)).records;
  const touched = new Set([...named, ...near.records, ...[...links.values()].flat(), ...further]);

  const rows = [...touched].map((record): TouchedRow => ({ record, type: 'around', entry: null, of: null }));
  const byRecord = new Map(rows.map((row) => [row.record, row]));
  for (const entry of entries) {
    byRecord.set(entry.facts.record, {
      record: entry.facts.record,
      type: entry.type,
      entry: { ...entry, id: entry.type === 'decided' ? randomId() : null },
      of: null,
    });
    for (const { record } of entry.begun)
      byRecord.set(record, { record, type: 'begun', entry: null, of: entry.facts.record });
  }
  const { logged, after, seqOf } = await logTouched(trx, authority, model, [...byRecord.values()], { at }, async () => {
    await writeFacts(trx, authority, model, [...changed.values()]);
    await writeLinks(trx, authority, links);
  });
  const states = [...after.values()];
  const known = await loadKnown(trx, authority, model, {
    people: states.flatMap((state) => peopleAround(model, state)),
    records: [],
    states: after,
    units: await loadUnits(trx, authority),
  });
  await createSections(trx, authority, model, {
    states,
    known,
    created: seqOf,
    proposed: entries.flatMap(({ sections }) => sections),
  });
  const ofRecord = new Map(logged.map((one) => [one.record, one]));
  return entries.flatMap(({ facts: { record } }) => ofRecord.get(record) ?? []);
}

const linksOf = (model: Model, facts: NewFacts): readonly string[] =>
  indexOf(model, { ...facts, linkedFrom: [] })?.links ?? [];

// Readers are told this id; nothing can be read out of it.
const randomId = (): string => randomBytes(16).toString('base64url');

const difference = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...a.filter((one) => !b.includes(one)),
  ...b.filter((one) => !a.includes(one)),
];
