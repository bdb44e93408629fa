import { clusterIn } from './home.ts';
import { takeOwnership } from './ownership.ts';
import { runningPostmaster } from './postmaster-file.ts';
import { stopPostmaster } from './postmaster.ts';

/**
 * Stops a PostgreSQL that lived on after its owner was killed, so that its files may be handled.
 *
 * @throws {EmbeddedPostgresError} `in-use` if it has an owner.
 */
export const stopUnlessUsed = async (home: string): Promise<void> => {
  const running = await runningPostmaster(clusterIn(home));
  if (running === undefined) return;
  const { release } = await takeOwnership(running, () => {});
  await release();
  await stopPostmaster(running);
};
