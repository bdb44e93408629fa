import { chronologyShared, personLocation, planPractice, planShared } from '@caseweave/family';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, newRecordId, startFilled, startPostgres } from './test-authority.ts';
import { changeRecord, type RecordChange, putPrincipals } from '../models/early-help.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = () => startFilled(postgres.address);
type Started = Awaited<ReturnType<typeof start>>;

const decide = (it: Started, change: RecordChange) => changeRecord(it.server.node, it.family, change);

test('[S8] no byte of what a reader may not see reaches them, nor that it is there', async () => {
  await using it = await start();
  const [lead, school] = [await connect(it.server, 'lead'), await connect(it.server, 'school')];
  const secret = lead.write(it.family, planPractice, (draft) => draft.analysis.insert(0, 'canarypractice'));
  const where = lead.write(it.child, personLocation, (draft) => {
    draft.addresses.add({ lines: 'canarylocation' });
  });
  const open = lead.write(it.family, planShared, (draft) => draft.story.insert(0, 'for everyone'));
  expect(await lead.push([secret, where, open])).toEqual({ type: 'taken' });
  await school.until(() => school.view(it.family, planShared).story.text === 'for everyone');
  const fresh = await connect(it.server, 'school');
  for (const device of [school, fresh]) {
    for (const word of ['canary', 'plan.practice', 'person.location', 'oversight'])
      expect(device.everything).not.toContain(word);
    for (const { section } of [secret, where]) expect(device.headers.has(section)).toBe(false);
  }
  const worker = await connect(it.server, 'worker');
  expect(worker.everything).toContain('canarypractice');
  expect(await connect(it.server, 'stranger').then((stranger) => stranger.headers.size)).toBe(0);
});

test('[S8] a change that somebody may not see does not move their cursor nor cost them a byte', async () => {
  await using it = await start();
  const [lead, school] = [await connect(it.server, 'lead'), await connect(it.server, 'school')];
  const before = school.bytes.length;
  await lead.push([lead.write(it.family, planPractice, (draft) => draft.analysis.insert(0, 'x'))]);
  await lead.push([lead.write(it.family, planShared, (draft) => draft.story.insert(0, 'y'))]);
  await school.until(() => school.view(it.family, planShared).story.text === 'y');
  expect(school.bytes.length).toBe(before + 1);
});

test('[S23] to an entry of the chronology its author adds, on another device too, and nobody else', async () => {
  await using it = await start();
  const [lead, other] = [await connect(it.server, 'lead'), await connect(it.server, 'lead')];
  const school = await connect(it.server, 'school');
  let id = '';
  const entry = lead.write(it.family, chronologyShared, (draft) => {
    id = draft.events.append({
      occurredOn: '2026-03-02',
      precision: 'day',
      significance: 'notable',
      text: 'Home visit',
      sourceAgency: 'School',
      about: [],
    });
  });
  expect(await lead.push([entry])).toEqual({ type: 'taken' });
  const hasEntry = (device: typeof lead) => device.view(it.family, chronologyShared).events.length === 1;
  await other.until(() => hasEntry(other));
  await school.until(() => hasEntry(school));
  const add = (device: typeof lead, text: string) =>
    device.write(it.family, chronologyShared, (draft) => draft.events.byId(id).addendum(text));

  expect(await school.push([add(school, 'It was not')])).toMatchObject({ type: 'held', code: 'not-allowed' });
  expect(await other.push([add(other, 'It was the day before')])).toEqual({ type: 'taken' });
  await lead.until(() => lead.view(it.family, chronologyShared).events[0]?.addenda !== undefined);
  expect(lead.view(it.family, chronologyShared).events[0]?.addenda).toEqual(['It was the day before']);
});

test('[S9] when a membership ends, a live connection hears a leave at once and nothing more', async () => {
  await using it = await start();
  const [lead, school] = [await connect(it.server, 'lead'), await connect(it.server, 'school')];
  const held = school.write(it.family, planShared, (draft) => draft.story.insert(0, 'late'));
  await decide(it, { type: 'part', principal: 'school' });
  await school.until(() => school.headers.size === 0);
  await lead.push([lead.write(it.family, planShared, (draft) => draft.story.insert(0, 'canaryafter'))]);
  expect(await school.push([held])).toMatchObject({ type: 'held', code: 'not-allowed' });
  expect(school.everything).not.toContain('canaryafter');
});

test('[S9] a device that was away when a membership ended hears the leaves when it comes back', async () => {
  await using it = await start();
  const school = await connect(it.server, 'school');
  const held = new Set(school.headers.keys());
  await school.close();
  await decide(it, { type: 'part', principal: 'school' });
  const back = await connect(it.server, 'school', school.kept);
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
  await decide(it, { type: 'grant', principal: 'worker', section: 'safety.intelligence', act: 'read', until });
  await worker.until(() => names().includes('safety.intelligence'));
  time = until;
  await it.server.node.sweep();
  await worker.until(() => !names().includes('safety.intelligence'));
  expect(names()).toContain('plan.shared');
});

