import type { SectionSummary } from '../described/section-summary.ts';
import { type Cell, cellCondition, cellLevel } from '../rights/cell.ts';
import { isNarrower } from '../rights/narrower.ts';
import { type ModelDifference, notes, unlessSame } from './difference.ts';

/** Compares a row of the rights table: rights are no structure, and each change is shown, wider or narrower. */
export function compareRights(
  path: string,
  { rights: before, always: was }: SectionSummary,
  { rights: after, always: is }: SectionSummary,
  seating: readonly string[],
): readonly ModelDifference[] {
  const seats = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return [
    ...seats.flatMap((seat) =>
      unlessSame(before[seat] ?? 'none', after[seat] ?? 'none', (old, now) =>
        notes(`${path}.rights.${seat}`, `${said(now)}, and was ${said(old)}: ${direction(old, now, seating)}`),
      ),
    ),
    ...unlessSame(was, is, () =>
      notes(`${path}.always`, is === null ? 'is under no condition any more: wider' : `is under the condition ${is}`),
    ),
  ];
}

const said = (cell: Cell): string => {
  const condition = cellCondition(cell);
  return condition === undefined ? cellLevel(cell) : `${cellLevel(cell)} where ${condition}`;
};

/** Whether a cell allows more than it did, less, or something else. A condition may seat people whom its seat does not. */
function direction(before: Cell, after: Cell, seating: readonly string[]): string {
  const seatsPeople = (condition: string): boolean => seating.includes(condition);
  const isNoLess = isNarrower(before, after, seatsPeople);
  const isNoMore = isNarrower(after, before, seatsPeople);
  if (isNoLess && !isNoMore) return 'wider';
  return isNoMore ? 'narrower' : 'wider here, narrower there';
}
