import { rm } from 'node:fs/promises';
import { existingHome, pointer } from './home.ts';
import { stopUnlessUsed } from './stop-unless-used.ts';

/**
 * Removes all data of the embedded PostgreSQL in a folder, stopping it first if nobody uses it any more.
 *
 * @returns Whether there was any.
 * @throws {EmbeddedPostgresError} `in-use` if a server runs on it; nothing is removed then.
 */
export const removeEmbeddedPostgres = async (dataFolder: string): Promise<boolean> => {
  const home = await existingHome(dataFolder);
  if (home === undefined) return false;

  await stopUnlessUsed(home);
  await rm(home, { recursive: true, force: true });
  await rm(pointer(dataFolder), { force: true });
  return true;
};
