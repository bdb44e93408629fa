import { removeEmbeddedPostgres } from '@caseweave/embedded-postgres';
import { StartFailure } from '../database/start-failure.ts';
import type { Command } from './command.ts';
import { readSettings } from './settings.ts';

/** `reset`: empties the embedded store. A PostgreSQL of somebody's own is left alone. */
export const resetCommand: Command = {
  async run({ env, say }) {
    const { databaseUrl, dataFolder } = readSettings(env);
    if (databaseUrl !== undefined)
      throw new StartFailure('bad-option', 'Only the embedded store is emptied: unset CASEWEAVE_DATABASE_URL.');
    await removeEmbeddedPostgres(dataFolder);
    say('The embedded store is empty.');
  },
};
