import type { Reading } from '../meaning/meaning.ts';
import type { GroupPlan } from '../schema/plan.ts';

/** What a row is called: its first register that is filled in (what is to be done, a title), in words. */
export function rowWords(group: GroupPlan, readings: readonly Reading[]): string | undefined {
  for (const { kind, slot, meaning, target } of group.kind === 'section' ? [] : group.claims) {
    const value = readings[slot]?.value ?? null;
    if (kind === 'register' && target === undefined && value !== null) return meaning.words(value);
  }
  return undefined;
}
