import { spawn } from 'node:child_process';
import { chown, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import type { Binaries } from './binaries.ts';
import { environment } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { isRunning, type Postmaster, postmasterFile, runningPostmaster, writtenPostmaster } from './postmaster-file.ts';
import { awaited, isAlive } from './process-life.ts';
import type { ServiceUser } from './service-user.ts';

/** Socket paths are cut off at some hundred characters, so it is not below the data folder. */
const socketFolderPrefix = '/tmp/caseweave-';

/** How long PostgreSQL may take to start (it may have to read its log after a crash) and to stop. */
export const patience = 60_000;

/** Starts PostgreSQL on its data as a process that outlives ours, and waits until it takes connections. */
export const startPostmaster = async (
  cluster: string,
  logFile: string,
  binaries: Binaries,
  user: ServiceUser,
): Promise<Postmaster> => {
  await clearAway(cluster);
  let said = '';
  const started = await awaited(async () => {
    const attempt = await startOnce(cluster, logFile, binaries, user);
    if (attempt !== undefined) return attempt;
    said = (await readFile(logFile, 'utf8').catch(() => '')).trim();
    // After a kill, the helpers of the one before may need a moment to notice that they are orphans.
    return said.includes('shared memory block') ? undefined : 'failed';
  }, patience);
  if (started !== undefined && started !== 'failed') return started;

  const lastLines = said.split('\n').slice(-5).join('\n');
  throw new EmbeddedPostgresError('not-started', `PostgreSQL did not start on ${cluster}. It said:\n${lastLines}`);
};

const startOnce = async (
  cluster: string,
  logFile: string,
  binaries: Binaries,
  user: ServiceUser,
): Promise<Postmaster | undefined> => {
  const socketFolder = await mkdtemp(socketFolderPrefix);
  if (process.getuid?.() === 0) await chown(socketFolder, user.uid, user.gid);

  const log = await open(logFile, 'w');
  const child = spawn(binaries.postgres, ['-D', cluster, '-k', socketFolder, ...settings], {
    ...user,
    cwd: '/',
    env: environment,
    // In a session of its own: Ctrl-C is for us, and we stop it in good order.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  let hasEnded = false;
  child.once('error', () => (hasEnded = true)).once('exit', () => (hasEnded = true));
  child.unref();
  await log.close();

  const found = await awaited(async () => {
    if (hasEnded) return 'ended';
    const running = await runningPostmaster(cluster);
    return running?.isReady === true && running.pid === child.pid ? running : undefined;
  }, patience);
  if (found !== undefined && found !== 'ended') return found;

  child.kill('SIGQUIT');
  await rm(socketFolder, { recursive: true, force: true });
  return undefined;
};

/** Stops PostgreSQL in good order: open transactions are undone, what is committed is written. */
export const stopPostmaster = async (postmaster: Postmaster): Promise<void> => {
  const { pid, socketFolder } = postmaster;
  if (await isRunning(postmaster)) process.kill(pid, 'SIGINT');
  const ended = await awaited(async () => ((await isRunning(postmaster)) ? undefined : true), patience);
  if (ended === undefined) {
    throw new EmbeddedPostgresError(
      'not-stopped',
      `PostgreSQL (process ${pid}) did not stop within ${patience / 1000} s. Nothing is lost; stop it yourself and start again.`,
    );
  }
  await removeSocketFolder(socketFolder);
};

/** Removes what an earlier PostgreSQL left when it was killed, or when the machine went down. */
const clearAway = async (cluster: string): Promise<void> => {
  const left = await writtenPostmaster(cluster);
  if (left === undefined) return;
  await removeSocketFolder(left.socketFolder);
  // PostgreSQL removes a stale file itself, and looks for stragglers first; only if another process has come by the same
  // number does it believe that it still runs. The caller has seen that it does not.
  if (isAlive(left.pid)) await rm(postmasterFile(cluster), { force: true });
};

const removeSocketFolder = async (folder: string): Promise<void> => {
  if (folder.startsWith(socketFolderPrefix)) await rm(folder, { recursive: true, force: true });
};

const settings: readonly string[] = [
  // No port is open: the socket is the only way in.
  'listen_addresses=',
  'unix_socket_permissions=0700',
  // An acknowledged edit is on the disk. These are the defaults, said aloud because everything rests on them.
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'TimeZone=UTC',
  // The log repeats neither statements nor the values of rows: they may be about people.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
].flatMap((setting) => ['-c', setting]);
