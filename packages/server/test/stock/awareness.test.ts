import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readState, StockPlaces } from '../../src/stock/stock-places.ts';
import { served } from '../models/served.ts';
import { connect, decide, startFilled, startPostgres } from '../sync/test-authority.ts';
import { stockClients } from './stock-client.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
const stock = stockClients();

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterEach(() => stock.closeAll());
afterAll(() => postgres.close());

const start = () => startFilled(postgres.address);
const user = (principal: string) => ({ name: `Name of ${principal}`, principal });

test('[Y12] others see who somebody is, whatever they say of themselves', async () => {
  await using it = await start();
  const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
  const one = await stock.open(it.server, 'worker', section);
  const two = await stock.open(it.server, 'partner', section);
  one.provider.awareness.setLocalState({
    user: { name: 'Somebody else', principal: 'lead', color: '#112233', photo: 'x' },
    cursor: { anchor: 1 },
  });
  await two.until(() => two.others.some((state) => JSON.stringify(state).includes('cursor')));
  expect(two.others).toEqual([
    { cursor: { anchor: 1 }, user: { ...user('worker'), organisation: served.organisations.lead, color: '#112233' } },
  ]);
  await one.until(() => one.others.length === 1);
  expect(one.others).toEqual([{ user: { ...user('partner'), organisation: served.organisations.partner } }]);
  // What a provider sends back of others does not make it somebody else, nor change its own state.
  expect(one.provider.awareness.getLocalState()).toMatchObject({ user: { name: 'Somebody else' } });
});

test('[Y12] nobody shows themselves under a clientID that another shows', async () => {
  await using it = await start();
  const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
  const one = await stock.open(it.server, 'worker', section);
  const two = await stock.open(it.server, 'partner', section);
  await one.until(() => one.others.length === 1);
  const { awareness } = two.provider;
  // The states of others, forged, as one message of the second client.
  const forged = new Map([...awareness.getStates().keys()].map((client) => [client, { user: { name: 'forged' } }]));
  for (const [client, state] of forged) {
    awareness.states.set(client, state);
    awareness.meta.set(client, { clock: 2 ** 50, lastUpdated: Date.now() });
  }
  awareness.emit('update', [{ added: [], updated: [...forged.keys()], removed: [] }, 'local']);
  const three = await stock.open(it.server, 'lead', section);
  await three.until(() => three.others.length === 2);
  const names = (client: typeof one) => client.others.map((state) => (state as { user: { name: string } }).user.name);
  expect(names(three).toSorted()).toEqual(['Name of partner', 'Name of worker']);
  await one.until(() => one.others.length === 2);
  expect(names(one).toSorted()).toEqual(['Name of lead', 'Name of partner']);
});

test('[Y12] two pages of one person are two places, and neither is taken for the other', async () => {
  await using it = await start();
  const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
  const watcher = await stock.open(it.server, 'partner', section);
  const one = await stock.open(it.server, 'worker', section);
  const two = await stock.open(it.server, 'worker', section);
  // Each hears of the other, and its provider sends that back.
  await Promise.all([one, two].map((client) => client.until(() => client.others.length === 2)));
  one.provider.awareness.setLocalStateField('field', 'about');
  two.provider.awareness.setLocalStateField('field', 'title');
  await watcher.until(() => ['about', 'title'].every((field) => JSON.stringify(watcher.others).includes(field)));
  expect(watcher.others).toHaveLength(2);
  expect([...one.codes, ...two.codes]).toEqual([]);
});

test('[Y13] devices and stock clients see each other come, move and go, and come back', async () => {
  await using it = await start();
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  const shown = () => device.heard.findLast((message) => message.type === 'presence');
  device.say({ type: 'presence', section, client: device.client, clock: 1, state: '{"field":"title"}' });
  const one = await stock.open(it.server, 'worker', section);
  await one.until(() => one.others.length === 1);
  expect(one.others).toMatchObject([{ field: 'title', user: user('lead') }]);
  await device.until(() => shown() !== undefined);
  expect(shown()).toMatchObject({ client: one.doc.clientID, who: { principal: 'worker' } });
  one.provider.awareness.setLocalStateField('field', 'about');
  await device.until(() => JSON.stringify(shown()).includes('about'));
  one.provider.disconnect();
  await device.until(() => (shown() as { state: string | null }).state === null);
  one.provider.connect();
  await device.until(() => JSON.stringify(shown()).includes('about'));
  await one.until(() => one.others.length === 1);
  device.say({ type: 'presence', section, client: device.client, clock: 2, state: null });
  await one.until(() => one.others.length === 0);
  device.say({ type: 'presence', section, client: device.client, clock: 3, state: '{}' });
  await one.until(() => one.others.length === 1);
});

