import type { ClaimIndex } from '../claims/claim-index.ts';
import { noClaims, type Claim } from '../claims/claim.ts';
import type { Entity } from '../claims/entity.ts';
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
  const texts = () => entity.group.texts.map((field) => readText(index.textOf(field.path, entity.id), field));
  return { cells: entity.cells, strikes: entity.strikes, texts };
}

/** What a view or one of its rows shows of an entity. */
export function seenIn(index: ClaimIndex, shown: Shown, entity: Entity): Seen {
  const { owner, cells, strikes, texts } = Shown.basisOf(shown);
  if (owner === index) return { cells, strikes, texts: () => texts };
  // A view of the same section from before it was opened anew, under a form that stayed open: what it showed and still
  // stands has been seen. The claim must say the same in the same place, or it is another document's of that number.
  const standing = (claims: readonly Claim[], there: readonly Claim[]): readonly Claim[] =>
    claims.flatMap((claim) => {
      const held = index.claimAt(claim);
      return held !== undefined && there.includes(held) && held.canonical === claim.canonical ? [held] : [];
    });
  return {
    cells: entity.cells.map((there, slot) => standing(cells[slot] ?? noClaims, there)),
    strikes: standing(strikes, entity.strikes),
    texts: () => texts,
  };
}

/** Nothing of an entity. */
export const nothingSeen = (group: GroupPlan): Seen => ({
  cells: Array.from({ length: group.slots }, () => noClaims),
  strikes: noClaims,
  texts: () => [],
});
