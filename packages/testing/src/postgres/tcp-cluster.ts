import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, chown, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readyBinaries, serviceUser } from '@caseweave/embedded-postgres';
import { Client } from 'pg';

const ADMIN = 'admin';
/** Of a role that exists for a few seconds on this machine alone. */
const PASSWORD = 'only-for-tests';

/** A PostgreSQL such as somebody else would run: behind TCP and a password, with other databases beside ours. */
export interface TcpCluster {
  /** As a role that may make databases and is no superuser. */
  readonly url: string;
  /** As the superuser, to prepare what ours may not. */
  readonly adminUrl: string;
  close(): Promise<void>;
}

/** Starts one from the same programs as the embedded store. */
export async function startTcpCluster(): Promise<TcpCluster> {
  const { initdb, postgres } = await readyBinaries();
  const user = await serviceUser(undefined);
  const folder = await mkdtemp(join(tmpdir(), 'tcp-'));
  const data = join(folder, 'data');
  await chmod(folder, 0o755);
  const own = async (path: string) => {
    if (process.getuid?.() === 0) await chown(path, user.uid, user.gid);
  };
  await own(folder);
  const as = { ...user, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, PASSWORD);
  const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${ADMIN}`];
  await promisify(execFile)(initdb, [`--pgdata=${data}`, ...flags, `--pwfile=${passwordFile}`], as);
  for (const name of ['server.key', 'server.crt']) {
    await copyFile(new URL(`tls/${name}`, import.meta.url), join(data, name));
    await chmod(join(data, name), 0o600);
    await own(join(data, name));
  }
  await writeFile(join(data, 'pg_hba.conf'), hostAccess);
  const port = await freePort();
  await appendFile(
    join(data, 'postgresql.conf'),
    [
      "listen_addresses = '127.0.0.1'",
      `port = ${port}`,
      "unix_socket_directories = ''",
      'ssl = on',
      'max_connections = 200',
      '',
    ].join('\n'),
  );
  const child = spawn(postgres, ['-D', data], { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (bytes: Buffer) => said.push(bytes.toString('utf8')));
  const exited = once(child, 'exit');
  const adminUrl = urlOf(ADMIN, port);
  const close = async () => {
    if (child.exitCode === null) child.kill('SIGINT');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answering(adminUrl, () => child.exitCode === null);
    await prepare(adminUrl);
    return { url: urlOf('plans', port), adminUrl, close };
  } catch (error) {
    await close();
    throw new Error(`The PostgreSQL for tests did not start: ${said.join('')}`, { cause: error });
  }
}

/** Who may come in: one role only over TLS, the others with and without. */
const hostAccess = `
hostnossl all tls_only 127.0.0.1/32 reject
host      all all      127.0.0.1/32 scram-sha-256
`;

const urlOf = (role: string, port: number): string => `postgres://${role}:${PASSWORD}@127.0.0.1:${port}/postgres`;

/** The roles of the tests, and what belongs to somebody else. */
async function prepare(adminUrl: string): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  await client.query(`create role plans login nosuperuser createdb password '${PASSWORD}'`);
  await client.query(`create role tls_only login nosuperuser createdb password '${PASSWORD}'`);
  await client.query(`create role reader login nosuperuser password '${PASSWORD}'`);
  await client.query('create database somebody_elses');
  await client.end();
}

async function answering(url: string, isRunning: () => boolean): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    const client = new Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!isRunning() || performance.now() > until) throw error;
      // PostgreSQL tells nobody that it has started: one has to look.
      await new Promise((again) => setTimeout(again, 20));
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
