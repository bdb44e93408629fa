import type { ClaimIndex } from '../entities/claim-index.ts';
import { noClaims, type Claim } from '../claims/claim.ts';
import type { Entity } from '../entities/entity.ts';
import type { GroupPlan } from '../schema/plan.ts';
import { readText, type TextReading } from '../texts/text-reading.ts';
import { Shown } from '../view/shown.ts';

/** What an edit saw of an entity. */
export interface Seen {
  readonly cells: readonly (readonly Claim[])[];
  readonly strikes: readonly Claim[];
  /** Read when asked for: only a strike needs them. */
  readonly texts: () => readonly TextReading[];
}

/** What there is of an entity now. */
export function seenNow(index: ClaimIndex, entity: Entity): Seen {
  const texts = () => [
    ...entity.group.texts.map((field) => readText(index.textOf(field.path, entity.id), field)),
    ...index.strayTextsOf(entity),
  ];
  return { cells: entity.cells, strikes: entity.strikes, texts };
}

/** What a view or one of its rows shows of an entity. */
export function seenIn(index: ClaimIndex, shown: Shown, entity: Entity): Seen {
  const { owner, cells, strikes, texts } = Shown.basisOf(shown);
  if (owner === index) return { cells, strikes, texts: () => texts };
  return {
    cells: entity.cells.map((there, slot) => standing(index, cells[slot] ?? noClaims, there)),
    strikes: standing(index, strikes, entity.strikes),
    texts: () => texts,
  };
}

/** What a view that does not show an entity knew of it: the strikes that hid it, if it was there at all. */
export function unseenIn(index: ClaimIndex, view: Shown, entity: Entity): Seen {
  const strikes = Shown.hiddenStrikesOf(view, entity);
  return { ...nothingSeen(entity.group), strikes: standing(index, strikes, entity.strikes) };
}

/**
 * The claims that a view showed and that still stand. In a view of the same section from before it was opened anew,
 * under a form that stayed open, these are other objects: a claim must say the same in the same place, or it is another
 * document's of that number.
 */
function standing(index: ClaimIndex, claims: readonly Claim[], there: readonly Claim[]): readonly Claim[] {
  return claims.flatMap((claim) => {
    const held = index.claimAt(claim);
    return held !== undefined && there.includes(held) && held.canonical === claim.canonical ? [held] : [];
  });
}

/** Nothing of an entity. */
export const nothingSeen = (group: GroupPlan): Seen => ({
  cells: Array.from({ length: group.slots }, () => noClaims),
  strikes: noClaims,
  texts: () => [],
});
