import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { served } from '../models/served.ts';
import { connect, startAnother, startFilled, startPostgres } from '../sync/test-authority.ts';
import { stockClients } from './stock-client.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
const stock = stockClients();

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterEach(() => stock.closeAll());
afterAll(() => postgres.close());

const start = () => startFilled(postgres.address);

test('[Y1] two stock clients and a device write in one story and end with the same text', async () => {
  await using it = await start();
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  const one = await stock.open(it.server, 'worker', section);
  const two = await stock.open(it.server, 'partner', section);
  await Promise.all([one.synced(), two.synced()]);
  one.story.insert(0, 'one ');
  two.story.insert(0, 'two ');
  expect(await device.push([served.story(device, it.record, 'three ')])).toEqual({
    type: 'taken',
  });
  const whole = (text: string) => ['one ', 'two ', 'three '].every((word) => text.includes(word)) && text.length === 14;
  const deviceText = () => served.storyOf(device, it.record);
  await Promise.all([
    one.until(() => whole(one.story.toJSON())),
    two.until(() => whole(two.story.toJSON())),
    device.until(() => whole(deviceText())),
  ]);
  expect(new Set([one.story.toJSON(), two.story.toJSON(), deviceText()]).size).toBe(1);
  expect(it.failures).toEqual([]);
});

test('[Y6] what a stock client writes is its person’s, to devices too', async () => {
  await using it = await start();
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  const doc = new Y.Doc();
  doc.clientID = 4_294_967_295;
  const one = await stock.open(it.server, 'worker', section, doc);
  await one.synced();
  one.story.insert(0, 'by the worker');
  await device.until(() => served.storyOf(device, it.record) === 'by the worker');
  expect(device.heard.find((message) => message.type === 'change')).toMatchObject({
    authors: [{ client: 4_294_967_295, principal: 'worker' }],
  });
});

test('[Y4] a new client gets what there is, and one that comes back only what it lacks', async () => {
  await using it = await start();
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  await device.push([served.story(device, it.record, 'canaryold')]);
  const one = await stock.open(it.server, 'worker', section);
  await one.reads('canaryold');
  one.provider.disconnect();
  await device.push([served.story(device, it.record, 'new ')]);
  one.heard = '';
  one.provider.connect();
  await one.reads('new canaryold');
  expect(one.heard).not.toContain('canaryold');
});

test('[Y5] what was written while away is taken once, however often it is sent', async () => {
  await using it = await start();
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  const one = await stock.open(it.server, 'worker', section);
  await one.synced();
  one.story.insert(0, 'a');
  one.provider.disconnect();
  one.story.insert(1, 'b');
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(one.doc));
  one.provider.connect();
  await device.until(() => served.storyOf(device, it.record) === 'ab');
  for (const _ of [1, 2]) {
    one.provider.disconnect();
    one.provider.connect();
    await one.synced();
  }
  // A page that was loaded anew from what the browser kept brings the same, under another clientID.
  const reloaded = await stock.open(it.server, 'worker', section, again);
  await reloaded.synced();
  one.story.insert(2, 'c');
  await reloaded.reads('abc');
  await device.until(() => served.storyOf(device, it.record) === 'abc');
  const { rows } = await sql<{ bytes: Uint8Array }>`
    select bytes from log where authority = ${it.server.node.authority.id} and section = ${section}`.execute(
    it.server.node.database.db,
  );
  const logged = rows.flatMap(({ bytes }) => Y.decodeUpdate(bytes).structs);
  expect(logged.reduce((sum, { length }) => sum + length, 0)).toBe(3);
  expect(one.codes).toEqual([]);
});

test('[Y4] what is typed while the client connects is taken after what it hangs on', async () => {
  await using it = await start();
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  const doc = new Y.Doc();
  doc.getText('story/').insert(0, 'before ');
  const one = await stock.open(it.server, 'worker', section, doc);
  await new Promise<void>((connected) => {
    one.provider.on('status', ({ status }) => {
      if (status !== 'connected') return;
      // Before its first question is sent, and after it: before it has heard what the server lacks.
      one.story.insert(one.story.length, 'connecting ');
      queueMicrotask(() => {
        one.story.insert(one.story.length, 'connected');
        connected();
      });
    });
  });
  await device.until(() => served.storyOf(device, it.record) === one.story.toJSON());
  expect(one.codes).toEqual([]);
  expect(one.story.toJSON()).toBe('before connecting connected');
});

test('[Y8] what one node takes, a stock client at another hears', async () => {
  await using it = await start();
  await using other = await startAnother(it, postgres.address);
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  const [one, two] = [await stock.open(it.server, 'worker', section), await stock.open(other, 'partner', section)];
  await Promise.all([one.synced(), two.synced()]);
  one.story.insert(0, 'from one node ');
  await two.reads('from one node ');
  two.story.insert(14, 'to the other');
  await one.reads('from one node to the other');
  await device.until(() => served.storyOf(device, it.record) === 'from one node to the other');
  expect([...one.codes, ...two.codes]).toEqual([]);
});
