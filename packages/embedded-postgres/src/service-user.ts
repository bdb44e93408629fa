import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** The user whose process PostgreSQL is. */
export type ServiceUser = { readonly uid: number; readonly gid: number };

/**
 * The user to run PostgreSQL as: ourselves, unless we are root, which PostgreSQL refuses to run as.
 *
 * @param cluster The folder of the data, if there is one: its owner is the only user who may open it.
 */
export const serviceUser = async (cluster: string | undefined): Promise<ServiceUser> => {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? uid };

  const owner = cluster === undefined ? undefined : await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };

  const user = (await userNamed('postgres')) ?? (await createdUser()) ?? (await userNamed('nobody'));
  if (user !== undefined) return user;
  throw new EmbeddedPostgresError(
    'no-service-user',
    'PostgreSQL does not run as root, and there is no other user to run it as. ' +
      'Create a user "postgres", start as another user, or use a PostgreSQL of your own.',
  );
};

const userNamed = async (name: string): Promise<ServiceUser | undefined> => {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  return uid > 0 && gid > 0 ? { uid, gid } : undefined;
};

const createdUser = async (): Promise<ServiceUser | undefined> => {
  const run = promisify(execFile);
  const noLogin = ['--no-create-home', '--shell', '/bin/false'];
  await run('useradd', ['--system', '--user-group', ...noLogin, 'postgres'])
    // Alpine has BusyBox's adduser instead.
    .catch(() => run('adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']))
    .catch(() => undefined);
  return userNamed('postgres');
};
