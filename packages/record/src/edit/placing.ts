import { keyBetween, keysBetween } from '../fractional-index.ts';
import { byKey, type RowPlace } from '../view/ordered.ts';
import type { Script } from './script.ts';
import type { Target } from './target.ts';

/** Places a new row after all others, where rows have places. */
export function placeLast(script: Script, target: Target): void {
  const slot = target.group.position?.slot;
  if (slot === undefined) return;
  const { group } = target;
  const last = script.context.viewer.ordered(group).last();
  // A row without a place shows after all that have one, so it is given one before anything can come after it.
  if (last?.key === null) placeRow(script, target, siblings(script, target).at(-1)?.id);
  else write(script, target, slot, keyBetween(higher(last?.key, script.highestKeys.get(group)), null));
}

/**
 * Places a row right after another, or first. Only this row is written, unless its new neighbours stand at the same
 * place (two people added at once), have none yet, or leave no room between them (so many rows were moved there): then
 * these are written too, in the order in which they showed.
 */
export function placeRow(script: Script, target: Target, after: string | undefined): void {
  const slot = target.group.position?.slot;
  if (slot === undefined) {
    const remedy = 'Declare a position in the schema.';
    script.refuse(target.group.name, { code: 'unknown-field', rule: 'these rows have no places', remedy });
    return;
  }
  const rows = siblings(script, target);
  const index = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && index === 0) {
    const rule = 'the row to come after is not there';
    script.refuse(target.group.name, { code: 'no-such-row', rule, remedy: 'Take the id from the view.' });
    return;
  }
  const moved: string[] = [target.id];
  let start = index;
  while (start > 0 && rows[start - 1]?.key === null) moved.unshift(rows[(start -= 1)]?.id ?? '');
  let end = index;
  let keys: readonly string[] | undefined;
  for (;;) {
    const [low, high] = [rows[start - 1]?.key ?? null, rows[end]?.key ?? null];
    keys = keysBetween(low, high, moved.length);
    if (keys !== undefined) break;
    // Towards the side where it is more crowded. In the end there is nothing on one side, and room enough.
    const isLeft = low !== null && (high === null || (low < high && low.length > high.length));
    if (isLeft) moved.unshift(rows[(start -= 1)]?.id ?? '');
    else moved.push(rows[(end += 1) - 1]?.id ?? '');
  }
  for (const [place, id] of moved.entries()) {
    const row = script.target(target.group, id);
    const key = keys[place];
    if (row !== undefined && key !== undefined) write(script, row, slot, key);
  }
}

function write({ highestKeys }: Script, target: Target, slot: number, key: string): void {
  target.write(slot, key);
  if (key > (highestKeys.get(target.group) ?? '')) highestKeys.set(target.group, key);
}

const higher = (one: string | null = null, other: string | null = null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

// The other rows in order, with the places that this edit has given them already.
function siblings(script: Script, target: Target): readonly RowPlace[] {
  const { group } = target;
  const slot = group.position?.slot ?? 0;
  const placed = new Map<string, string | null>();
  for (const { id, key } of script.context.viewer.ordered(group)) placed.set(id, key);
  for (const { id, values } of script.targetsOf(group)) {
    const key = values.get(slot);
    if (typeof key === 'string') placed.set(id, key);
  }
  placed.delete(target.id);
  return [...placed].map(([id, key]) => ({ id, key })).toSorted(byKey);
}
