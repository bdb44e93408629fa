import { compareText, type Claim } from '../claims/claim.ts';
import { memberOf, type Json } from '../json.ts';

/** Something added to an entry: how many there were of them before, as its author saw it, and the words. */
export type AddendumValue = { readonly nth: number; readonly text: string };

/** The additions to an entry: in the order in which they were made, by what their authors saw and no clock. */
export function addendaOf(claims: readonly Claim[]): readonly string[] {
  const addenda = claims.flatMap(({ value }) => addendumOf(value) ?? []);
  const ordered = addenda.toSorted((a, b) => a.nth - b.nth || compareText(a.text, b.text));
  return Object.freeze(ordered.map(({ text }) => text));
}

/** Reads the value of an addition; undefined for what is none. */
export function addendumOf(value: Json): AddendumValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const nth = memberOf(value, 'nth');
  const text = memberOf(value, 'text');
  return typeof nth === 'number' && typeof text === 'string' ? { nth, text } : undefined;
}
