import { Claim, inOrder, noClaims } from '../claims/claim.ts';
import type { ClaimIndex } from '../claims/claim-index.ts';
import type { Entity } from '../claims/entity.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { Dispute, Reading } from '../meaning/meaning.ts';
import type { ClaimPlan } from '../schema/plan.ts';
import { readText, type TextReading } from '../texts/text-reading.ts';
import { Shown, memberOf, type Basis } from './shown.ts';
import { judgeStrikes, type Struck } from './strike.ts';

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
  readonly disputes: readonly FieldDispute[];
  readonly struck: Struck;
}

/** Makes what an entity shows; values that are as they were are the same objects as before. */
export function buildRow(owner: ClaimIndex, entity: Entity, before: Shown | undefined): BuiltRow {
  const { group } = entity;
  const old = before === undefined ? undefined : Shown.basisOf(before);
  const members: { [name: string]: unknown } = group.kind === 'section' ? {} : { id: entity.id };
  const disputes: FieldDispute[] = [];
  let key: string | null = null;
  if (group.kind === 'log') {
    key = readEntry(group.claims, entity.cells[group.existence] ?? noClaims, members);
  } else {
    for (const field of group.claims) {
      const claims = entity.cells[field.slot] ?? noClaims;
      const reading = field.meaning.read(claims);
      if (reading.dispute !== undefined) disputes.push({ ...reading.dispute, field, standing: reading.value });
      if (field.kind === 'position') key = keyOf(reading.value);
      else members[field.name] = before === undefined ? reading.value : unlessEqual(reading, old?.cells[field.slot] === claims, memberOf(before, field.name));
    }
  }
  const texts = group.texts.map((field) => {
    const reading: TextReading = entity.texts[field.slot] ?? readText(owner.textOf(field.path, entity.id), field);
    entity.texts[field.slot] = reading;
    members[field.name] = reading.shown;
    return reading;
  });
  const basis: Basis = { owner, cells: [...entity.cells], texts, strikes: entity.strikes };
  const struck = judgeStrikes(basis);
  if (struck.type === 'missed') members['struck'] = Object.freeze({ why: struck.why });
  return { members, basis, key, disputes, struck };
}

// A list or object that says the same stays the same object, so that what watches it need not look again.
function unlessEqual({ value }: Reading, sameClaims: boolean, before: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return sameClaims || canonicalJson(value) === canonicalJson(before as Json) ? before : value;
}

// Two claims for one entry are not written by this library; should there be two, every replica shows the same one.
function readEntry(fields: readonly ClaimPlan[], claims: readonly Claim[], members: { [name: string]: unknown }): string | null {
  const stored = inOrder(claims)[0];
  const entry: object = typeof stored?.value === 'object' && stored.value !== null ? stored.value : {};
  for (const field of fields) {
    const value: unknown = memberOf(entry, field.name);
    members[field.name] = field.meaning.read(asClaims(field, value as Json | undefined)).value;
  }
  return keyOf(members['occurredOn']);
}

function asClaims(field: ClaimPlan, value: Json | undefined): readonly Claim[] {
  if (value === undefined) return noClaims;
  const values: readonly Json[] = field.kind === 'set' && Array.isArray(value) ? value : [value];
  return values.map((each) => new Claim(0, 0, each, {}));
}

const keyOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
