import { constants } from 'node:fs';
import { chmod, chown, copyFile, lstat, mkdir, open, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { clusterIn, existingHome, openHome, pointer } from './home.ts';
import { stopUnlessUsed } from './stop-unless-used.ts';
import { runningPostmaster } from './postmaster-file.ts';
import { type ServiceUser, serviceUser } from './service-user.ts';

/** What copying needs to know. */
export type CopyOptions = {
  /** How many bytes are free where a folder lies; the file system is asked, unless something else is said. */
  readonly roomIn?: (folder: string) => Promise<number>;
};

/** A folder that is being copied into has this file until all is there. */
const UNFINISHED = 'copy.unfinished';

/**
 * Copies all data of the embedded PostgreSQL in a folder into another folder, which is then a store of its own. It is
 * stopped first if nobody uses it any more.
 *
 * @param copyFolder - made if it is not there; what a copy that was broken off left in it is cleared away
 * @throws {EmbeddedPostgresError} `in-use` if a server runs on it, `no-room`, `folder-taken`; the store is as it was
 */
export const copyEmbeddedPostgres = async (
  dataFolder: string,
  copyFolder: string,
  { roomIn = freeBytes }: CopyOptions = {},
): Promise<void> => {
  const home = await existingHome(dataFolder);
  if (home === undefined) throw new EmbeddedPostgresError('not-there', `There is no store in ${dataFolder} to copy.`);
  await stopUnlessUsed(home);
  const cluster = clusterIn(home);
  const files = await everythingIn(cluster);
  const needed = files.reduce((bytes, { size }) => bytes + size, 0);
  await clearUnfinished(copyFolder);

  const user = await serviceUser(cluster);
  const copyHome = await openHome(copyFolder, user);
  const unfinished = join(copyFolder, UNFINISHED);
  await writeFile(unfinished, '');
  try {
    const free = await roomIn(copyHome);
    if (free < needed)
      throw new EmbeddedPostgresError(
        'no-room',
        `A copy of the store needs ${megabytes(needed)}, and there are ${megabytes(free)} free for ${copyFolder}. Make room, and try again.`,
      );
    await copyAll(cluster, clusterIn(copyHome), files, user);
    if ((await runningPostmaster(cluster)) !== undefined) throw usedMeanwhile();
    await rm(unfinished);
  } catch (error) {
    await clearUnfinished(copyFolder);
    throw error;
  }
};

const usedMeanwhile = (): EmbeddedPostgresError =>
  new EmbeddedPostgresError('in-use', 'Another process began to use the store while it was copied. Stop it first.');

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

const clearUnfinished = async (copyFolder: string): Promise<void> => {
  const home = await existingHome(copyFolder);
  const isUnfinished = await lstat(join(copyFolder, UNFINISHED)).then(
    () => true,
    () => false,
  );
  if (home !== undefined && !isUnfinished)
    throw new EmbeddedPostgresError('folder-taken', `There is a store in ${copyFolder} already. Name another folder.`);
  if (!isUnfinished) return;
  if (home !== undefined) await rm(home, { recursive: true, force: true });
  await rm(pointer(copyFolder), { force: true });
  await rm(join(copyFolder, UNFINISHED), { force: true });
};

type Entry = { readonly path: string; readonly isFolder: boolean; readonly mode: number; readonly size: number };

/** What lies in a folder, each folder before what is in it. What a running PostgreSQL says of itself is left out. */
const everythingIn = async (cluster: string): Promise<readonly Entry[]> => {
  const paths = ['.', ...(await readdir(cluster, { recursive: true }))].toSorted();
  const entries: Entry[] = [];
  for (const path of paths) {
    if (path === 'postmaster.pid') continue;
    const found = await lstat(join(cluster, path));
    entries.push({ path, isFolder: found.isDirectory(), mode: found.mode & 0o777, size: found.size });
  }
  return entries;
};

const copyAll = async (from: string, to: string, files: readonly Entry[], user: ServiceUser): Promise<void> => {
  const isRoot = process.getuid?.() === 0;
  for (const { path, isFolder, mode } of files) {
    const target = join(to, path);
    if (isFolder) await mkdir(target, { recursive: true, mode });
    else await copyFile(join(from, path), target, constants.COPYFILE_FICLONE);
    await chmod(target, mode);
    if (isRoot) await chown(target, user.uid, user.gid);
    if (!isFolder) await toDisk(target);
  }
  for (const { path, isFolder } of files) if (isFolder) await toDisk(join(to, path));
  await toDisk(dirname(to));
};

/** A copy that a power cut takes away again is none. */
const toDisk = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};
