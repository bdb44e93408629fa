/** One stretch of a text replaced by another. */
export interface Splice {
  readonly index: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The one replacement that makes `after` of `before`, as small as can be. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // Never between the halves of one character.
  if (head > 0 && isHighHalf(before.charCodeAt(head - 1))) head -= 1;
  if (tail > 0 && isLowHalf(before.charCodeAt(before.length - tail))) tail -= 1;
  return { index: head, removed: before.length - head - tail, inserted: after.slice(head, after.length - tail) };
}

/** Where a caret belongs after a splice that somebody else made. */
export function caretAfter(caret: number, { index, removed, inserted }: Splice): number {
  if (caret <= index) return caret;
  return Math.max(index, caret - removed) + (caret >= index + removed ? inserted.length : 0);
}

const isHighHalf = (code: number): boolean => code >= 0xd8_00 && code <= 0xdb_ff;
const isLowHalf = (code: number): boolean => code >= 0xdc_00 && code <= 0xdf_ff;
