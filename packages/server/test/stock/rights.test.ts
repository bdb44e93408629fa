import { sectionIdFrom } from '@caseweave/protocol';
import { issueToken, startServer } from '@caseweave/server';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { served } from '../models/served.ts';
import { connect, decide, startFilled, startPostgres } from '../sync/test-authority.ts';
import { writeUpdate } from '../../src/stock/stock-messages.ts';
import { RawStock } from './raw-stock.ts';
import { stockClients } from './stock-client.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
const stock = stockClients();

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterEach(() => stock.closeAll());
afterAll(() => postgres.close());

const start = () => startFilled(postgres.address);
type Started = Awaited<ReturnType<typeof start>>;

async function openStory(it: Started) {
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  await device.push([served.story(device, it.record, 'as it was')]);
  return { device, section, said: () => served.storyOf(device, it.record) };
}

/** Lets somebody read the plan without writing in it. */
async function addReader({ server: { node }, filled: [first] }: Started): Promise<void> {
  if (first !== undefined) await served.addReader(node, 'reader', first);
  await node.tail.catchUp();
}

test('[Y2] a bad token, a section that is not there and one that may not be read are one answer', async () => {
  await using it = await start();
  const { device, section } = await openStory(it);
  const practice = device.header(it.record, served.names.secret).section;
  const absent = sectionIdFrom(randomBytes(16));
  const { authority, now } = it.server.node;
  const expired = (await issueToken(authority, 'lead', now() - 9 * 3_600_000)).token;
  const answers = [
    stock.openWith(it.server.url, 'no-token', section),
    stock.openWith(it.server.url, expired, section),
    await stock.open(it.server, 'lead', absent),
    await stock.open(it.server, 'lead', 'no-section'),
    await stock.open(it.server, 'partner', practice),
    await stock.open(it.server, 'stranger', section),
  ];
  await Promise.all(answers.map((client) => client.stopped()));
  expect(new Set(answers.map(({ closed }) => `${closed?.code} ${closed?.reason}`)).size).toBe(1);
  expect(answers[0]?.closed?.code).toBe(4404);
  expect(answers.every(({ heard }) => heard === '')).toBe(true);
});

test('[Y2] a token in the address opens nothing, and a page of another origin is refused', async () => {
  await using it = await start();
  const { section } = await openStory(it);
  const { token } = await issueToken(it.server.node.authority, 'lead', Date.now());
  const url = `${it.server.url.replace('http', 'ws')}/y/${section}`;
  const ended = (socket: WebSocket) =>
    new Promise((done) => {
      socket.once('error', ({ message }) => done(message));
      socket.once('close', (code) => done(code));
    });
  expect(await ended(new WebSocket(`${url}?token=${token}`, ['caseweave.y.v1']))).toBe(4404);
  expect(await ended(new WebSocket(url, [token]))).toContain('400');
  expect(await ended(new WebSocket(url, ['caseweave.y.v1', token], { origin: 'https://evil.example' }))).toContain(
    '403',
  );
});

test('[Y3] a reader receives everything; what they write ends with 4403, is held and changes nothing', async () => {
  await using it = await start();
  await addReader(it);
  const { device, section, said } = await openStory(it);
  const reader = await stock.open(it.server, 'reader', section);
  await reader.reads('as it was');
  await device.push([served.story(device, it.record, 'and is ')]);
  await reader.reads('and is as it was');
  reader.story.insert(0, 'mine ');
  expect(await reader.stopped()).toBe(4403);
  const fresh = await stock.open(it.server, 'reader', section);
  await fresh.reads('and is as it was');
  expect(said()).toBe('and is as it was');
  const { rows } = await sql`
    select principal, section, code from held where authority = ${it.server.node.authority.id}`.execute(
    it.server.node.database.db,
  );
  expect(rows).toEqual([{ principal: 'reader', section, code: 'not-allowed' }]);
  // Opened again and again without a word, a reader stays.
  for (const _ of [1, 2]) {
    fresh.provider.disconnect();
    fresh.provider.connect();
    await fresh.synced();
  }
  expect(fresh.codes).toEqual([]);
});

test('[Y9] what is refused ends with 4403 and changes nothing; the document is refused again, a fresh one is not', async () => {
  await using it = await start();
  const { section, said } = await openStory(it);
  const one = await stock.open(it.server, 'worker', section);
  const other = await stock.open(it.server, 'partner', section);
  await Promise.all([one.reads('as it was'), other.reads('as it was')]);
  // Nothing of the record is an XML fragment.
  one.doc.getXmlFragment('story/x').insert(0, [new Y.XmlText('canaryxml')]);
  expect(await one.stopped()).toBe(4403);
  one.closed = undefined;
  one.provider.connect();
  expect(await one.stopped()).toBe(4403);
  const fresh = await stock.open(it.server, 'worker', section);
  await fresh.synced();
  fresh.story.insert(0, 'now ');
  await other.reads('now as it was');
  expect(other.heard).not.toContain('canaryxml');
  expect(said()).not.toContain('canaryxml');
  const { rows } = await sql<{ kind: string; code: string | null }>`
    select kind, code from audit where authority = ${it.server.node.authority.id} and principal = 'worker' order by id`.execute(
    it.server.node.database.db,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['refused', 'behind', 'taken']));
});

