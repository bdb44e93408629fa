import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** The programs of the embedded PostgreSQL. */
export type Binaries = {
  /** The major version, which is that of the data. */
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
};

const platforms: readonly string[] = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/**
 * Makes the programs ready to run.
 *
 * They are copied out of the installed package once per version: PostgreSQL's user often may not enter the folder where
 * packages are installed, and the package leaves out its symbolic links, which an install script would make.
 */
export const readyBinaries = async (): Promise<Binaries> => {
  const packaged = packagedBinaries();
  const version = await versionOf(packaged);
  const folder = join(cacheFolder(), `postgres-${version}`);
  if ((await stat(folder).catch(() => undefined)) === undefined) await copyTo(folder, packaged);
  return {
    major: Number.parseInt(version, 10),
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
  };
};

const packagedBinaries = (): string => {
  const platform = `${process.platform}-${process.arch}`;
  const instead = 'Use a PostgreSQL of your own.';
  if (!platforms.includes(platform)) {
    throw new EmbeddedPostgresError(
      'platform-unsupported',
      `There is no embedded PostgreSQL for ${platform}. ${instead}`,
    );
  }
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'binaries-missing',
      `The package @embedded-postgres/${platform} is not installed. Install again with optional dependencies. ${instead}`,
      { cause },
    );
  }
};

const versionOf = async (packaged: string): Promise<string> =>
  manifest.parse(JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8'))).version;

const manifest = z.object({ version: z.string() });

/** A folder that only we can write and every user can enter. */
const cacheFolder = (): string =>
  process.getuid?.() === 0
    ? '/var/cache/caseweave'
    : join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'caseweave');

/** Copies aside and renames, so that the folder appears complete or not at all, whoever else copies at the same time. */
const copyTo = async (folder: string, packaged: string): Promise<void> => {
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await mkdir(dirname(folder), { recursive: true });
    await cp(join(packaged, 'native'), partial, { recursive: true });
    await openToAll(partial);
    for (const { source, target } of await symbolicLinks(packaged)) {
      // Both lie in one folder, and are named from the package's root: `native/lib/…`.
      const link = join(packaged, target).replace(join(packaged, 'native'), partial);
      await rm(link, { force: true });
      await symlink(basename(source), link);
    }
    await chmod(dirname(folder), 0o755);
    await rename(partial, folder);
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if ((await stat(folder).catch(() => undefined)) !== undefined) return;
    throw new EmbeddedPostgresError(
      'folder-not-writable',
      `The programs of PostgreSQL cannot be copied to ${folder}. Make ${dirname(folder)} writable.`,
      { cause },
    );
  }
};

/** Lets every user read what our own user may, whatever the umask said when it was installed. */
const openToAll = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isProgram = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, isProgram ? 0o755 : 0o644);
  }
  await chmod(folder, 0o755);
};

const symbolicLinks = async (packaged: string): Promise<z.infer<typeof linkList>> =>
  linkList.parse(JSON.parse(await readFile(join(packaged, 'native', 'pg-symlinks.json'), 'utf8')));

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));
