import { noClaims, type Claim, type ClaimMeta, type ClaimTuple } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import { strikeSeeing, type StrikeValue } from '../view/strike.ts';
import { addendaPath, type TextPlan } from '../schema/plan.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';
import type { TextScript } from './text-script.ts';

/** A strike that is to be written, after all else that the edit writes. */
export interface PlannedStrike {
  readonly id: string;
  readonly value: StrikeValue;
  readonly meta: ClaimMeta;
  /** Whether the edit also writes in the row, which the strike has then seen too. */
  readonly seesOwnWrites: boolean;
}

/** What an edit writes. */
export interface Writes {
  readonly superseded: Claim[];
  readonly claims: ClaimTuple[];
  readonly texts: { readonly field: TextPlan; readonly id: string; readonly script: TextScript }[];
  readonly strikes: PlannedStrike[];
}

/** Whether there is nothing to write. */
export const isNothing = ({ superseded, claims, texts, strikes }: Writes): boolean =>
  superseded.length + claims.length + texts.length + strikes.length === 0;

type Collected = Writes & { readonly meta: ClaimMeta };

/**
 * Turns a script into what is written: only claims that the edit's basis held are superseded.
 *
 * @param meta - what the writer says of each claim
 */
export function planWrites(script: Script, meta: ClaimMeta): Writes {
  const writes: Collected = { superseded: [], claims: [], texts: [], strikes: [], meta };
  script.eachTarget((target) => planTarget(target, writes));
  return writes;
}

function planTarget(target: Target, writes: Collected): void {
  const { group, id } = target;
  const before = writes.claims.length + writes.texts.length;
  if (target.creation !== undefined) {
    writes.claims.push([id, group.name, target.creation, writes.meta]);
  }
  for (const [slot, value] of target.values) planValue(target, slot, value, writes);
  for (const slot of target.sets.keys()) planSet(target, slot, writes);
  for (const [slot, script] of target.texts) {
    const field = group.texts[slot];
    if (field === undefined || script.isEmpty) continue;
    writes.texts.push({ field, id, script });
  }
  const addedBefore = target.seen.cells[group.addenda ?? -1]?.length ?? 0;
  for (const [nth, text] of target.addenda.entries()) {
    // Numbered by what there is, for an order that needs no clock.
    writes.claims.push([id, addendaPath(group), { nth: addedBefore + nth, text }, writes.meta]);
  }
  planStrike(target, writes, writes.claims.length + writes.texts.length > before);
}

function planValue(target: Target, slot: number, value: Json, writes: Collected): void {
  const field = target.group.claims[slot];
  if (field === undefined) return;
  for (const claim of field.meaning.understood(target.seen.cells[slot] ?? noClaims)) writes.superseded.push(claim);
  writes.claims.push([target.id, field.path, value, writes.meta]);
}

function planSet(target: Target, slot: number, writes: Collected): void {
  const field = target.group.claims[slot];
  if (field === undefined) return;
  const { added, removed } = target.set(slot);
  for (const claim of target.seen.cells[slot] ?? noClaims) {
    if (added.has(claim.canonical) || removed.has(claim.canonical)) writes.superseded.push(claim);
  }
  for (const value of added.values()) writes.claims.push([target.id, field.path, value, writes.meta]);
}

function planStrike({ id, seen, strike }: Target, writes: Collected, seesOwnWrites: boolean): void {
  if (strike === undefined) return;
  writes.superseded.push(...seen.strikes);
  if (strike.type === 'restore') return;
  const value = strikeSeeing({ cells: seen.cells, texts: seen.texts() }, strike.why);
  writes.strikes.push({ id, value, meta: writes.meta, seesOwnWrites });
}
