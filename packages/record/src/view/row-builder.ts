import { Claim, inOrder, noClaims } from '../claims/claim.ts';
import type { ClaimIndex } from '../claims/claim-index.ts';
import type { Entity } from '../claims/entity.ts';
import { canonicalJson, isStoredJson, memberOf, type Json } from '../json.ts';
import type { Dispute } from '../meaning/meaning.ts';
import type { ClaimPlan } from '../schema/plan.ts';
import { readText } from '../texts/text-reading.ts';
import type { Basis } from './shown.ts';
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
export function buildRow(owner: ClaimIndex, entity: Entity, old: Basis | undefined): BuiltRow {
  const { group } = entity;
  const members: Members = group.kind === 'section' ? {} : { id: entity.id };
  const disputes: FieldDispute[] = [];
  const values: Json[] = [];
  if (group.kind === 'log') {
    for (const value of readEntry(group.claims, entity.cells[group.existence] ?? noClaims)) values.push(value);
  } else {
    for (const field of group.claims) {
      const claims = entity.cells[field.slot] ?? noClaims;
      const { value, dispute } = field.meaning.read(claims);
      if (dispute !== undefined) disputes.push({ ...dispute, field, standing: value });
      values.push(
        old?.cells[field.slot] === claims
          ? (old.values[field.slot] ?? null)
          : sameIfEqual(value, old?.values[field.slot]),
      );
    }
  }
  for (const field of group.claims) if (field.kind !== 'position') members[field.name] = values[field.slot];
  const texts = group.texts.map((field) => {
    const reading = entity.texts[field.slot] ?? readText(owner.textOf(field.path, entity.id), field);
    entity.texts[field.slot] = reading;
    members[field.name] = reading.shown;
    return reading;
  });
  const basis: Basis = { owner, cells: [...entity.cells], values, texts, strikes: entity.strikes };
  const struck = judgeStrikes(basis);
  if (struck.type === 'missed') members['struck'] = Object.freeze({ why: struck.why });
  const key = group.order === undefined ? null : (values[group.order] ?? null);
  return { members, basis, key: typeof key === 'string' ? key : null, disputes, struck };
}

interface Members {
  [name: string]: unknown;
}

// A list or object that says the same stays the same object, so that what watches it need not look again.
function sameIfEqual(value: Json, before: Json | undefined): Json {
  if (typeof value !== 'object' || value === null || before === undefined) return value;
  return canonicalJson(value) === canonicalJson(before) ? before : value;
}

// Two claims for one entry are not written by this library; should there be two, every replica shows the same one.
function readEntry(fields: readonly ClaimPlan[], claims: readonly Claim[]): readonly Json[] {
  const stored = inOrder(claims)[0]?.value ?? null;
  return fields.map((field) => field.meaning.read(memberClaims(field, stored)).value);
}

// Each member is read as if it were a claim of its own.
function memberClaims(field: ClaimPlan, entry: Json): readonly Claim[] {
  const value = typeof entry === 'object' && entry !== null ? memberOf(entry, field.name) : undefined;
  if (!isStoredJson(value)) return noClaims;
  const members: readonly unknown[] = field.kind === 'set' && Array.isArray(value) ? value : [value];
  return members.filter(isStoredJson).map((member) => new Claim(0, 0, member, {}));
}
