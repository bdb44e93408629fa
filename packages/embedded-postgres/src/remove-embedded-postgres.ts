import { rm } from 'node:fs/promises';
import { clusterIn, existingHome, pointer } from './home.ts';
import { takeOwnership } from './ownership.ts';
import { runningPostmaster } from './postmaster-file.ts';
import { stopPostmaster } from './postmaster.ts';

/**
 * Removes all data of the embedded PostgreSQL in a folder, stopping it first if nobody uses it any more.
 *
 * @returns Whether there was any.
 * @throws {EmbeddedPostgresError} `in-use` if a server runs on it; nothing is removed then.
 */
export const removeEmbeddedPostgres = async (dataFolder: string): Promise<boolean> => {
  const home = await existingHome(dataFolder);
  if (home === undefined) return false;

  const running = await runningPostmaster(clusterIn(home));
  if (running !== undefined) {
    const { release } = await takeOwnership(running, () => {});
    await release();
    await stopPostmaster(running);
  }
  await rm(home, { recursive: true, force: true });
  await rm(pointer(dataFolder), { force: true });
  return true;
};
