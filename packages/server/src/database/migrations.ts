import { tables } from './tables.ts';

/** The version of a store that has the first tables; those before it were of a server for one domain. */
export const FIRST_VERSION = 9;

/** What brings a store from nothing to the first version, and from each version to the next. Only ever appended to. */
export const migrations: readonly string[] = [tables];

/** The version that a store has here. */
export const STORE_VERSION = FIRST_VERSION + migrations.length - 1;
