import type { Asked, Condition } from '../kinds/condition.ts';
import type { AnyKind } from '../kinds/kind.ts';
import type { Seat } from '../kinds/seat.ts';
import { type RightsTable, cellCondition, cellLevel } from '../rights/cell.ts';
import { type Level, higher, holds, isLevel, levels, lower } from '../rights/level.ts';
import { type ReportFault, contained } from '../rights/report-fault.ts';
import { type AnySectionPart, rowOf } from '../sections/section-part.ts';

/** A cell of a row, with its seat and condition at hand. */
interface CompiledCell {
  readonly seatName: string;
  readonly seat: Seat<unknown, unknown>;
  readonly level: Level;
  readonly condition: Condition<unknown, unknown, string> | undefined;
}

/** A row of the rights table, made ready to be asked often: the highest levels first. */
export interface CompiledRow {
  readonly path: string;
  readonly cells: readonly CompiledCell[];
  readonly always: Condition<unknown, unknown, string> | undefined;
}

/** Makes the row of a part ready. */
export function compileRow(
  part: AnySectionPart,
  { seats, conditions }: Pick<AnyKind, 'seats' | 'conditions'>,
  table: RightsTable,
): CompiledRow {
  const row = rowOf(part);
  const cells = Object.entries(table[row] ?? part.rights).flatMap(([seatName, cell]): CompiledCell[] => {
    const seat = seats[seatName];
    const level = cellLevel(cell);
    if (seat === undefined || level === 'none') return [];
    const named = cellCondition(cell);
    const condition = named === undefined ? undefined : conditions[named];
    // On a condition that there is none of, nothing is allowed.
    return named !== undefined && condition === undefined ? [] : [{ seatName, seat, level, condition }];
  });
  return {
    path: `rights.${row}`,
    cells: cells.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level)),
    always: part.always === undefined ? undefined : conditions[part.always],
  };
}

/** The most that a row allows somebody. What throws allows nothing, and is told. */
export function levelIn(row: CompiledRow, asked: Asked<unknown, unknown>, report: ReportFault): Level {
  let level: Level = 'none';
  for (const { seatName, seat, level: most, condition } of row.cells) {
    // The cells come with the highest first: none that follows gives more.
    if (most === level || holds(level, most === 'none' ? 'read' : most)) break;
    if (!sits(row, seatName, seat, condition, asked, report)) continue;
    level = higher(level, condition === undefined ? most : lower(most, allowedBy(row, condition, asked, report)));
  }
  return row.always === undefined || level === 'none' ? level : lower(level, allowedBy(row, row.always, asked, report));
}

const sits = (
  { path }: CompiledRow,
  name: string,
  seat: Seat<unknown, unknown>,
  condition: Condition<unknown, unknown, string> | undefined,
  { who, state, at }: Asked<unknown, unknown>,
  report: ReportFault,
): boolean =>
  contained(report, `${path}.${name}`, () => seat.holds(who, state, at) || condition?.sits?.(who) === name, false);

/** What a condition allows; nothing where it throws, or answers what is no level. */
function allowedBy(
  { path }: CompiledRow,
  condition: Condition<unknown, unknown, string>,
  asked: Asked<unknown, unknown>,
  report: ReportFault,
): Level {
  const allowed = contained(report, `${path} where ${condition.says}`, () => condition.allows(asked), false);
  if (typeof allowed === 'boolean') return allowed ? 'write' : 'none';
  return isLevel(allowed) ? allowed : 'none';
}
