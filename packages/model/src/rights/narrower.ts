import { type Cell, cellCondition, cellLevel } from './cell.ts';
import { lower } from './level.ts';

/**
 * Whether a cell allows nobody more than another: its level is no higher, under the same condition where there is one.
 * Where there was none, a condition that seats people would let in those who have no seat.
 *
 * @param seatsPeople - whether a condition seats people itself
 */
export function isNarrower(cell: Cell, other: Cell, seatsPeople: (condition: string) => boolean): boolean {
  const [level, condition] = [cellLevel(cell), cellCondition(cell)];
  if (level === 'none') return true;
  if (lower(level, cellLevel(other)) !== level) return false;
  const its = cellCondition(other);
  return condition === its || (its === undefined && condition !== undefined && !seatsPeople(condition));
}
