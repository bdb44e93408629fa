import type { Trx } from './database.ts';

/** A store of before this server ran any model, while it is being carried over. */
export interface CarryingOver {
  /** Everything happens in it: a store that could not be carried over is as it was. */
  readonly trx: Trx;
  /** The version of the store. */
  readonly from: number;
  /** Creates the tables of today. What has their names must have been moved away before. */
  createTables(): Promise<void>;
}

/** Brings a store of before to the tables of today. What throws ends the start, and nothing was changed. */
export type CarryOver = (carrying: CarryingOver) => Promise<void>;
