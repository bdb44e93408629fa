import { Claim, noClaims } from '../claims/claim.ts';
import { copyJson, type Json } from '../json.ts';
import type { Reading } from '../meaning/meaning.ts';
import type { ClaimPlan, GroupPlan, TextPlan } from '../schema/plan.ts';

/**
 * What the fields of an entity show once its upgrades have filled in what nobody wrote.
 *
 * A value that its field does not allow, and one for a field that was written, are passed over; an upgrade that throws
 * gives nothing: one odd row must not keep a section from being read.
 *
 * @param isWritten - whether anybody has written the field
 * @param textOf - what a text shows
 * @param rest - what the entity shows beside its fields: its id
 */
export function applyUpgrades(
  group: GroupPlan,
  readings: readonly Reading[],
  isWritten: (field: ClaimPlan) => boolean,
  textOf: (field: TextPlan) => unknown,
  rest: object,
): readonly Reading[] {
  const result = readings.map((reading, slot) => {
    const field = group.claims[slot];
    // What an upgrade once gave is no ground for what it gives now.
    return field === undefined || isWritten(field) ? reading : field.meaning.read(noClaims);
  });
  for (const { upgrade, layer } of group.upgrades) {
    // A device without an extension shows the same of all that is below it.
    const below = group.claims.filter((field) => field.layer <= layer);
    const values = below.map(({ name, slot }) => [name, result[slot]?.value ?? null] as const);
    const texts = group.texts
      .filter((field) => field.layer <= layer)
      .map((field) => [field.name, textOf(field)] as const);
    const given = upgrade(Object.freeze({ ...rest, ...Object.fromEntries([...texts, ...values]) }));
    for (const [name, value] of entriesOf(given)) {
      const field = below.find((claim) => claim.name === name);
      if (field === undefined || field.layer < layer || field.kind === 'position' || isWritten(field)) continue;
      const reading = readingOf(field, value);
      if (reading !== undefined) result[field.slot] = reading;
    }
  }
  return result;
}

const entriesOf = (given: object): readonly (readonly [string, unknown])[] => Object.entries(given);

function readingOf(field: ClaimPlan, value: unknown): Reading | undefined {
  const given: readonly unknown[] = field.kind === 'set' && Array.isArray(value) ? value : [value];
  const claims = given.flatMap((member) => {
    const copied = copyJson(member);
    return copied.ok ? field.meaning.understood([claimOf(copied.value)]) : [];
  });
  return claims.length === given.length ? field.meaning.read(claims) : undefined;
}

const claimOf = (value: Json): Claim => new Claim(0, 0, value, {});
