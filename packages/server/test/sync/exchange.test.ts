import { CLOSE, sectionIdFrom, type SectionId } from '@caseweave/protocol';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startServer, type RunningServer } from '@caseweave/server';
import { served } from '../models/served.ts';
import { connect, startAnother, startFilled, startPostgres } from './test-authority.ts';
import type { TestDevice } from '@caseweave/testing';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = (records?: number) => startFilled(postgres.address, records);

/** How often a batch of a device is in the log, and all bytes of a section. */
async function logOf({ node }: RunningServer, section: SectionId) {
  const { rows } = await sql<{ rows: number; bytes: string | null }>`
    select count(*) as rows, string_agg(encode(bytes, 'hex'), '/' order by seq) as bytes from log
    where authority = ${node.authority.id} and section = ${section}`.execute(node.database.db);
  return rows[0];
}

test('[S1] what one device writes comes to another with its author, and not back to the first', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  expect(await lead.push([served.title(lead, it.record, 'Okafor')])).toEqual({ type: 'taken' });
  await partner.until(() => served.titleOf(partner, it.record) === 'Okafor');
  expect(partner.heard.find((message) => message.type === 'change')).toMatchObject({
    authors: [
      { client: lead.client, principal: 'lead', name: 'Name of lead', organisation: served.organisations.lead },
    ],
  });
  await lead.until(() => lead.heard.at(-1)?.type === 'cursor');
  expect(lead.heard.some((message) => message.type === 'change')).toBe(false);
  expect(it.failures).toEqual([]);
});

test('[S1] devices that write at the same time end with the same text, every letter once', async () => {
  await using it = await start();
  const devices = [
    await connect(it.server, 'lead'),
    await connect(it.server, 'partner'),
    await connect(it.server, 'worker'),
  ];
  const outcomes = await Promise.all(
    devices.flatMap((device, index) =>
      Array.from({ length: 8 }, () => device.push([served.story(device, it.record, 'abc'.charAt(index))])),
    ),
  );
  expect(outcomes.every(({ type }) => type === 'taken')).toBe(true);
  const story = (device: TestDevice) => served.storyOf(device, it.record);
  for (const device of devices) await device.until(() => story(device).length === 24);
  expect(new Set(devices.map(story)).size).toBe(1);
  const letters = Array.from(devices[0] === undefined ? '' : story(devices[0])).toSorted();
  expect(letters.join('')).toBe('a'.repeat(8) + 'b'.repeat(8) + 'c'.repeat(8));
});

test('[S2] a batch that is sent again gets the same answer and is logged once', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const part = served.title(lead, it.record, 'Okafor');
  expect(await lead.push([part], 1)).toEqual({ type: 'taken' });
  const again = await connect(it.server, 'lead', lead.kept);
  expect(await again.push([part], 1)).toEqual({ type: 'taken' });
  expect((await logOf(it.server, part.section))?.rows).toBe(1);
});

test('[S2] one batch sent at the same moment over two connections is logged once', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const twin = await connect(it.server, 'lead', lead.kept);
  const part = served.title(lead, it.record, 'Okafor');
  expect(await Promise.all([lead.push([part], 1), twin.push([part], 1)])).toEqual([
    { type: 'taken' },
    { type: 'taken' },
  ]);
  expect((await logOf(it.server, part.section))?.rows).toBe(1);
});

test('[S2] a copy of a device that sends other bytes under a number is told so', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const copy = await connect(it.server, 'lead', { ...lead.kept, cursor: null });
  expect(await lead.push([served.title(lead, it.record, 'Okafor')], 1)).toEqual({ type: 'taken' });
  const answer = await copy.push([served.title(copy, it.record, 'Another')], 1);
  expect(answer).toMatchObject({ type: 'refused', code: 'cloned-device' });
});

