import type { Level } from './level.ts';

/** What a seat allows in a section: up to a level, or up to a level where a named condition holds. */
export type Cell<Condition extends string = string> = Level | { readonly level: Level; readonly when: Condition };

/** A row of the rights table: a cell for each seat of the record's kind. A seat that is left out does not compile. */
export type RightsRow<Seat extends string = string, Condition extends string = string> = Readonly<
  Record<Seat, Cell<Condition>>
>;

/** The rights table of a model: a row for each section, by its name (`notes.*` for a series of sections). */
export type RightsTable = Readonly<Record<string, RightsRow>>;

/** The level of a cell, whatever its condition. */
export const cellLevel = (cell: Cell): Level => (typeof cell === 'string' ? cell : cell.level);

/** The condition of a cell; undefined where there is none. */
export const cellCondition = (cell: Cell): string | undefined => (typeof cell === 'string' ? undefined : cell.when);