test('[Y13] a stock client that goes is seen to go by other stock clients, and to come back at once', async () => {
  await using it = await start();
  const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
  const one = await stock.open(it.server, 'worker', section);
  const two = await stock.open(it.server, 'partner', section);
  await two.until(() => two.others.length === 1);
  for (const _ of [1, 2]) {
    one.provider.disconnect();
    await two.until(() => two.others.length === 0);
    one.provider.connect();
    await two.until(() => two.others.length === 1);
    await one.until(() => one.others.length === 1);
  }
  expect(two.others).toMatchObject([{ user: user('worker') }]);
});

test('[Y13] a client that comes back takes the place of its older connection', async () => {
  await using it = await start();
  const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
  const watcher = await stock.open(it.server, 'partner', section);
  const one = await stock.open(it.server, 'worker', section);
  await watcher.until(() => watcher.others.length === 1);
  // The same document on a second connection, while the first is still open.
  const again = await stock.open(it.server, 'worker', section, one.doc);
  again.provider.awareness.setLocalStateField('field', 'about');
  await one.until(() => one.codes.length > 0);
  one.provider.disconnect();
  await watcher.until(() => JSON.stringify(watcher.others).includes('about'));
  expect(watcher.others).toMatchObject([{ user: user('worker') }]);
  expect(one.codes).toEqual([4000]);
  expect(again.codes).toEqual([]);
});

test('[Y14] who looks at a restricted section is not told', async () => {
  await using it = await start();
  const { database, authority, tail } = it.server.node;
  for (const who of ['lead', 'worker']) await decide(it, { type: 'name', who, level: 'read' });
  await tail.catchUp();
  const { rows } = await sql<{ id: string }>`
    select id from section where authority = ${authority.id} and record = ${it.record} and name = ${served.names.named}`.execute(
    database.db,
  );
  const section = rows[0]?.id ?? '';
  const one = await stock.open(it.server, 'worker', section);
  const two = await stock.open(it.server, 'lead', section);
  await Promise.all([one.synced(), two.synced()]);
  // Sent after the awareness of both, and answered after it.
  for (const client of [one, two]) {
    client.provider.disconnect();
    client.provider.connect();
    await client.synced();
  }
  expect([...one.others, ...two.others]).toEqual([]);
  const { rows: claimed } = await sql`select from lease where authority = ${authority.id} and device is null`.execute(
    database.db,
  );
  expect(claimed).toEqual([]);
});

test('[Y15] a state is an object of at most 1 KiB', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(readState(bytes('{"a":1}'))).toBe('{"a":1}');
  expect(readState(bytes('null'))).toBeNull();
  expect(readState(bytes('{"__proto__":{"admin":true},"a":{"__proto__":1}}'))).toBe('{"a":{}}');
  for (const text of ['', '[]', '1', '"x"', '{', `{"a":"${'x'.repeat(1_024)}"}`])
    expect(readState(bytes(text))).toBeUndefined();
  expect(readState(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
  // Short as it is sent, and long once it is written out.
  expect(readState(bytes(`{"a":[${Array.from({ length: 150 }, () => '1E20').join(',')}]}`))).toBeUndefined();
});

test('[Y15] what is said only to be heard is an awareness message of nobody', () => {
  const said: Uint8Array[] = [];
  const places = new StockPlaces(
    (message) => said.push(message),
    () => 0,
  );
  places.beat();
  expect(said).toEqual([Uint8Array.of(1, 1, 0)]);
});

test('[Y15] of states that come fast, the last one is told', async () => {
  await using it = await start();
  const { section } = (await connect(it.server, 'lead')).header(it.record, served.names.plan);
  const one = await stock.open(it.server, 'worker', section);
  const two = await stock.open(it.server, 'partner', section);
  await two.until(() => two.others.length === 1);
  let changes = 0;
  two.provider.awareness.on('change', () => (changes += 1));
  for (let at = 1; at <= 200; at += 1) one.provider.awareness.setLocalStateField('at', at);
  await two.until(() => JSON.stringify(two.others).includes('"at":200'));
  expect(changes).toBeLessThan(10);
});