test('[S3] forged batches are refused, change nothing and harm nobody', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const { section, epoch } = lead.header(it.record, served.names.plan);
  const part = (update: Uint8Array) => ({ section, epoch, written: null, update });
  await lead.push([served.title(lead, it.record, 'Okafor')]);
  const before = await logOf(it.server, section);

  const anothersName = new Y.Doc();
  anothersName.clientID = partner.client;
  anothersName.getArray('claims').push([['', served.names.title, 'Forged']]);
  // A delete of clocks that the partner has not used yet.
  const deleteAhead = new Uint8Array([0, 1, ...varUint(partner.client), 1, 0, 100]);
  const gap = new Y.Doc();
  gap.clientID = lead.welcome.leases[1] ?? 0;
  gap.getArray('claims').push([['', served.names.title, 'One']]);
  const first = Y.encodeStateVector(gap);
  gap.getArray('claims').push([['', served.names.title, 'Two']]);

  expect(await lead.push([part(Y.encodeStateAsUpdate(anothersName))])).toMatchObject({
    type: 'refused',
    code: 'not-leased',
  });
  expect(await lead.push([part(deleteAhead)])).toMatchObject({ type: 'refused', code: 'unknown-delete' });
  expect(await lead.push([part(Y.encodeStateAsUpdate(gap, first))])).toMatchObject({ type: 'refused', code: 'gap' });
  expect(await lead.push([part(new Uint8Array([1, 2, 3, 255]))])).toMatchObject({ type: 'refused', code: 'malformed' });
  expect(await logOf(it.server, section)).toEqual(before);

  expect(await partner.push([served.title(partner, it.record, 'Okafor-Reed')])).toEqual({ type: 'taken' });
  await lead.until(() => served.titleOf(lead, it.record) === 'Okafor-Reed');
});

test('[S3] after a refusal the clientID is finished in that section, and another one goes on', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const { section, epoch } = lead.header(it.record, served.names.plan);
  const skipped = served.title(lead, it.record, 'Never sent');
  expect(skipped.section).toBe(section);
  const late = served.title(lead, it.record, 'Late');
  expect(await lead.push([late])).toMatchObject({ type: 'refused', code: 'gap', client: lead.client });
  expect(await lead.push([skipped])).toMatchObject({ type: 'behind' });
  const doc = new Y.Doc();
  doc.clientID = lead.welcome.leases[1] ?? 0;
  doc.getArray('claims').push([['', served.names.title, 'Okafor']]);
  expect(await lead.push([{ section, epoch, written: null, update: Y.encodeStateAsUpdate(doc) }])).toEqual({
    type: 'taken',
  });
});

test('[S3] an epoch that no section can have is refused, and what others push at that moment is taken', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const part = served.story(partner, it.record, 'x');
  const [forged, honest] = await Promise.all([
    partner.push([{ ...part, epoch: 2 ** 40 }]),
    lead.push([served.title(lead, it.record, 'Honest')]),
  ]);
  expect(forged).toEqual({ type: 'refused', code: 'malformed', part: 0, client: null });
  expect(honest).toEqual({ type: 'taken' });
  expect(it.failures).toEqual([]);
});

test('[S3] a clientID that one node has finished is finished at another one that holds the section warm', async () => {
  await using it = await start();
  await using other = await startAnother(it, postgres.address);
  const lead = await connect(it.server, 'lead');
  expect(await lead.push([served.title(lead, it.record, 'Taken')])).toEqual({ type: 'taken' });
  const next = served.title(lead, it.record, 'Never sent');
  const late = served.title(lead, it.record, 'Late');
  const there = await connect(other, 'lead', lead.kept);
  expect(await there.push([late], 2)).toMatchObject({ type: 'refused', code: 'gap' });
  expect(await lead.push([next], 3)).toMatchObject({ type: 'behind' });
});

