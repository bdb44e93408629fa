import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WIRE } from '@caseweave/protocol';
import { openDatabase, putPeople, startServer, StartFailure, type RunningServer } from '@caseweave/server';
import { readSettings, run, startCommand } from '@caseweave/server/command';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startPostgres, withOptions } from '@caseweave/testing';
import { TestDevice } from '@caseweave/testing';
import { repairs } from '../models/repairs/repairs.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let app: string;
let server: RunningServer;

beforeAll(async () => {
  postgres = await startPostgres();
  app = await mkdtemp(join(tmpdir(), 'app-'));
  await mkdir(join(app, 'assets'));
  await writeFile(join(app, 'index.html'), '<p>the page</p>');
  await writeFile(join(app, 'assets', 'main-abc.js'), 'export {};');
  server = await startServer({
    model: repairs,
    database: postgres.address,
    demo: { listed: [{ id: 'jo' }, { id: 'asha' }], unlisted: ['sam'] },
    app,
    prepare: async ({ database: { db }, authority: { id } }) => {
      await putPeople(db, id, repairs, ['jo', 'asha', 'sam'].map(person));
    },
  });
}, 60_000);

afterAll(async () => {
  await server.close();
  await postgres.close();
  await rm(app, { recursive: true, force: true });
});

test('[S14] it says that it serves, and serves the app with its own paths', async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const page = await fetch(`${server.url}/families/some-family`);
  expect(await page.text()).toBe('<p>the page</p>');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const script = await fetch(`${server.url}/assets/main-abc.js`);
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${server.url}/assets/other.js`)).status).toBe(404);
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
});

test('[S14] no path leads out of the app', async () => {
  const paths = ['/../package.json', '/%2e%2e/package.json', '/assets/%2e%2e%2f%2e%2e/etc/passwd', '/%00.html', '/%zz'];
  for (const path of paths) expect(await plain(path)).not.toContain('root:');
});

test('[S15] whoever the demo lists signs in and connects, and so does who is known and not listed; nobody else does', async () => {
  expect(await (await fetch(`${server.url}/demo/people`)).json()).toEqual([{ id: 'jo' }, { id: 'asha' }]);
  const answer = await signIn({ person: 'jo' });
  expect(answer.status).toBe(200);
  const { token, expiresAt } = (await answer.json()) as { token: string; expiresAt: number };
  expect(expiresAt).toBeGreaterThan(Date.now());
  const device = await TestDevice.connect(server.url, token);
  expect(device.welcome.principal.id).toBe('jo');
  expect((await signIn({ person: 'sam' })).status).toBe(200);
  expect((await signIn({ person: 'nobody' })).status).toBe(404);
  for (const wrong of [null, {}, 'jo', { person: 7 }, 'x'.repeat(100_000)])
    expect((await signIn(wrong)).status).toBe(400);
  await expect(TestDevice.connect(server.url, 'no token')).rejects.toThrow('4101');
});

test('[S16] a page of another origin may not connect; one of this server may', async () => {
  const { token } = (await (await signIn({ person: 'asha' })).json()) as { token: string };
  await expect(TestDevice.connect(server.url, token, undefined, 'https://elsewhere.example')).rejects.toThrow('403');
  const device = await TestDevice.connect(server.url, token, undefined, server.url);
  expect(device.welcome.principal.id).toBe('asha');
});

test('[S16] what is no message ends the connection and nothing else', async () => {
  const { token } = (await (await signIn({ person: 'asha' })).json()) as { token: string };
  const [bad, good] = [await TestDevice.connect(server.url, token), await TestDevice.connect(server.url, token)];
  bad.sayBytes(new Uint8Array([255, 255, 255]));
  await bad.until(() => bad.closedWith !== undefined);
  expect(bad.closedWith).toBe(4301);
  good.say({ type: 'ping' });
  await good.until(() => good.heard.some(({ type }) => type === 'pong'));
});

test('[S16] large messages are compressed, and one that inflates beyond the limit ends its own connection', async () => {
  const bomb = new WebSocket(`${server.url.replace('http', 'ws')}/sync`, WIRE.subprotocol, {
    perMessageDeflate: { threshold: 0 },
  });
  await once(bomb, 'open');
  expect(bomb.extensions).toContain('permessage-deflate');
  bomb.send(new Uint8Array(8 * WIRE.frameBytes));
  const [code] = (await once(bomb, 'close')) as [number];
  expect(code).toBe(1009);

  const { token } = (await (await signIn({ person: 'asha' })).json()) as { token: string };
  const good = await TestDevice.connect(server.url, token);
  expect(good.welcome.principal.id).toBe('asha');
});

test('[S17] a port in use, an unreachable database and a newer store are each refused in plain words', async () => {
  const inUse = startServer({ model: repairs, database: postgres.address, port: server.port });
  await expect(inUse).rejects.toMatchObject({ code: 'port-in-use' });
  const nowhere = startServer({ model: repairs, database: { url: 'postgres://nobody@127.0.0.1:9/none' } });
  await expect(nowhere).rejects.toMatchObject({ code: 'database-unreachable' });

  const address = await postgres.another();
  await (await startServer({ model: repairs, database: address })).close();
  const newer = openDatabase(address, 1);
  await sql`update store_version set version = 1000`.execute(newer.db);
  await newer.close();
  await expect(startServer({ model: repairs, database: address })).rejects.toMatchObject({ code: 'data-newer' });
});

test('[S17] a database that may lose what it confirmed is refused', async () => {
  const careless = withOptions(postgres.address, '-c synchronous_commit=off');
  await expect(startServer({ model: repairs, database: careless })).rejects.toMatchObject({
    code: 'database-not-durable',
  });
});

test('[S17] settings and commands that cannot be meant are refused', async () => {
  expect(() => readSettings({ PORT: '70000' })).toThrow(StartFailure);
  expect(readSettings({ PORT: '0' })).toMatchObject({ port: 0, host: '127.0.0.1' });
  const complained: string[] = [];
  const context = {
    env: {},
    say: () => undefined,
    complain: (words: string) => complained.push(words),
    report: () => undefined,
    stopped: Promise.resolve(),
  };
  const commands = {
    start: startCommand([], () => ({ model: repairs })),
    look: { operand: '<file>', run: async () => undefined },
  };
  for (const args of [['begin'], ['start', 'again'], ['look', 'a', 'b'], ['look', '--families', '4'], ['toString']])
    expect(await run(commands, args, context)).toBe(1);
  expect(complained).toHaveLength(5);
  expect(complained[0]).toBe('There is no command "begin": use start or look <file>.');
  expect(await run(commands, ['look', 'a'], context)).toBe(0);
});

const person = (id: string) => ({ who: { id, firm: null, district: null, roles: [] }, name: `Name of ${id}` });

const signIn = (body: unknown) =>
  fetch(`${server.url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A path as it is written, which fetch would tidy up. */
const plain = (path: string) =>
  new Promise<string>((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => (text += piece.toString()));
      answer.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
