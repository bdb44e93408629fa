import { join } from 'node:path';
import { readyBinaries } from './binaries.ts';
import { openCluster } from './cluster.ts';
import { clusterIn, existingHome, openHome } from './home.ts';
import { type PostgresConnection, takeOwnership } from './ownership.ts';
import { type Postmaster, runningPostmaster } from './postmaster-file.ts';
import { patience, startPostmaster, stopPostmaster } from './postmaster.ts';
import { awaited } from './process-life.ts';
import { serviceUser } from './service-user.ts';

/** A PostgreSQL of our own on a folder, running. */
export type EmbeddedPostgres = AsyncDisposable & {
  readonly connection: PostgresConnection;
  /** Whether it was running already: our process was killed, and PostgreSQL was not. */
  readonly isAdopted: boolean;
  /** Stops it in good order; asking twice stops it once. Close your own connections first, or they break. */
  stop(): Promise<void>;
};

/** What the embedded PostgreSQL needs to know. */
export type EmbeddedPostgresOptions = {
  /** Where the data lies; made if it is not there. */
  readonly dataFolder: string;
  /** Told in a sentence what is being done. */
  readonly log?: (message: string) => void;
  /** Called once if PostgreSQL goes away without being asked to. */
  readonly onLost?: () => void;
};

/**
 * Starts a durable PostgreSQL on a folder, or takes over the one that still runs there.
 *
 * @throws {EmbeddedPostgresError} with a `code`, when it cannot.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { dataFolder, log = () => {}, onLost = () => {} } = options;
  const { postmaster, isAdopted } = await startedOrAdopted(dataFolder, log);

  let isStopping = false;
  const { connection, release } = await takeOwnership(postmaster, () => {
    if (!isStopping) onLost();
    isStopping = true;
  });

  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    isStopping = true;
    // If PostgreSQL is gone already, there is nothing left to release.
    stopped ??= release()
      .catch(() => undefined)
      .then(() => stopPostmaster(postmaster));
    return stopped;
  };
  return { connection, isAdopted, stop, [Symbol.asyncDispose]: stop };
};

const startedOrAdopted = async (
  dataFolder: string,
  log: (message: string) => void,
): Promise<{ readonly postmaster: Postmaster; readonly isAdopted: boolean }> => {
  const existing = await existingHome(dataFolder);
  const user = await serviceUser(existing === undefined ? undefined : clusterIn(existing));
  const home = existing ?? (await openHome(dataFolder, user));
  const cluster = clusterIn(home);

  const running = await readyPostmaster(cluster);
  if (running !== undefined) {
    log('The embedded PostgreSQL still runs: taking it over.');
    return { postmaster: running, isAdopted: true };
  }

  const binaries = await readyBinaries();
  await openCluster(cluster, binaries, user);
  log(`Starting the embedded PostgreSQL on ${cluster}.`);
  try {
    return { postmaster: await startPostmaster(cluster, join(home, 'postgres.log'), binaries, user), isAdopted: false };
  } catch (error) {
    // Another process may have started it at the same moment: then the two settle who owns it.
    const others = await readyPostmaster(cluster);
    if (others !== undefined) return { postmaster: others, isAdopted: true };
    throw error;
  }
};

/** The PostgreSQL that runs on this data, once it takes connections; `undefined` if none runs. */
const readyPostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const found = await awaited(async () => {
    const running = await runningPostmaster(cluster);
    if (running === undefined) return 'none';
    return running.isReady ? running : undefined;
  }, patience);
  return found === 'none' ? undefined : found;
};
