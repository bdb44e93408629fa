import type { HistoryChange } from './history-row.ts';

/** What was deleted from a text and typed in it, in one stretch; undefined where it is the same. */
export function typedBetween(before: string, after: string): Pick<HistoryChange, 'before' | 'after'> | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const ofEnd = (text: string, from: number, to: number): string => text.slice(text.length - to, text.length - from);
  let end = longest(shorter - start, (from, to) => ofEnd(before, from, to) === ofEnd(after, from, to));
  // A character outside the basic plane is two units, of which one alone is none.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1;
  return { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}

/** How far two texts are the same: stretch by stretch and not by the letter, since texts are long and changes are not. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let [known, open] = [0, limit];
  while (known < open) {
    const middle = Math.ceil((known + open) / 2);
    if (isSame(known, middle)) known = middle;
    else open = middle - 1;
  }
  return known;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
