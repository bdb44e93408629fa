import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { ServiceUser } from './service-user.ts';

/** Where the relocated stores of root lie; see {@link openHome}. */
const relocated = '/var/lib/caseweave';

/** The folder in which PostgreSQL keeps everything of one store, if the store was ever started. */
export const existingHome = async (dataFolder: string): Promise<string | undefined> => {
  const moved = await readFile(pointer(dataFolder), 'utf8').catch(() => undefined);
  const home = moved?.trim() ?? inside(dataFolder);
  const found = await stat(home).catch(() => undefined);
  return found === undefined ? undefined : home;
};

/**
 * Finds or makes the folder in which PostgreSQL keeps everything of one store.
 *
 * It lies in the data folder, unless that is below a folder which PostgreSQL's user may not enter: root's home, or a
 * private temporary folder. Then it lies in a place of its own, and a file in the data folder says where.
 */
export const openHome = async (dataFolder: string, user: ServiceUser): Promise<string> => {
  const existing = await existingHome(dataFolder);
  if (existing !== undefined) return existing;

  try {
    await mkdir(dataFolder, { recursive: true });
    const home = (await canEnter(user, dataFolder)) ? inside(dataFolder) : await outside(dataFolder);
    await mkdir(home, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) await chown(home, user.uid, user.gid);
    return home;
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'folder-not-writable',
      `The data folder ${dataFolder} cannot be written. Make it writable, or name another one.`,
      { cause },
    );
  }
};

/** The file in the data folder that says where the store lies, if it does not lie in the data folder itself. */
export const pointer = (dataFolder: string): string => join(dataFolder, 'postgres.location');

/** The folder of the data itself. */
export const clusterIn = (home: string): string => join(home, 'cluster');

const inside = (dataFolder: string): string => join(resolve(dataFolder), 'postgres');

const outside = async (dataFolder: string): Promise<string> => {
  // A new place each time: a folder that was deleted and made again is a new store, not the old one come back.
  const home = join(relocated, randomBytes(8).toString('hex'));
  await mkdir(relocated, { recursive: true, mode: 0o755 });
  await writeFile(pointer(dataFolder), `${home}\n`);
  return home;
};

const canEnter = async (user: ServiceUser, folder: string): Promise<boolean> => {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(resolve(folder));
  return parent === resolve(folder) || canEnter(user, parent);
};
