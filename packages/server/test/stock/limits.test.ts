import { issueToken } from '@caseweave/server';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeStep1, writeStep2, writeUpdate } from '../../src/stock/stock-messages.ts';
import { served } from '../models/served.ts';
import { connect, startFilled, startPostgres } from '../sync/test-authority.ts';
import { RawStock } from './raw-stock.ts';
import { stockClients } from './stock-client.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
const stock = stockClients();

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterEach(() => stock.closeAll());
afterAll(() => postgres.close());

async function startStory() {
  const it = await startFilled(postgres.address);
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  const raw = async () => {
    const { token } = await issueToken(it.server.node.authority, 'worker', Date.now());
    return RawStock.connect(it.server.url, section, token);
  };
  return {
    ...it,
    device,
    section,
    raw,
    said: () => served.storyOf(device, it.record),
    [Symbol.asyncDispose]: () => it.server.close(),
  };
}

test('[Y16] what is no message ends with 4400', async () => {
  await using it = await startStory();
  const bad: (readonly number[] | string)[] = [
    'text',
    [],
    [2, 0],
    [4],
    [0],
    [0, 3, 0],
    [0, 2, 5, 0],
    // Bytes left over, and a number in a longer spelling, which a test of the first two bytes would let pass.
    [0, 2, 2, 0, 0, 9],
    [0x80, 0, 2, 2, 0, 0],
    [3, 0],
    [1, 2, 200, 1],
    [1, 4, 1, 1, 1, 9],
    // A vector of more entries than bytes.
    [0, 0, 5, 255, 255, 255, 255, 15],
  ];
  for (const message of bad) {
    const raw = await it.raw();
    await raw.sync();
    raw.say(typeof message === 'string' ? message : Uint8Array.from(message));
    expect([message, await raw.closed()]).toEqual([message, 4400]);
  }
  // An answer to what was not asked, and a client that answers nothing.
  const eager = await it.raw();
  eager.say(writeStep2(Uint8Array.of(0, 0)));
  expect(await eager.closed()).toBe(4400);
  const silent = await it.raw();
  for (const _ of [1, 2, 3]) silent.say(writeUpdate(new Uint8Array(500_000)));
  expect(await silent.closed()).toBe(4400);
  const empty = await it.raw();
  for (let sent = 0; sent < 1_100; sent += 1) empty.say(writeUpdate(new Uint8Array()));
  expect(await empty.closed()).toBe(4400);
});

test('[Y16] what is too large ends with 4413, also when it is too large to be read', async () => {
  await using it = await startStory();
  for (const size of [1_100_000, 5_000_000]) {
    const raw = await it.raw();
    await raw.sync();
    raw.say(writeUpdate(new Uint8Array(size)));
    expect(await raw.closed()).toBe(4413);
  }
});

test('[Y17] a client that sends a great deal at once is slowed down, and all of it is taken in order', async () => {
  await using it = await startStory();
  const one = await stock.open(it.server, 'worker', it.section);
  await one.synced();
  let words = '';
  for (let at = 0; at < 1_500; at += 1) {
    const word = `${at} `;
    one.story.insert(words.length, word);
    words += word;
  }
  await it.device.until(() => it.said() === words);
  expect(one.codes).toEqual([]);
  expect(it.failures).toEqual([]);
});

test('[Y17] what had arrived when a client went is dealt with', async () => {
  await using it = await startStory();
  const one = await stock.open(it.server, 'worker', it.section);
  await one.synced();
  for (let at = 0; at < 300; at += 1) one.story.insert(at, 'x');
  one.close();
  await it.device.until(() => it.said().length >= 300);
  expect(it.said()).toBe('x'.repeat(300));
});

test('[Y17] a client that asks again and again waits, and costs others nothing', async () => {
  await using it = await startStory();
  const raw = await it.raw();
  await raw.sync();
  for (let at = 0; at < 200; at += 1) raw.say(writeStep1(Uint8Array.of(0)));
  const one = await stock.open(it.server, 'partner', it.section);
  await one.synced();
  const answers = raw.heard.filter(([type, step]) => type === 0 && step === 1).length;
  expect(answers).toBeLessThan(10);
  raw.socket.terminate();
});

test('[Y17] a client that does not read is cut off, and others go on', async () => {
  await using it = await startStory();
  const slow = await it.raw();
  await slow.sync();
  slow.socket.pause();
  const writer = await stock.open(it.server, 'partner', it.section);
  const reader = await stock.open(it.server, 'lead', it.section);
  await Promise.all([writer.synced(), reader.synced()]);
  const left = new Promise((done) => {
    const { switchboard } = it.server.node;
    const before = switchboard.readers.size;
    reader.doc.on('update', () => {
      if (switchboard.readers.size < before) done('cut off');
    });
  });
  // More than the sockets' own buffers and the limit together, in pieces that are taken.
  for (let piece = 0; piece < 48; piece += 1) writer.story.insert(0, 'x'.repeat(400_000));
  await reader.until(() => reader.story.length === 48 * 400_000);
  expect(await Promise.race([left, reader.synced().then(() => 'kept')])).toBe('cut off');
  slow.socket.terminate();
  expect(reader.codes).toEqual([]);
});

test('[Y18] one person has so many connections and no more', async () => {
  await using it = await startStory();
  const all = await Promise.all(Array.from({ length: 64 }, () => it.raw()));
  await Promise.all(all.map((raw) => raw.sync()));
  expect(await (await it.raw()).closed()).toBe(4004);
  // Another person's are not theirs.
  await (await stock.open(it.server, 'partner', it.section)).synced();
  all[0]?.socket.close();
  await all[0]?.closed();
  for (const raw of all) raw.socket.terminate();
});

test('[Y18] a clientID for each visit while away is taken, and too many at once are not', async () => {
  await using it = await startStory();
  const doc = new Y.Doc();
  for (let visit = 0; visit < 40; visit += 1) {
    doc.clientID = 3_000_000_000 + visit;
    doc.getText('story/').insert(0, 'v');
  }
  const one = await stock.open(it.server, 'worker', it.section, doc);
  await one.synced();
  await it.device.until(() => it.said() === 'v'.repeat(40));
  const many = new Y.Doc();
  for (let visit = 0; visit < 70; visit += 1) {
    many.clientID = 3_100_000_000 + visit;
    many.getText('story/').insert(0, 'm');
  }
  const other = await stock.open(it.server, 'partner', it.section, many);
  expect(await other.stopped()).toBe(4403);
  expect(it.said()).not.toContain('m');
});

test('[Y19] when the store fails, clients try again and lose nothing', async () => {
  await using it = await startStory();
  const { db } = it.server.node.database;
  const one = await stock.open(it.server, 'worker', it.section);
  await one.synced();
  await sql`alter table outcome rename to outcome_away`.execute(db);
  one.story.insert(0, 'kept');
  await one.until(() => one.codes.includes(4000));
  await sql`alter table outcome_away rename to outcome`.execute(db);
  await it.device.until(() => it.said() === 'kept');
  expect(one.closed).toBeUndefined();
});
