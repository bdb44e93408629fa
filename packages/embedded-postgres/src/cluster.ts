import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { isAlive } from './process-life.ts';
import type { ServiceUser } from './service-user.ts';

/** The name of the database's only role, which may do everything in it. */
export const role = 'caseweave';

/**
 * Makes the folder of the data if it is not there yet, and checks that these programs can read it.
 *
 * @throws {EmbeddedPostgresError} `data-newer` or `data-older` if another version of PostgreSQL wrote it.
 */
export const openCluster = async (cluster: string, binaries: Binaries, user: ServiceUser): Promise<void> => {
  const written = await versionOfData(cluster);
  if (written === undefined) return createCluster(cluster, binaries, user);
  if (written === binaries.major) return;

  const newer = written > binaries.major;
  throw new EmbeddedPostgresError(
    newer ? 'data-newer' : 'data-older',
    `The data in ${cluster} is of PostgreSQL ${written}, and these programs are of PostgreSQL ${binaries.major}. ` +
      `Nothing was changed. Use ${newer ? 'a newer' : 'the older'} version of this package, or name another data folder.`,
  );
};

const versionOfData = async (cluster: string): Promise<number | undefined> => {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
};

/** Fills a folder aside and renames it: a start that is broken off leaves no half-made data behind. */
const createCluster = async (cluster: string, binaries: Binaries, user: ServiceUser): Promise<void> => {
  await removeAbandoned(cluster);
  const partial = `${cluster}.partial-${process.pid}`;
  await mkdir(partial, { mode: 0o700 });
  if (process.getuid?.() === 0) await chown(partial, user.uid, user.gid);

  const encoding = ['--encoding=UTF8', '--locale=C'];
  // Only the socket is open, and its folder is private to the user: whoever reaches it may come in.
  const access = ['--auth-local=trust', '--auth-host=reject', `--username=${role}`];
  try {
    await promisify(execFile)(binaries.initdb, [`--pgdata=${partial}`, ...encoding, ...access], {
      ...user,
      cwd: '/',
      env: environment,
    });
    await rename(partial, cluster);
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    // Another process made it at the same moment.
    if ((await versionOfData(cluster)) !== undefined) return;
    throw new EmbeddedPostgresError(
      'not-started',
      `PostgreSQL could not make its data in ${cluster}. Is there room on the disk? ${reason(cause)}`,
      { cause },
    );
  }
};

/** What PostgreSQL's programs see of the environment: nothing that would change how they speak or where they connect. */
export const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const removeAbandoned = async (cluster: string): Promise<void> => {
  const folder = join(cluster, '..');
  for (const name of await readdir(folder)) {
    const maker = Number(/^cluster\.partial-(\d+)$/.exec(name)?.[1]);
    if (Number.isInteger(maker) && !isAlive(maker)) await rm(join(folder, name), { recursive: true, force: true });
  }
};

const reason = (cause: unknown): string =>
  cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
