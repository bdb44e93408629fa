import { afterAll, beforeAll, expect, test } from 'vitest';
import { served } from '../models/served.ts';
import { connect, decide, newRecordId, startFilled, startPostgres } from './test-authority.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = () => startFilled(postgres.address);

test('[S8] no byte of what a reader may not see reaches them, nor that it is there', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const secret = served.hide(lead, it.record, 'canarysecret');
  const where = served.hideLinked(lead, it.linked, 'canarylinked');
  const open = served.story(lead, it.record, 'for everyone');
  expect(await lead.push([secret, where, open])).toEqual({ type: 'taken' });
  await partner.until(() => served.storyOf(partner, it.record) === 'for everyone');
  const fresh = await connect(it.server, 'partner');
  for (const device of [partner, fresh]) {
    for (const word of ['canary', served.names.secret, served.names.hidden])
      expect(device.everything).not.toContain(word);
    for (const { section } of [secret, where]) expect(device.headers.has(section)).toBe(false);
  }
  const worker = await connect(it.server, 'worker');
  expect(worker.everything).toContain('canarysecret');
  expect(await connect(it.server, 'stranger').then((stranger) => stranger.headers.size)).toBe(0);
});

test('[S8] a change that somebody may not see does not move their cursor nor cost them a byte', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const before = partner.bytes.length;
  await lead.push([served.hide(lead, it.record, 'x')]);
  await lead.push([served.story(lead, it.record, 'y')]);
  await partner.until(() => served.storyOf(partner, it.record) === 'y');
  expect(partner.bytes.length).toBe(before + 1);
});

test('[S23] to an entry its author adds, on another device too, and nobody else', async () => {
  await using it = await start();
  const [lead, other] = [await connect(it.server, 'lead'), await connect(it.server, 'lead')];
  const partner = await connect(it.server, 'partner');
  expect(await lead.push([served.enter(lead, it.record, 'Home visit')])).toEqual({ type: 'taken' });
  const entries = (device: typeof lead) => served.entriesOf(device, it.record);
  for (const device of [other, partner]) await device.until(() => entries(device).length === 1);

  const add = (device: typeof lead, text: string) => served.addTo(device, it.record, text);
  expect(await partner.push([add(partner, 'It was not')])).toMatchObject({ type: 'held', code: 'not-allowed' });
  expect(await other.push([add(other, 'It was the day before')])).toEqual({ type: 'taken' });
  await lead.until(() => entries(lead)[0]?.addenda !== undefined);
  expect(entries(lead)[0]?.addenda).toEqual(['It was the day before']);
});

test('[S9] when a membership ends, a live connection hears a leave at once and nothing more', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const held = served.story(partner, it.record, 'late');
  await decide(it, { type: 'leave', who: 'partner' });
  await partner.until(() => partner.headers.size === 0);
  await lead.push([served.story(lead, it.record, 'canaryafter')]);
  expect(await partner.push([held])).toMatchObject({ type: 'held', code: 'not-allowed' });
  expect(partner.everything).not.toContain('canaryafter');
});

test('[S9] a device that was away when a membership ended hears the leaves when it comes back', async () => {
  await using it = await start();
  const partner = await connect(it.server, 'partner');
  const held = new Set(partner.headers.keys());
  await partner.close();
  await decide(it, { type: 'leave', who: 'partner' });
  const back = await connect(it.server, 'partner', partner.kept);
  expect(back.welcome.resumed).toBe(true);
  const left = back.heard.flatMap((message) => (message.type === 'leave' ? [message.section] : []));
  expect(new Set(left)).toEqual(held);
});

test('[S9] a right that runs out is told like one that is taken away', async () => {
  let time = Date.now();
  await using it = await startFilled(postgres.address, 1, () => time);
  const worker = await connect(it.server, 'worker');
  const { now } = it.server.node;
  const names = () => [...worker.headers.values()].map(({ name }) => name);
  const until = now() + 3_600_000;
  await decide(it, { type: 'name', who: 'worker', level: 'read', until });
  await worker.until(() => names().includes(served.names.named));
  time = until;
  await it.server.node.sweep();
  await worker.until(() => !names().includes(served.names.named));
  expect(names()).toContain(served.names.plan);
});

test('[S9] of two rights that run out one soon after the other, both are told', async () => {
  let time = Date.now();
  await using it = await startFilled(postgres.address, 1, () => time);
  const [worker, lead] = [await connect(it.server, 'worker'), await connect(it.server, 'lead')];
  const { now } = it.server.node;
  const names = (device: typeof worker) => [...device.headers.values()].map(({ name }) => name);
  const until = now() + 3_600_000;
  const open = { type: 'name', level: 'read' } as const;
  await decide(it, { ...open, who: 'worker', until });
  await decide(it, { ...open, who: 'lead', until: until + 100 });
  await worker.until(() => names(worker).includes(served.names.named));
  await lead.until(() => names(lead).includes(served.names.named));
  time = until + 100;
  await it.server.node.sweep();
  await lead.until(() => !names(lead).includes(served.names.named));
  await worker.until(() => !names(worker).includes(served.names.named));
  expect(names(worker)).toContain(served.names.plan);
});

