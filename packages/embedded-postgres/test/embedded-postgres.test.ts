import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  copyEmbeddedPostgres,
  type PostgresConnection,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '@caseweave/embedded-postgres';

let dataFolder = '';

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'store-'));
  await chmod(dataFolder, 0o755);
});

afterEach(async () => {
  await chmod(dataFolder, 0o755);
  await removeEmbeddedPostgres(dataFolder);
  await rm(dataFolder, { recursive: true, force: true });
});

const ask = async (connection: PostgresConnection, question: string): Promise<readonly unknown[]> => {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(question);
    return rows.map(({ answer }) => answer);
  } finally {
    await client.end();
  }
};

test('[E1] what was committed is there after a stop in good order', async () => {
  const first = await startEmbeddedPostgres({ dataFolder });
  await ask(first.connection, "create table kept as select 'ünïcode' as word");
  await Promise.all([first.stop(), first.stop()]);

  await using second = await startEmbeddedPostgres({ dataFolder });
  expect(await ask(second.connection, 'select word as answer from kept')).toEqual(['ünïcode']);
  expect(second.isAdopted).toBe(false);
});

test('[E2] it is durable, speaks UTF-8, and listens on no port', async () => {
  await using postgres = await startEmbeddedPostgres({ dataFolder });

  const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'listen_addresses'];
  const question = settings.map((name) => `select current_setting('${name}') as answer`).join(' union all ');
  expect(await ask(postgres.connection, question)).toEqual(['on', 'on', 'on', 'UTF8', '']);
});

