import { noClaims } from '../claims/claim.ts';
import type { Entity } from '../entities/entity.ts';
import { canonicalJson, type Json } from '../json.ts';
import { pathIn } from '../entities/entity-paths.ts';
import type { ClaimPlan, TextPlan } from '../schema/plan.ts';
import { labelOf } from '../view/unshown-list.ts';
import { unshownWords } from '../words.ts';
import { addendaOf } from '../view/addenda.ts';
import type { Resolver } from '../view/resolver.ts';
import type { BuiltRow } from '../view/row-builder.ts';
import { rowWords } from '../view/row-words.ts';
import { exists, shows } from '../view/shows.ts';
import { strikeOf } from '../view/strike.ts';
import type { Reading } from '../meaning/meaning.ts';
import type { HistoryChange } from './history-row.ts';
import { typedBetween } from './typed-between.ts';

/** What an entity was when it was last looked at. */
export type Known = BuiltRow;

/** What is different about an entity, in words. */
export function changesOf(
  { id, group }: Entity,
  before: Known | undefined,
  after: Known,
  resolver: Resolver,
): readonly HistoryChange[] {
  const was = before !== undefined && shows(group, before);
  const is = shows(group, after);
  if (!was && !is) return [];
  const row = rowWords(group, (is ? after : (before ?? after)).basis.readings);
  const common = { entity: id, ...(row !== undefined && { row }) };
  const ofRow = { ...common, path: group.name, label: group.label };
  if (!is) return [{ ...ofRow, type: 'struck', before: row ?? group.label, after: whyStruck(after) }];
  const changes: HistoryChange[] = [];
  if (!was && group.kind !== 'section') {
    const isNew = before === undefined || !exists(group, before.basis.cells);
    changes.push({ ...ofRow, type: isNew ? 'added' : 'shown-again', before: '', after: row ?? group.label });
  }
  for (const field of group.claims) {
    if (field.kind === 'position') continue;
    const { path, label } = field;
    const told = field.kind === 'set' || group.kind === 'log' ? ofShown : ofWritten;
    for (const change of told(field, before, after, resolver)) {
      changes.push({ ...common, type: 'field', path, label, ...change });
    }
  }
  if (group.addenda !== undefined) {
    const known = addendaOf(before?.basis.cells[group.addenda] ?? noClaims);
    for (const addendum of addendaOf(after.basis.cells[group.addenda] ?? noClaims)) {
      if (!known.includes(addendum)) changes.push({ ...ofRow, type: 'added-to', before: '', after: addendum });
    }
  }
  for (const field of group.texts) {
    const typed = typedBetween(textIn(before, field), textIn(after, field));
    if (typed === undefined) continue;
    changes.push({ ...common, type: 'text', path: field.path, label: field.label, ...typed });
  }
  const known = new Set(before?.basis.unshown.flatMap(({ claims }) => claims));
  const names = new Set(before?.basis.unshown.map(({ name }) => name));
  for (const { name, claims } of after.basis.unshown) {
    if (names.has(name) && claims.every((claim) => known.has(claim))) continue;
    const [path, label] = [pathIn(group, name), labelOf(group, name)];
    changes.push({ ...common, type: 'unshown', path, label, before: '', after: unshownWords });
  }
  return changes;
}

type Told = Pick<HistoryChange, 'before' | 'after'>;

/** What was written in a field, also where something else stands: it is what this person said. */
function ofWritten(field: ClaimPlan, before: Known | undefined, after: Known, resolver: Resolver): readonly Told[] {
  const known = new Set(before?.basis.cells[field.slot]);
  const claims = field.meaning.understood(after.basis.cells[field.slot] ?? noClaims);
  const written = new Map(claims.filter((claim) => !known.has(claim)).map((claim) => [claim.canonical, claim.value]));
  if (written.size === 0) return ofShown(field, before, after, resolver);
  const said = saidBefore(field, before, resolver);
  return [...written.values()]
    .map((value) => ({ before: said, after: resolver.words(field, value) }))
    .filter((change) => change.before !== change.after);
}

/** All that was said in a field: several values where they contradicted each other. */
function saidBefore(field: ClaimPlan, before: Known | undefined, resolver: Resolver): string {
  const reading = before?.basis.readings[field.slot] ?? field.meaning.read(noClaims);
  if (isUnread(reading)) return unshownWords;
  const { value, dispute } = reading;
  const values: readonly Json[] = dispute === undefined ? [value] : dispute.claims.map((claim) => claim.value);
  return [...new Set(values.map((one) => resolver.words(field, one)))].join(' or ');
}

function ofShown(field: ClaimPlan, before: Known | undefined, after: Known, resolver: Resolver): readonly Told[] {
  const nothing = field.meaning.read(noClaims);
  const [was, is] = [before, after].map((known) => known?.basis.readings[field.slot] ?? nothing);
  // That there is something which cannot be said is told by itself.
  if (was === undefined || is === undefined || isUnread(is)) return [];
  if (!isUnread(was) && canonicalJson(was.value) === canonicalJson(is.value)) return [];
  const words = (reading: Reading): string =>
    isUnread(reading)
      ? unshownWords
      : Array.isArray(reading.value)
        ? reading.value.map((member: Json) => resolver.words(field, member)).join(', ')
        : resolver.words(field, reading.value);
  return [{ before: words(was), after: words(is) }];
}

/** Whether there is nothing in a field but what this version cannot show. */
const isUnread = ({ value, unshown }: Reading): boolean => value === null && unshown !== undefined;

const textIn = (known: Known | undefined, { slot }: TextPlan): string => {
  const shown = known?.basis.texts[slot]?.shown ?? '';
  return typeof shown === 'string' ? shown : shown.text;
};

const whyStruck = ({ basis }: Known): string => {
  const [strike] = basis.strikes;
  return strikeOf(strike?.value ?? null)?.why ?? '';
};
