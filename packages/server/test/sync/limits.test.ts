import { CLOSE, type ServerMessage, SERVER, WIRE } from '@caseweave/protocol';
import { issueToken } from '@caseweave/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MOST_ENROLLED } from '../../src/directory/devices.ts';
import { MOST_HELD } from '../../src/log/limit-held.ts';
import { ROWS_A_SNAPSHOT } from '../../src/sections/take-snapshot.ts';
import type { TestDevice } from '@caseweave/testing';
import { served } from '../models/served.ts';
import { connect, decide, startFilled, startPostgres } from './test-authority.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = () => startFilled(postgres.address);
type Started = Awaited<ReturnType<typeof start>>;
/** What a device that came back, and kept no headers, has of a plan's story. */
const storyOf = (device: TestDevice, section: string) => device.doc(section).getText('story/').toJSON();
const dbOf = ({ server }: Started) => server.node.database.db;

test('[S18] nobody enrols devices without end; those that they have go on', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  await sql`insert into device (authority, id, principal, enrolled_at)
    select ${it.server.node.authority.id}, 'device-' || place, 'lead', ${it.server.node.now()} from generate_series(2, ${MOST_ENROLLED}::int) as s(place)`.execute(
    dbOf(it),
  );
  await expect(connect(it.server, 'lead')).rejects.toThrow(String(CLOSE.busy));
  expect((await connect(it.server, 'lead', lead.kept)).welcome.resumed).toBe(true);
  await connect(it.server, 'partner');
});

test('[S18] what is held of one person has a limit: beyond it their device keeps it, and others are held as before', async () => {
  await using it = await start();
  const { database, authority } = it.server.node;
  const [worker, partner] = [await connect(it.server, 'worker'), await connect(it.server, 'partner')];
  const parts = [worker, partner].map((device) => served.story(device, it.record, 'late'));
  for (const who of ['worker', 'partner']) await decide(it, { type: 'leave', who });
  await sql`insert into held (authority, device, batch, part, section, epoch, principal, at, code, bytes)
    select ${authority.id}, 'other', place, 0, 's', 1, 'worker', 0, 'not-allowed', '' from generate_series(1, ${MOST_HELD}::int) as s(place)`.execute(
    database.db,
  );
  const [late, lateToo] = parts;
  if (late === undefined || lateToo === undefined) throw new Error('Two were written.');
  const outcomes = await Promise.all([worker.push([late], 1), partner.push([lateToo], 1)]);
  expect(outcomes).toMatchObject([{ type: 'refused', code: 'too-many-held' }, { type: 'held' }]);
  expect(await worker.push([late], 1)).toMatchObject({ type: 'refused', code: 'too-many-held' });
});

test('[S5] a section with more rows than a snapshot gathers is read whole by whoever comes new, and by whoever comes back', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const partner = await connect(it.server, 'partner');
  await partner.close();
  // One that tells of every frame says twice as much, and more in a second than any honest device.
  lead.takesIn = false;
  const count = ROWS_A_SNAPSHOT + 210;
  for (let written = 0; written < count; written += WIRE.batchesInFlight) {
    const batch = Array.from({ length: Math.min(WIRE.batchesInFlight, count - written) }, (_, at) =>
      lead.push([served.story(lead, it.record, String((written + at) % 10))]),
    );
    expect((await Promise.all(batch)).every(({ type }) => type === 'taken')).toBe(true);
  }
  const { section } = lead.header(it.record, served.names.plan);
  const snapshots = () =>
    sql<{
      seq: number;
      rows: number;
    }>`select seq, rows from snapshot where authority = ${it.server.node.authority.id} and section = ${section}`
      .execute(dbOf(it))
      .then(({ rows }) => rows);
  while ((await snapshots()).length === 0) await new Promise((resolve) => setImmediate(resolve));
  const [snapshot] = await snapshots();
  expect(snapshot?.rows).toBeGreaterThanOrEqual(ROWS_A_SNAPSHOT);
  const text = served.storyOf(lead, it.record);
  expect(text).toHaveLength(count);
  const worker = await connect(it.server, 'worker');
  const back = await connect(it.server, 'partner', partner.kept);
  for (const device of [worker, back]) {
    expect(storyOf(device, section)).toBe(text);
    expect(Y.encodeStateVector(device.doc(section))).toEqual(Y.encodeStateVector(lead.doc(section)));
  }
  // So many rows come as one state instead.
  expect(back.welcome.resumed).toBe(true);
  expect(back.heard.some((message) => message.type === 'state' && message.section === section)).toBe(true);
});