test('[E1, E3] after our process was killed, the next start takes over the PostgreSQL that lives on', async () => {
  const program = fileURLToPath(new URL('hold-until-killed.ts', import.meta.url));
  const holder = spawn(process.execPath, ['--conditions=@caseweave/source', program, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const died = once(holder, 'exit');
  holder.kill('SIGKILL');
  await died;

  await using postgres = await startEmbeddedPostgres({ dataFolder });

  expect(postgres.isAdopted).toBe(true);
  expect(await ask(postgres.connection, 'select word as answer from kept')).toEqual(['committed']);
});

test('[E1, E4] after PostgreSQL itself was killed, the loss is told and the next start recovers', async () => {
  const events = new EventEmitter();
  const first = await startEmbeddedPostgres({ dataFolder, onLost: () => events.emit('lost') });
  await ask(first.connection, "create table kept as select 'committed' as word");
  const [pid] = await ask(first.connection, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as answer");
  const lost = once(events, 'lost');
  process.kill(Number(pid), 'SIGKILL');
  await lost;
  await first.stop();

  await using second = await startEmbeddedPostgres({ dataFolder });
  expect(await ask(second.connection, 'select word as answer from kept')).toEqual(['committed']);
});

test('[E6] a number that another process has come by since is not mistaken for PostgreSQL', async () => {
  const first = await startEmbeddedPostgres({ dataFolder });
  const [folder] = await ask(first.connection, "select current_setting('data_directory') as answer");
  await first.stop();
  const stale = [process.pid, folder, 0, 5432, '/tmp/caseweave-gone', '', '', 'ready', ''].join('\n');
  await writeFile(join(String(folder), 'postmaster.pid'), stale);

  await using second = await startEmbeddedPostgres({ dataFolder });
  expect(second.isAdopted).toBe(false);
});

test('[E5] a second one on the same folder is refused, and the first goes on', async () => {
  await using first = await startEmbeddedPostgres({ dataFolder });

  await expect(startEmbeddedPostgres({ dataFolder })).rejects.toMatchObject({ code: 'in-use' });
  await expect(removeEmbeddedPostgres(dataFolder)).rejects.toMatchObject({ code: 'in-use' });

  expect(await ask(first.connection, 'select 1 as answer')).toEqual([1]);
});

test.for([
  { written: '99', code: 'data-newer' },
  { written: '17', code: 'data-older' },
])('[E8] data of PostgreSQL $written is refused and left alone', async ({ written, code }) => {
  const cluster = join(dataFolder, 'postgres', 'cluster');
  await mkdir(cluster, { recursive: true });
  await writeFile(join(cluster, 'PG_VERSION'), `${written}\n`);

  await expect(startEmbeddedPostgres({ dataFolder })).rejects.toMatchObject({ code });

  expect(await readdir(cluster)).toEqual(['PG_VERSION']);
});

test('[E9] a folder that cannot be made is a plain refusal', async () => {
  const file = join(dataFolder, 'a-file');
  await writeFile(file, '');

  await expect(startEmbeddedPostgres({ dataFolder: join(file, 'data') })).rejects.toMatchObject({
    code: 'folder-not-writable',
  });
});

test('[E9] what a start that was broken off had begun is cleared away by the next', async () => {
  const brokenOff = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(brokenOff, 'exit');
  const half = join(dataFolder, 'postgres', `cluster.partial-${brokenOff.pid}`);
  await mkdir(half, { recursive: true });
  await chmod(join(dataFolder, 'postgres'), 0o755);
  await writeFile(join(half, 'PG_VERSION'), '18\n');

  await using postgres = await startEmbeddedPostgres({ dataFolder });

  expect(await ask(postgres.connection, 'select 1 as answer')).toEqual([1]);
  expect(await readdir(join(dataFolder, 'postgres'))).not.toContain(basename(half));
});

test('[E7, E10] below a folder that only we may enter, the store works all the same, and is removed with all it left', async () => {
  await chmod(dataFolder, 0o700);
  const below = join(dataFolder, 'data');
  const postgres = await startEmbeddedPostgres({ dataFolder: below });
  const [folder] = await ask(postgres.connection, "select current_setting('data_directory') as answer");
  await postgres.stop();

  expect(await removeEmbeddedPostgres(below)).toBe(true);
  expect(await removeEmbeddedPostgres(below)).toBe(false);
  await expect(readdir(String(folder))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('[E11] a copy is a store of its own, and the store is as it was', async () => {
  const copy = join(dataFolder, 'copy');
  const first = await startEmbeddedPostgres({ dataFolder });
  await ask(first.connection, "create table kept as select 'committed' as word");
  await expect(copyEmbeddedPostgres(dataFolder, copy)).rejects.toMatchObject({ code: 'in-use' });
  await first.stop();

  await copyEmbeddedPostgres(dataFolder, copy);

  const both = [await startEmbeddedPostgres({ dataFolder }), await startEmbeddedPostgres({ dataFolder: copy })];
  for (const { connection } of both) {
    expect(await ask(connection, 'select word as answer from kept')).toEqual(['committed']);
    await ask(connection, 'drop table kept');
  }
  for (const one of both) await one.stop();
  await expect(copyEmbeddedPostgres(dataFolder, copy)).rejects.toMatchObject({ code: 'folder-taken' });
  await removeEmbeddedPostgres(copy);
});

test('[E11] a copy for which there is no room is refused, and nothing of it is left', async () => {
  const copy = join(dataFolder, 'copy');
  await expect(copyEmbeddedPostgres(dataFolder, copy)).rejects.toMatchObject({ code: 'not-there' });
  const first = await startEmbeddedPostgres({ dataFolder });
  await first.stop();
  const roomIn = () => Promise.resolve(1_000_000);

  await expect(copyEmbeddedPostgres(dataFolder, copy, { roomIn })).rejects.toThrow(
    /needs \d+ MB, and there are 1 MB free/,
  );

  expect(await readdir(copy)).toEqual([]);
  // One that was broken off in the middle is cleared away too.
  await copyEmbeddedPostgres(dataFolder, copy);
  await writeFile(join(copy, 'copy.unfinished'), '');
  await copyEmbeddedPostgres(dataFolder, copy);
  expect((await readdir(copy)).includes('copy.unfinished')).toBe(false);
  await removeEmbeddedPostgres(copy);
});