test('[S9] of two rights that run out one soon after the other, both are told', async () => {
  let time = Date.now();
  await using it = await startFilled(postgres.address, 1, () => time);
  const [worker, lead] = [await connect(it.server, 'worker'), await connect(it.server, 'lead')];
  const { now } = it.server.node;
  const names = (device: typeof worker) => [...device.headers.values()].map(({ name }) => name);
  const until = now() + 3_600_000;
  const grant = { type: 'grant', section: 'safety.intelligence', act: 'read' } as const;
  await decide(it, { ...grant, principal: 'worker', until });
  await decide(it, { ...grant, principal: 'lead', until: until + 100 });
  await worker.until(() => names(worker).includes('safety.intelligence'));
  await lead.until(() => names(lead).includes('safety.intelligence'));
  time = until + 100;
  await it.server.node.sweep();
  await lead.until(() => !names(lead).includes('safety.intelligence'));
  await worker.until(() => !names(worker).includes('safety.intelligence'));
  expect(names(worker)).toContain('plan.shared');
});

test('[S8] a person of whom somebody may read nothing is not named among the people of their family', async () => {
  await using it = await start();
  await changeRecord(it.server.node, it.child, { type: 'bar', principal: 'school' });
  const [lead, school] = [await connect(it.server, 'lead'), await connect(it.server, 'school')];
  expect(school.header(it.family, 'plan.shared').acts.read).toBe(true);
  expect(lead.everything).toContain(it.child);
  expect(school.everything).not.toContain(it.child);
});

test('[S8] a decision that changes nothing for a reader is not told to them', async () => {
  await using it = await start();
  const [lead, school] = [await connect(it.server, 'lead'), await connect(it.server, 'school')];
  const before = school.bytes.length;
  await decide(it, { type: 'grant', principal: 'worker', section: 'safety.intelligence', act: 'read' });
  await lead.push([lead.write(it.family, planShared, (draft) => draft.story.insert(0, 'y'))]);
  await school.until(() => school.view(it.family, planShared).story.text === 'y');
  expect(school.bytes.length).toBe(before + 1);
});

test('[S10] whoever joins a team receives the sections with their state, live and after being away', async () => {
  await using it = await start();
  const [lead, stranger] = [await connect(it.server, 'lead'), await connect(it.server, 'stranger')];
  await lead.push([lead.write(it.family, planShared, (draft) => draft.story.insert(0, 'before'))]);
  await stranger.close();
  await decide(it, { type: 'join', principal: 'stranger' });
  const back = await connect(it.server, 'stranger', stranger.kept);
  expect(back.view(it.family, planShared).story.text).toBe('before');
  expect(back.heard.find((message) => message.type === 'facts' && message.kind === 'family')).toBeDefined();

  const worker = await connect(it.server, 'worker');
  await decide(it, { type: 'part', principal: 'worker' });
  await worker.until(() => worker.headers.size === 0);
  await decide(it, { type: 'lead', principal: 'worker' });
  await worker.until(() => [...worker.docs.values()].length > 0 && worker.heard.at(-1)?.type === 'cursor');
  expect(worker.view(it.family, planShared).story.text).toBe('before');
});

test('[S10] what is decided is told as facts: hub, lead, team and people', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const manifest = lead.heard.find((message) => message.type === 'manifest');
  const family = manifest?.type === 'manifest' ? manifest.records.find(({ kind }) => kind === 'family') : undefined;
  expect(JSON.parse(family?.facts ?? '{}')).toMatchObject({
    status: 'open',
    hub: { id: 'east', name: 'East' },
    lead: 'lead',
    persons: [{ person: it.child, role: 'child' }],
  });
});

test('[S11] when what somebody is changes, they begin again', async () => {
  await using it = await start();
  const school = await connect(it.server, 'school');
  await putPrincipals(it.server.node, [
    { id: 'school', kind: 'practitioner', name: 'New name', agency: 'oak-school', hub: 'east', roles: ['manager'] },
  ]);
  await school.until(() => school.closedWith !== undefined);
  const back = await connect(it.server, 'school', school.kept);
  expect(back.welcome.resumed).toBe(false);
  expect([...back.headers.values()].some(({ name }) => name === 'plan.practice')).toBe(true);
});

test('[S12] presence bears the name that the server knows and reaches only those who may read and have it open', async () => {
  await using it = await start();
  const [lead, school, stranger] = [
    await connect(it.server, 'lead'),
    await connect(it.server, 'school'),
    await connect(it.server, 'stranger'),
  ];
  const { section } = lead.header(it.family, 'plan.shared');
  const here = (client: number) =>
    ({ type: 'presence', section, client, clock: 1, state: '{"user":"somebody else"}' }) as const;
  stranger.say(here(stranger.client));
  school.say(here(school.client));
  school.say({ type: 'ping' });
  await school.until(() => school.heard.some(({ type }) => type === 'pong'));
  lead.say(here(lead.client));
  const seen = () => lead.heard.filter((message) => message.type === 'presence');
  await lead.until(() => seen().length === 1);
  expect(seen()[0]).toMatchObject({ who: { principal: 'school', name: 'Name of school', organisation: 'Oak School' } });
  await school.close();
  await lead.until(() => seen().length === 2);
  expect(seen()[1]).toMatchObject({ state: null });
  expect(stranger.heard.some(({ type }) => type === 'presence')).toBe(false);
});

test('[S13] a device of somebody else, or one that never was, is turned away', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  await expect(connect(it.server, 'school', lead.kept)).rejects.toThrow('4102');
  await expect(connect(it.server, 'school', { device: newRecordId() as never, cursor: null })).rejects.toThrow('4102');
  await expect(connect(it.server, 'nobody')).rejects.toThrow('4200');
});