test('[S19] where many read a section, changes that come close together are sent together', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const crowd = await Promise.all(Array.from({ length: 12 }, () => connect(it.server, 'partner')));
  const before = crowd.map(({ heard }) => heard.length);
  const count = WIRE.batchesInFlight;
  const pushes = Array.from({ length: count }, () => lead.push([served.story(lead, it.record, 'x')]));
  await Promise.all(pushes);
  for (const [index, device] of crowd.entries()) {
    await device.until(() => served.storyOf(device, it.record).length === count);
    const changes = device.heard.slice(before[index]).filter(({ type }) => type === 'change');
    expect(changes.length).toBeLessThan(count);
    expect(changes.flatMap((message) => (message.type === 'change' ? message.updates : []))).toHaveLength(count);
  }
});

test('[S20] a reader that takes nothing in is cut off at the limit, goes on by its cursor, and keeps nobody waiting', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const partner = await connect(it.server, 'partner');
  const { kept } = partner;
  const { section } = partner.header(it.record, served.names.plan);
  partner.takesIn = false;
  const words = 'x'.repeat(200_000);
  const most = Math.ceil(SERVER.downLimit / words.length) + 4;
  const rewrite = () => served.story(lead, it.record, words, served.storyOf(lead, it.record).length);
  let pushed = 0;
  for (; pushed < most && partner.closedWith === undefined; pushed += 1)
    expect(await lead.push([rewrite()])).toEqual({ type: 'taken' });
  await partner.until(() => partner.closedWith !== undefined).catch(() => undefined);
  expect(partner.closedWith).toBe(CLOSE.tooSlow);
  expect(pushed * words.length).toBeGreaterThan(SERVER.downLimit);
  const back = await connect(it.server, 'partner', kept);
  expect(back.welcome.resumed).toBe(true);
  expect(storyOf(back, section)).toBe(words);
});

test('[S21] a token is renewed in band: the connection goes on past the end of the first, and not past that of the second', async () => {
  let time = Date.now();
  await using it = await startFilled(postgres.address, 1, () => time);
  const { authority } = it.server.node;
  const lead = await connect(it.server, 'lead');
  const first = lead.welcome.expiresAt;
  time = first - 60_000;
  const { token, expiresAt } = await issueToken(authority, 'lead', time);
  const renewed = (message: ServerMessage) => message.type === 'reauthed' && message.expiresAt > first;
  // A tick of the machine at every word: what has run out is seen at the next one.
  lead.say({ type: 'reauth', token });
  await lead.until(() => lead.heard.some(renewed));
  time = first + 1_000;
  expect(await lead.push([served.title(lead, it.record, 'Okafor')])).toEqual({
    type: 'taken',
  });
  expect(lead.closedWith).toBeUndefined();
  expect(expiresAt).toBeGreaterThan(first);
  const { token: other } = await issueToken(authority, 'partner', time);
  lead.say({ type: 'reauth', token: other });
  await lead.until(() => lead.closedWith !== undefined).catch(() => undefined);
  expect(lead.closedWith).toBe(CLOSE.wrongDevice);
  const again = await connect(it.server, 'partner');
  again.say({ type: 'reauth', token: 'worth nothing' });
  await again.until(() => again.closedWith !== undefined).catch(() => undefined);
  expect(again.closedWith).toBe(CLOSE.tokenRefused);
});
