import { Claim, inOrder, noClaims } from '../claims/claim.ts';
import type { ClaimIndex } from '../entities/claim-index.ts';
import type { Entity } from '../entities/entity.ts';
import { canonicalJson, isStoredJson, memberOf, type Json } from '../json.ts';
import type { Dispute, Reading } from '../meaning/meaning.ts';
import type { ClaimPlan, GroupPlan, TextPlan } from '../schema/plan.ts';
import { readText, type TextReading } from '../texts/text-reading.ts';
import { applyUpgrades } from './apply-upgrades.ts';
import { addendaOf } from './addenda.ts';
import type { Basis } from './shown.ts';
import { judgeStrikes, type Struck } from './strike.ts';
import { unshownFields } from './unshown-fields.ts';

/** A contradiction in one field of an entity. */
export interface FieldDispute extends Dispute {
  readonly field: ClaimPlan;
  readonly standing: Json;
}

/** What an entity shows, and what has to be asked about it. */
export interface BuiltRow {
  readonly members: { readonly [name: string]: unknown };
  readonly basis: Basis;
  readonly key: string | null;
  readonly struck: Struck;
  /** What its references show; undefined where it has none, or nobody asked. */
  readonly refs: string | undefined;
}

/** Tells what references show. */
interface References {
  /** What a field shows of ids: those whose target shows. */
  shown(field: ClaimPlan, value: Json): Json;
  /** The same as long as all references of an entity show what they show. */
  keyOf(group: GroupPlan, readings: readonly Reading[]): string;
}

/**
 * Makes what an entity shows. What its claims say is read anew only where they are other claims than before.
 *
 * @param resolver - tells which targets of references show; without it, references show as they are stored
 */
export function buildRow(owner: ClaimIndex, entity: Entity, old: Basis | undefined, resolver?: References): BuiltRow {
  const { group } = entity;
  const cells = entity.cells.slice();
  const texts = group.texts.length + entity.strayRoots.size === 0 ? noTexts : readTexts(owner, entity);
  const written = group.kind === 'log' ? readEntry(group, cells) : readFields(group, cells, old);
  const readings = group.upgrades.length === 0 ? written : upgraded(entity, cells, written, texts, old);
  const members: { [name: string]: unknown } = group.kind === 'section' ? {} : { id: entity.id };
  for (const { kind, name, slot } of group.claims)
    if (kind !== 'position') members[name] = readings[slot]?.value ?? null;
  let refs: string | undefined;
  if (resolver !== undefined && group.refs.length > 0) {
    for (const field of group.refs) members[field.name] = resolver.shown(field, readings[field.slot]?.value ?? null);
    refs = resolver.keyOf(group, readings);
  }
  for (const { name, slot } of group.texts) members[name] = texts[slot]?.shown;
  const addenda = group.addenda === undefined ? [] : addendaOf(cells[group.addenda] ?? noClaims);
  if (addenda.length > 0) members['addenda'] = addenda;
  const { strikes } = entity;
  const unshown = unshownFields(entity, { cells, readings, texts, strikes });
  const basis: Basis = { owner, cells, readings, texts, strikes, unshown };
  if (unshown.length > 0) members['unshown'] = Object.freeze(unshown.map(({ name }) => name));
  const struck = judgeStrikes(basis);
  if (struck.type === 'missed') members['struck'] = Object.freeze({ why: struck.why });
  const key = group.order === undefined ? null : readings[group.order]?.value;
  return { members, basis, key: typeof key === 'string' ? key : null, struck, refs };
}

/** The contradictions among what an entity's claims say. */
export function disputesOf(group: GroupPlan, { readings }: Basis): readonly FieldDispute[] {
  return group.claims.flatMap((field) => {
    const { value = null, dispute } = readings[field.slot] ?? {};
    return dispute === undefined ? [] : [{ ...dispute, field, standing: value }];
  });
}

function readFields(group: GroupPlan, cells: Basis['cells'], old: Basis | undefined): readonly Reading[] {
  return group.claims.map(({ slot, meaning }) => {
    const claims = cells[slot] ?? noClaims;
    const before = old?.readings[slot];
    if (before !== undefined && old?.cells[slot] === claims) return before;
    const reading = meaning.read(claims);
    const value = sameIfEqual(reading.value, before?.value);
    return value === reading.value ? reading : { ...reading, value };
  });
}

function upgraded(
  { id, group }: Entity,
  cells: Basis['cells'],
  written: readonly Reading[],
  texts: readonly TextReading[],
  old: Basis | undefined,
): readonly Reading[] {
  const rest = group.kind === 'section' ? {} : { id };
  const textOf = ({ slot }: TextPlan): unknown => texts[slot]?.shown;
  const readings = applyUpgrades(group, written, isWrittenIn(group, cells), textOf, rest);
  return readings.map((reading, slot) => ({
    ...reading,
    value: sameIfEqual(reading.value, old?.readings[slot]?.value),
  }));
}

/** Tells whether anybody has written a field; for an entry, whether it was written with it. */
function isWrittenIn(group: GroupPlan, cells: Basis['cells']): (field: ClaimPlan) => boolean {
  // What a later version wrote was written, though it is not shown.
  if (group.kind !== 'log') return ({ slot }) => (cells[slot] ?? noClaims).length > 0;
  const stored = entryOf(group, cells);
  return (field) => memberClaims(field, stored).length > 0;
}

function readTexts(owner: ClaimIndex, entity: Entity): readonly TextReading[] {
  const known = entity.group.texts.map((field) => {
    const reading = entity.texts[field.slot] ?? readText(owner.textOf(field.path, entity.id), field);
    entity.texts[field.slot] = reading;
    return reading;
  });
  return entity.strayRoots.size === 0 ? known : [...known, ...owner.strayTextsOf(entity)];
}

const noTexts: readonly TextReading[] = Object.freeze([]);

// A list or object that says the same stays the same object, so that what watches it need not look again.
function sameIfEqual(value: Json, before: Json | undefined): Json {
  if (typeof value !== 'object' || value === null || before === undefined) return value;
  return canonicalJson(value) === canonicalJson(before) ? before : value;
}

// Two claims for one entry are not written by this library; should there be two, every replica shows the same one.
function readEntry(group: GroupPlan, cells: Basis['cells']): readonly Reading[] {
  const stored = entryOf(group, cells);
  return group.claims.map((field) => field.meaning.read(memberClaims(field, stored)));
}

const entryOf = (group: GroupPlan, cells: Basis['cells']): Json =>
  inOrder(cells[group.existence] ?? noClaims)[0]?.value ?? null;

// Each member is read as if it were a claim of its own.
function memberClaims(field: ClaimPlan, entry: Json): readonly Claim[] {
  const value = typeof entry === 'object' && entry !== null ? memberOf(entry, field.name) : undefined;
  if (!isStoredJson(value)) return noClaims;
  const members: readonly unknown[] = field.kind === 'set' && Array.isArray(value) ? value : [value];
  return members.filter(isStoredJson).map((member) => new Claim(0, 0, member, {}));
}
