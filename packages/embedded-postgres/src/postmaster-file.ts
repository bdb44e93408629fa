import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from './process-life.ts';

/** What a running PostgreSQL writes of itself into its data folder. */
export type Postmaster = {
  /** The folder of its data. */
  readonly cluster: string;
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly isReady: boolean;
};

/** The PostgreSQL that a file in the data folder tells of, running or not. */
export const writtenPostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const text = await readFile(postmasterFile(cluster), 'utf8').catch(() => undefined);
  // Its lines: process, data folder, start, port, socket's folder, address, shared memory, state.
  const [pid, , , port, socketFolder, , , state] = (text ?? '').split('\n');
  if (!pid || !port || !socketFolder) return undefined;
  return { cluster, pid: Number(pid), port: Number(port), socketFolder, isReady: state?.trim() === 'ready' };
};

/** The PostgreSQL that runs on this data folder now. */
export const runningPostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const written = await writtenPostmaster(cluster);
  return written !== undefined && (await isRunning(written)) ? written : undefined;
};

/** The file by which PostgreSQL keeps a second one away from its data. */
export const postmasterFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/**
 * Whether this process is PostgreSQL on this data: after a restart of the machine, the number may be another's.
 * One that has ended is seen as such even where nobody collects the ended, as in many containers.
 */
export const isRunning = async ({ cluster, pid }: Postmaster): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return folder !== undefined && folder === (await realpath(cluster).catch(() => undefined));
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(cluster);
};
