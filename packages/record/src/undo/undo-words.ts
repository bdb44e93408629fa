import { strikeField, type PlacedClaim } from '../entities/claim-index.ts';
import type { ClaimIndex } from '../entities/claim-index.ts';
import type { Entity } from '../entities/entity.ts';
import { claimFieldAt } from '../schema/plan.ts';
import type { Resolver } from '../view/resolver.ts';
import { buildRow } from '../view/row-builder.ts';
import { rowWords } from '../view/row-words.ts';
import { strikeOf } from '../view/strike.ts';

/** Why a row was struck that its writer took back. */
export const takenBack = 'taken back';

/** What a row is called, with what it is: "Action Mend the lamp". */
export function rowName(index: ClaimIndex, entity: Entity): string {
  const words = rowWords(entity.group, buildRow(index, entity, undefined).basis.readings);
  return words === undefined ? entity.group.label : `${entity.group.label} ${words}`;
}

/** What a claim is about: "by when of Mend the lamp". */
export function claimName(index: ClaimIndex, resolver: Resolver, { claim, entity: id, field }: PlacedClaim): string {
  const entity = index.holder(field, id);
  if (entity === undefined) return field;
  if (field === strikeField) {
    const isOwnRow = strikeOf(claim.value)?.why === takenBack;
    return isOwnRow ? rowName(index, entity) : `${rowName(index, entity)}, entered in error`;
  }
  const plan = claimFieldAt(index.plan, field);
  if (plan === undefined) return rowName(index, entity);
  const label = plan.kind === 'set' ? `${plan.label} ${resolver.words(plan, claim.value)}` : plan.label;
  return inRow(index, entity, label);
}

/** What a root text is about: "words in note of Sleep". */
export function textName(index: ClaimIndex, name: string): string {
  const [path = '', id = ''] = name.split('/');
  const entity = index.holder(path, id);
  const plan = entity?.group.texts[index.plan.textPaths.get(path)?.slot ?? -1];
  return entity === undefined || plan === undefined ? path : `words in ${inRow(index, entity, plan.label)}`;
}

/** Joins names as a sentence does: "a, b and c"; of many only the first are named. */
export function listed(names: readonly string[]): string {
  const named = [...new Set(names)];
  if (named.length > 4) return `${named.slice(0, 3).join(', ')} and ${named.length - 3} more`;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}

function inRow(index: ClaimIndex, entity: Entity, label: string): string {
  // "By when" begins small within a sentence, "ID number" does not.
  const lower = /^[A-Z](?![A-Z])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  if (entity.group.kind === 'section') return lower;
  const row = rowWords(entity.group, buildRow(index, entity, undefined).basis.readings);
  return `${lower} of ${row ?? entity.group.label}`;
}
