import { openDatabase, startServer } from '@caseweave/server';
import { resetCommand, run, startCommand } from '@caseweave/server/command';
import { sharedPostgres, startPostgres, type TestPostgres, tlsCertificate } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repairs } from '../models/repairs/repairs.ts';

const shared = sharedPostgres();
/** Roles and rights are made here, which somebody else's PostgreSQL may not allow. */
const adminUrl = shared.type === 'url' ? shared.adminUrl : null;
const commands = { start: startCommand([], () => ({ model: repairs })), reset: resetCommand };

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

/** The file's database, as another role and in another way. */
function urlAs(role: string | null, search = ''): string {
  if (!('url' in postgres.address)) throw new Error('These tests are about databases by URL.');
  const url = new URL(postgres.address.url);
  if (role !== null) url.username = role;
  url.search = search;
  return url.href;
}

async function asAdmin(ask: (database: ReturnType<typeof openDatabase>) => Promise<unknown>): Promise<void> {
  const url = new URL(adminUrl ?? '');
  url.pathname = new URL(urlAs(null)).pathname;
  const admin = openDatabase({ url: url.href }, 1);
  try {
    await ask(admin);
  } finally {
    await admin.close();
  }
}

test('[S17] a role that is no superuser and owns its database is enough', async () => {
  await using server = await startServer({ model: repairs, database: postgres.address });
  const { rows } = await sql<{ super: boolean }>`
    select rolsuper as super from pg_roles where rolname = current_user`.execute(server.node.database.db);
  expect(rows).toEqual([{ super: false }]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test.runIf(adminUrl !== null)('[S17] other databases beside ours are left alone', async () => {
  await using server = await startServer({ model: repairs, database: postgres.address });
  expect(server.port).toBeGreaterThan(0);
  const url = new URL(adminUrl ?? '');
  url.pathname = '/somebody_elses';
  const others = openDatabase({ url: url.href }, 1);
  const { rows } =
    await sql`select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(others.db);
  await others.close();
  expect(rows).toEqual([]);
});

test.runIf(adminUrl !== null)('[S17] a role that lacks a right is told which, and what to do', async () => {
  const start = startServer({ model: repairs, database: { url: urlAs('reader') } });
  await expect(start).rejects.toMatchObject({ code: 'database-forbids' });
  await expect(start).rejects.toThrow(/permission denied for (schema|table).*grant it what is missing/);
});

test.runIf(adminUrl !== null)('[S17] the way of connecting that a URL asks for is kept to', async () => {
  await asAdmin(({ db }) => sql`grant all on schema public to tls_only; grant plans to tls_only`.execute(db));
  const plain = startServer({ model: repairs, database: { url: urlAs('tls_only') } });
  await expect(plain).rejects.toMatchObject({ code: 'database-unreachable' });

  const unknown = startServer({ model: repairs, database: { url: urlAs('tls_only', '?sslmode=verify-full') } });
  await expect(unknown).rejects.toMatchObject({ code: 'database-unreachable' });
  await expect(unknown).rejects.toThrow('certificate is not trusted');

  const trusted = { url: urlAs('tls_only', `?sslmode=verify-full&sslrootcert=${encodeURIComponent(tlsCertificate)}`) };
  await using server = await startServer({ model: repairs, database: trusted });
  const { rows } = await sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(
    server.node.database.db,
  );
  expect(rows).toEqual([{ ssl: true }]);
});

test('[S17] the command says in plain words what is wrong with its database, without its password', async () => {
  const said: string[] = [];
  const context = (url: string) => ({
    env: { CASEWEAVE_DATABASE_URL: url, PORT: '0' },
    say: (words: string) => said.push(words),
    complain: (words: string) => said.push(words),
    report: () => undefined,
    stopped: Promise.resolve(),
  });
  const wrong = new URL(urlAs(null));
  wrong.password = 'not the password';
  expect(await run(commands, ['start'], context(wrong.href))).toBe(1);
  const absent = new URL(urlAs(null));
  absent.pathname = '/no_such_database';
  expect(await run(commands, ['start'], context(absent.href))).toBe(1);
  expect(await run(commands, ['reset'], context(urlAs(null)))).toBe(1);
  expect(said).toHaveLength(3);
  for (const words of said) expect(words).not.toMatch(/password=|only-for-tests|not the password/);
  expect(await run(commands, ['start'], context(urlAs(null)))).toBe(0);
});
