import { EmbeddedPostgresError, removeEmbeddedPostgres } from '@caseweave/embedded-postgres';
import { StartFailure } from '../database/start-failure.ts';
import { importCommand } from './import-command.ts';
import { readSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { startCommand } from './start-command.ts';

/** Runs a command of the server and gives the process's exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const settings = readSettings(args, surroundings.env);
    if (settings.command === 'start') await startCommand(settings, surroundings);
    else if (settings.command === 'import') await importCommand(settings, surroundings);
    else if (settings.databaseUrl !== undefined) {
      throw new StartFailure('bad-option', 'Only the embedded store is emptied: unset CASEWEAVE_DATABASE_URL.');
    } else {
      await removeEmbeddedPostgres(settings.dataFolder);
      surroundings.say('The embedded store is empty.');
    }
    return 0;
  } catch (error) {
    if (!(error instanceof StartFailure || error instanceof EmbeddedPostgresError)) throw error;
    surroundings.complain(error instanceof StartFailure ? error.message : `${error.message} ${storeSettings}`);
    return 1;
  }
}

/** What the embedded PostgreSQL cannot say, since it does not know how a command is told where its data lies. */
const storeSettings = 'CASEWEAVE_DATA names the data folder, CASEWEAVE_DATABASE_URL a PostgreSQL of your own.';