test('[Y6] a clientID that another person shows, or a device leases, is not theirs to write under', async () => {
  await using it = await start();
  const { device, section, said } = await openStory(it);
  const one = await stock.open(it.server, 'worker', section);
  await one.reads('as it was');
  one.story.insert(0, 'x');
  await device.until(() => said() === 'xas it was');
  const { token } = await issueToken(it.server.node.authority, 'partner', Date.now());
  for (const client of [one.doc.clientID, device.client]) {
    const thief = await RawStock.connect(it.server.url, section, token);
    await thief.sync();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(one.doc));
    copy.clientID = client;
    const forged = new Promise<Uint8Array>((done) => copy.once('update', done));
    copy.getText('story/').insert(0, 'canaryforged');
    thief.say(writeUpdate(await forged));
    expect(await thief.closed()).toBe(4403);
  }
  // Whose it is goes on under it.
  one.story.insert(1, 'y');
  await device.until(() => said() === 'xyas it was');
  expect(one.codes).toEqual([]);
  expect(one.heard).not.toContain('canaryforged');
});

test('[Y7] a document of an older epoch is told apart before anything is exchanged', async () => {
  await using it = await start();
  const { section } = await openStory(it);
  const writer = await stock.open(it.server, 'worker', section);
  await writer.reads('as it was');
  writer.story.insert(0, 'canaryold ');
  const reader = await stock.open(it.server, 'partner', section);
  await reader.reads('canaryold as it was');
  const { node } = it.server;
  const { db } = node.database;
  await it.server.close();
  // What an erasure does: a new epoch, of which the old rows are no part.
  await using again = await startServer({
    model: served.model,
    database: postgres.address,
    authority: node.authority.id,
  });
  const { rows } = await sql`
    update section set epoch = 2, state_vector = '\\x00' where authority = ${node.authority.id} and id = ${section} returning id`.execute(
    again.node.database.db,
  );
  await sql`delete from log where authority = ${node.authority.id} and section = ${section}`.execute(
    again.node.database.db,
  );
  expect(rows).toHaveLength(1);
  expect(db).toBeDefined();
  for (const [principal, old] of [
    ['worker', writer],
    ['partner', reader],
  ] as const) {
    const back = await stock.open(again, principal, section, old.doc);
    expect(await back.stopped()).toBe(4409);
    expect(back.heard).toBe('');
  }
  const fresh = await stock.open(again, 'worker', section);
  await fresh.reads('');
  fresh.story.insert(0, 'anew');
  const other = await stock.open(again, 'partner', section);
  await other.reads('anew');
});

test('[Y10] when access ends, a connected client is told at once, hears nothing more, and is told again', async () => {
  await using it = await start();
  const { device, section } = await openStory(it);
  const partner = await stock.open(it.server, 'partner', section);
  await partner.reads('as it was');
  await decide(it, { type: 'leave', who: 'partner' });
  expect(await partner.stopped()).toBe(4410);
  await device.push([served.story(device, it.record, 'canaryafter')]);
  partner.closed = undefined;
  partner.provider.connect();
  expect(await partner.stopped()).toBe(4410);
  expect(partner.heard).not.toContain('canaryafter');
});

test('[Y10] a right that runs out ends like one that is taken away', async () => {
  let time = Date.now();
  await using it = await startFilled(postgres.address, 1, () => time);
  const until = time + 60_000;
  await decide(it, { type: 'name', who: 'worker', level: 'read', until });
  await it.server.node.tail.catchUp();
  const { rows } = await sql<{ id: string }>`
    select id from section where authority = ${it.server.node.authority.id} and record = ${it.record}
      and name = ${served.names.named}`.execute(it.server.node.database.db);
  const worker = await stock.open(it.server, 'worker', rows[0]?.id ?? '');
  await worker.synced();
  time = until;
  expect(await worker.stopped()).toBe(4410);
});

test('[Y10] what is sent after access has ended is held', async () => {
  await using it = await start();
  const { section, said } = await openStory(it);
  const partner = await stock.open(it.server, 'partner', section);
  await partner.reads('as it was');
  partner.provider.disconnect();
  await decide(it, { type: 'leave', who: 'partner' });
  await it.server.node.tail.catchUp();
  partner.story.insert(0, 'late ');
  partner.provider.connect();
  expect(await partner.stopped()).toBe(4410);
  expect(said()).toBe('as it was');
});

test('[Y11] a sign-in that runs out ends the connection, and a fresh token goes on', async () => {
  await using it = await start();
  const { section } = await openStory(it);
  const { authority, now } = it.server.node;
  const short = await issueToken(authority, 'worker', now(), 2_500);
  const one = stock.openWith(it.server.url, short.token, section);
  await one.reads('as it was');
  expect(await one.stopped()).toBe(4401);
  one.closed = undefined;
  one.story.insert(0, 'still ');
  one.provider.protocols = ['caseweave.y.v1', (await issueToken(authority, 'worker', now())).token];
  one.provider.connect();
  const other = await stock.open(it.server, 'partner', section);
  await other.reads('still as it was');
});

test('[Y11] when somebody’s roles change, their connections begin again', async () => {
  await using it = await start();
  const { section } = await openStory(it);
  const one = await stock.open(it.server, 'worker', section);
  await one.reads('as it was');
  await served.putAs(it.server.node, 'worker', { supervises: 'east' });
  await one.until(() => one.codes.length > 0);
  await one.synced();
  expect(one.codes).toEqual([4000]);
});
