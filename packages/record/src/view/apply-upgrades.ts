import { Claim, noClaims } from '../claims/claim.ts';
import { copyJson, type Json } from '../json.ts';
import type { Reading } from '../meaning/meaning.ts';
import type { ClaimPlan, GroupPlan } from '../schema/plan.ts';
import type { GroupUpgrade } from '../upgrade/upgrades.ts';

/**
 * What the fields of an entity show once its upgrades have filled in what nobody wrote.
 *
 * A value that its field does not allow, and one for a field that was written, are passed over; an upgrade that throws
 * gives nothing: one odd row must not keep a section from being read.
 *
 * @param isWritten - whether anybody has written the field
 * @param rest - what the entity shows beside its claims: its id, its texts
 */
export function applyUpgrades(
  group: GroupPlan,
  readings: readonly Reading[],
  isWritten: (field: ClaimPlan) => boolean,
  rest: object,
): readonly Reading[] {
  const result = readings.map((reading, slot) => {
    const field = group.claims[slot];
    // What an upgrade once gave is no ground for what it gives now.
    return field === undefined || isWritten(field) ? reading : field.meaning.read(noClaims);
  });
  for (const upgrade of group.upgrades) {
    const values = group.claims.map(({ name, slot }) => [name, result[slot]?.value ?? null] as const);
    for (const [name, value] of entriesOf(upgrade, { ...rest, ...Object.fromEntries(values) })) {
      const field = group.claims.find((claim) => claim.name === name);
      if (field === undefined || field.kind === 'position' || isWritten(field)) continue;
      const reading = readingOf(field, value);
      if (reading !== undefined) result[field.slot] = reading;
    }
  }
  return result;
}

const entriesOf = (upgrade: GroupUpgrade, shown: object): readonly (readonly [string, unknown])[] =>
  Object.entries(upgrade(Object.freeze(shown)));

function readingOf(field: ClaimPlan, value: unknown): Reading | undefined {
  const given: readonly unknown[] = field.kind === 'set' && Array.isArray(value) ? value : [value];
  const claims = given.flatMap((member) => {
    const copied = copyJson(member);
    return copied.ok ? field.meaning.understood([claimOf(copied.value)]) : [];
  });
  return claims.length === given.length ? field.meaning.read(claims) : undefined;
}

const claimOf = (value: Json): Claim => new Claim(0, 0, value, {});