test('[S8] a linked record of which somebody may read nothing is not named to them', async () => {
  await using it = await start();
  const { decisions, now } = it.server.node;
  await decisions.decide(served.barFromLinked(it.linked, 'partner'), now());
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  expect(partner.header(it.record, served.names.plan).acts.read).toBe(true);
  expect(lead.everything).toContain(it.linked);
  expect(partner.everything).not.toContain(it.linked);
});

test('[S8] a decision that changes nothing for a reader is not told to them', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const before = partner.bytes.length;
  await decide(it, { type: 'name', who: 'worker', level: 'read' });
  await lead.push([served.story(lead, it.record, 'y')]);
  await partner.until(() => served.storyOf(partner, it.record) === 'y');
  expect(partner.bytes.length).toBe(before + 1);
});

test('[S10] whoever joins a team receives the sections with their state, live and after being away', async () => {
  await using it = await start();
  const [lead, stranger] = [await connect(it.server, 'lead'), await connect(it.server, 'stranger')];
  await lead.push([served.story(lead, it.record, 'before')]);
  await stranger.close();
  await decide(it, { type: 'join', who: 'stranger' });
  const back = await connect(it.server, 'stranger', stranger.kept);
  expect(served.storyOf(back, it.record)).toBe('before');
  expect(back.heard.find((message) => message.type === 'facts' && message.record === it.record)).toBeDefined();

  const worker = await connect(it.server, 'worker');
  await decide(it, { type: 'leave', who: 'worker' });
  await worker.until(() => worker.headers.size === 0);
  await decide(it, { type: 'appoint', who: 'worker' });
  await worker.until(() => [...worker.docs.values()].length > 0 && worker.heard.at(-1)?.type === 'cursor');
  expect(served.storyOf(worker, it.record)).toBe('before');
});

test('[S10] what is decided is told as facts, by the kind of the record', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  expect(lead.heard.find((message) => message.type === 'manifest')).toMatchObject({
    records: expect.arrayContaining([
      expect.objectContaining({ record: it.record, kind: served.names.kind }),
    ]) as unknown,
  });
  expect(
    served
      .workersOf(lead, it.record)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['lead', 'partner', 'worker']);
  expect(served.districtOf(lead, it.record)).toBe('East');
  expect(served.linksOf(lead, it.record)).toEqual([it.linked]);
});

test('[S11] when what somebody is changes, they begin again', async () => {
  await using it = await start();
  const partner = await connect(it.server, 'partner');
  await served.putAs(it.server.node, 'partner', { name: 'New name', supervises: 'east' });
  await partner.until(() => partner.closedWith !== undefined);
  const back = await connect(it.server, 'partner', partner.kept);
  expect(back.welcome.resumed).toBe(false);
  expect(back.welcome.principal.name).toBe('New name');
  expect([...back.headers.values()].some(({ name }) => name === served.names.secret)).toBe(true);
});

test('[S12] presence bears the name that the server knows and reaches only those who may read and have it open', async () => {
  await using it = await start();
  const [lead, partner, stranger] = [
    await connect(it.server, 'lead'),
    await connect(it.server, 'partner'),
    await connect(it.server, 'stranger'),
  ];
  const { section } = lead.header(it.record, served.names.plan);
  const here = (client: number) =>
    ({ type: 'presence', section, client, clock: 1, state: '{"user":"somebody else"}' }) as const;
  stranger.say(here(stranger.client));
  partner.say(here(partner.client));
  partner.say({ type: 'ping' });
  await partner.until(() => partner.heard.some(({ type }) => type === 'pong'));
  lead.say(here(lead.client));
  const seen = () => lead.heard.filter((message) => message.type === 'presence');
  await lead.until(() => seen().length === 1);
  expect(seen()[0]).toMatchObject({
    who: { principal: 'partner', name: 'Name of partner', organisation: served.organisations.partner },
  });
  await partner.close();
  await lead.until(() => seen().length === 2);
  expect(seen()[1]).toMatchObject({ state: null });
  expect(stranger.heard.some(({ type }) => type === 'presence')).toBe(false);
});

test('[S13] a device of somebody else, or one that never was, is turned away', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  await expect(connect(it.server, 'partner', lead.kept)).rejects.toThrow('4102');
  await expect(connect(it.server, 'partner', { device: newRecordId() as never, cursor: null })).rejects.toThrow('4102');
  await expect(connect(it.server, 'nobody')).rejects.toThrow('4200');
});