test('[S3] a device that asks for sections without end is sent away, and others go on', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const { section } = partner.header(it.record, served.names.plan);
  const sections = Array.from({ length: 64 }, () => ({ section, vector: null }));
  partner.say(...Array.from({ length: 40 }, () => ({ type: 'want', sections }) as const));
  await partner.until(() => partner.closedWith !== undefined);
  expect(partner.closedWith).toBe(CLOSE.busy);
  expect(await lead.push([served.title(lead, it.record, 'Goes on')])).toEqual({ type: 'taken' });
});

test('[S4] all parts of a batch are taken or none is; what is held is kept apart', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const allowed = served.title(partner, it.record, 'Okafor');
  const { section, epoch } = lead.header(it.record, served.names.secret);
  const secret = served.hide(lead, it.record, 'x');
  expect(secret.section).toBe(section);
  const answer = await partner.push([allowed, { section, epoch, written: null, update: secret.update }]);
  expect(answer).toMatchObject({ type: 'held', code: 'not-allowed', part: 1 });
  expect((await logOf(it.server, allowed.section))?.rows).toBe(0);
  const { rows } = await sql<{ code: string }>`
    select code from held where authority = ${it.server.node.authority.id} order by part`.execute(
    it.server.node.database.db,
  );
  expect(rows.map(({ code }) => code)).toEqual(['with-another', 'not-allowed']);
});

test('[S4] a section that is not there is answered as one that may not be read', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const update = served.hide(lead, it.record, 'x').update;
  const { section, epoch } = lead.header(it.record, served.names.secret);
  const nowhere = sectionIdFrom(new Uint8Array(16).fill(7));
  const forbidden = await partner.push([{ section, epoch, written: null, update }]);
  expect(await partner.push([{ section: nowhere, epoch, written: null, update }])).toEqual(forbidden);
  partner.heard.length = 0;
  partner.say({
    type: 'want',
    sections: [
      { section, vector: null },
      { section: nowhere, vector: null },
    ],
  });
  await partner.until(() => partner.heard.filter((message) => message.type === 'leave').length === 2);
  expect(new Set(partner.heard.map((message) => (message.type === 'leave' ? message.record : message.type))).size).toBe(
    1,
  );
});

test('[S5] a device that comes back gets what changed and nothing else', async () => {
  await using it = await start(40);
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const kept = partner.kept;
  await partner.close();
  for (const { record } of it.filled.slice(0, 20)) await lead.push([served.title(lead, record, 'Changed')]);
  const back = await connect(it.server, 'partner', kept);
  expect(back.welcome.resumed).toBe(true);
  expect(back.heard.filter((message) => message.type === 'change').length).toBe(20);
  expect(back.heard.some((message) => message.type === 'manifest' || message.type === 'state')).toBe(false);
  // A welcome, and one frame with everything.
  expect(back.bytes.length).toBeLessThanOrEqual(2);
});

test('[S5] every cursor looks different and has one length; that of somebody else is worth nothing', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const again = await connect(it.server, 'lead', lead.kept);
  expect(again.cursor).not.toEqual(lead.cursor);
  const stolen = await connect(it.server, 'partner', { device: partner.welcome.device, cursor: lead.cursor });
  expect(stolen.welcome.resumed).toBe(false);
});

test('[S6] a server that starts again has everything that was acknowledged', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  await lead.push([served.title(lead, it.record, 'Okafor')]);
  const authority = it.server.node.authority.id;
  await it.server.close();
  await using second = await startServer({ model: served.model, database: postgres.address, authority });
  const back = await connect(second, 'partner');
  expect(served.titleOf(back, it.record)).toBe('Okafor');
});

test('[S7] two nodes on one database: what one takes, the other tells', async () => {
  await using it = await start();
  await using other = await startAnother(it, postgres.address);
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(other, 'partner')];
  for (let turn = 0; turn < 6; turn += 1) {
    const both = [lead, partner].map((device) => device.push([served.story(device, it.record, 'x')]));
    expect(await Promise.all(both)).toEqual([{ type: 'taken' }, { type: 'taken' }]);
  }
  for (const device of [lead, partner]) await device.until(() => served.storyOf(device, it.record).length === 12);
});

function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
