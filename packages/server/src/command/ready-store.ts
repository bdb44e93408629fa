import { copyEmbeddedPostgres, EmbeddedPostgresError } from '@caseweave/embedded-postgres';
import { sql } from 'kysely';
import type { CarryOver } from '../database/carry-over.ts';
import { type DatabaseAddress, openDatabase } from '../database/database.ts';
import { FIRST_VERSION } from '../database/migrations.ts';
import { plainFailure } from '../database/plain-failure.ts';
import { StartFailure } from '../database/start-failure.ts';
import { openStore, type Store } from './open-store.ts';
import type { Settings } from './settings.ts';
import type { ProcessContext } from './process-context.ts';

/** How a program carries over a store of before this server ran any model, and what it says of it beforehand. */
export interface CarriesOver {
  readonly carryOver: CarryOver;
  /** What stays, what changes and what becomes of the old tables, for the person at the terminal. */
  readonly words: string;
}

/**
 * Opens the store that a command works on. One that will be carried over is told of first: the embedded one is copied, so
 * that there is a way back, and one by URL is left alone until the settings say that it may be.
 */
export async function readyStore(
  settings: Settings,
  say: ProcessContext['say'],
  carries: CarriesOver | undefined,
): Promise<Store> {
  const store = await openStore(settings, say);
  let version: number;
  try {
    version = carries === undefined ? FIRST_VERSION : await versionOf(store.address);
    if (carries === undefined || version >= FIRST_VERSION) return store;
    say(`This store was written by an earlier version of Caseweave (store version ${version}). ${carries.words}`);
    if (settings.databaseUrl !== undefined) {
      if (settings.mayCarryOver) return store;
      throw new StartFailure(
        'data-older',
        'Make a backup, stop whatever else uses the database, set CASEWEAVE_CARRY_OVER=1 and start again. Nothing was changed.',
      );
    }
  } catch (error) {
    await store[Symbol.asyncDispose]();
    throw error;
  }
  await store[Symbol.asyncDispose]();
  const copy = await copyBeside(settings.dataFolder, `${settings.dataFolder}-version-${version}`);
  say(`A copy of it as it was is in ${copy}: the earlier version starts on it with CASEWEAVE_DATA=${copy}.`);
  return openStore(settings, say);
}

/** The version of a store; that of a new one, where there is none yet. */
async function versionOf(address: DatabaseAddress): Promise<number> {
  const database = openDatabase(address, 1);
  try {
    const { rows: there } = await sql`select where to_regclass('store_version') is not null`.execute(database.db);
    if (there.length === 0) return FIRST_VERSION;
    const { rows } = await sql<{ version: number }>`select version from store_version`.execute(database.db);
    return rows[0]?.version ?? FIRST_VERSION;
  } catch (error) {
    throw plainFailure(error);
  } finally {
    await database.close();
  }
}

/** Copies a store into the folder of that name, or of that name and the first number that is free. */
async function copyBeside(dataFolder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? name : `${name}-${number}`;
    try {
      await copyEmbeddedPostgres(dataFolder, folder);
      return folder;
    } catch (error) {
      if (!(error instanceof EmbeddedPostgresError) || error.code !== 'folder-taken') throw error;
    }
  }
}
