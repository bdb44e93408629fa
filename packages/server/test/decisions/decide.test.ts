import { afterAll, beforeAll, expect, test } from 'vitest';
import { served } from '../models/served.ts';
import { connect, decide, startFilled, startPostgres } from '../sync/test-authority.ts';
import { kept, key, newId } from './decision-authority.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = () => startFilled(postgres.address);
const commandsFor = (record: string) => ({
  join: (who: string, until?: number) =>
    served.command(record, { type: 'join', who, ...(until !== undefined && { until }) }),
  leave: (who: string) => served.command(record, { type: 'leave', who }),
  allocate: (to: string) => served.command(record, { type: 'allocate', to }),
});
const taken = { type: 'taken' };
const refused = (code: string) => expect.objectContaining({ type: 'not-decided', code }) as object;

test('[C1] a command is decided once, attributed and audited, and who it concerns hears of it at once', async () => {
  await using it = await start();
  const { join } = commandsFor(it.record);
  const [lead, nurse] = [await connect(it.server, 'lead'), await connect(it.server, 'nurse')];
  expect(await lead.decide(join('nurse'))).toEqual(taken);
  await nurse.until(() => nurse.heard.some((message) => message.type === 'state'));
  expect(nurse.decisions(it.record)).toMatchObject([
    { command: join('nurse'), by: { id: 'lead', name: 'Name of lead' } },
  ]);
  expect(nurse.header(it.record, served.names.notes).acts.write).toBe(true);
  expect(served.workersOf(lead, it.record).map(({ id }) => id)).toContain('nurse');
  const { decisions, audit } = await kept(it.server);
  expect(decisions).toMatchObject([{ principal: 'lead', command: join('nurse'), batch: 1 }]);
  expect(audit).toEqual([{ kind: 'decided', principal: 'lead', code: join('nurse').type, record: it.record }]);
  expect(it.failures).toEqual([]);
});

test('[C1] the decision comes before the facts and sections that it causes, in one group with them', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.record);
  const [lead, nurse] = [await connect(it.server, 'lead'), await connect(it.server, 'nurse')];
  await lead.decide(join('nurse'));
  await nurse.until(() => nurse.heard.at(-1)?.type === 'cursor');
  const after = nurse.heard.slice(nurse.heard.findIndex(({ type }) => type === 'decision'));
  expect(after.slice(0, 3).map(({ type }) => type)).toEqual(['decision', 'facts', 'enter']);
  const from = nurse.heard.length;
  await lead.decide(leave('nurse'));
  await nurse.until(() => nurse.heard.length > from && nurse.heard.at(-1)?.type === 'cursor');
  expect(nurse.headers.size).toBe(0);
  // Who may read nothing of the record any more is told of leaving, and of no decision.
  expect(new Set(nurse.heard.slice(from).map(({ type }) => type))).toEqual(new Set(['leave', 'cursor']));
});

test('[C2] a command that is sent again gets the same answer and is decided once', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.record);
  const lead = await connect(it.server, 'lead');
  expect(await lead.decide(join('nurse'), 1)).toEqual(taken);
  expect(await lead.decide(leave('worker'), 2)).toEqual(taken);
  expect(await lead.decide(leave('worker'), 3)).toEqual(refused('already'));
  const again = await connect(it.server, 'lead', lead.kept);
  expect(await again.decide(join('nurse'), 1)).toEqual(taken);
  expect(await again.decide(leave('worker'), 3)).toEqual(refused('already'));
  // Another command under that number comes from a copy of the device.
  expect(await again.decide(leave('partner'), 2)).toMatchObject({ type: 'refused', code: 'cloned-device' });
  expect((await kept(it.server)).decisions).toHaveLength(2);
});

test('[C2] one command sent at the same moment over two connections is decided once', async () => {
  await using it = await start();
  const { join } = commandsFor(it.record);
  const lead = await connect(it.server, 'lead');
  const twin = await connect(it.server, 'lead', lead.kept);
  const written = lead.cursor;
  expect(await Promise.all([lead, twin].map((one) => one.decide(join('nurse'), 1, written)))).toEqual([taken, taken]);
  expect((await kept(it.server)).decisions).toHaveLength(1);
});

test('[C2] a key of a program stands for one command of theirs; a reason is kept and told to no device', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.record);
  const lead = await connect(it.server, 'lead');
  const { decisions, now } = it.server.node;
  const named = key();
  const give = (principal: string, command: object) =>
    decisions.command({
      principal,
      command,
      base: null,
      key: { type: 'key', key: named },
      at: now(),
      reason: 'canaryreason',
    });
  const first = await give('lead', join('nurse'));
  expect(first).toMatchObject({ type: 'decided', decision: { record: it.record, decision: { principal: 'lead' } } });
  expect(await give('lead', join('nurse'))).toEqual(first);
  expect(await give('lead', leave('worker'))).toEqual({ type: 'key-reused' });
  expect(await give('manager', leave('worker'))).toMatchObject({ type: 'decided' });
  await lead.until(() => lead.decisions(it.record).length === 2);
  expect(lead.everything).not.toContain('canaryreason');
  expect(lead.everything).not.toContain(named);
  expect((await kept(it.server)).decisions.map(({ reason }) => reason)).toEqual(['canaryreason', 'canaryreason']);
});

test('[C3] two people let two others join at once: both are in the team', async () => {
  await using it = await start();
  const { join } = commandsFor(it.record);
  const [lead, manager] = [await connect(it.server, 'lead'), await connect(it.server, 'manager')];
  expect(await Promise.all([lead.decide(join('nurse')), manager.decide(join('stranger'))])).toEqual([taken, taken]);
  const team = () => served.workersOf(lead, it.record).map(({ id }) => id);
  await lead.until(() => team().includes('nurse') && team().includes('stranger'));
});

test('[C3] two people let the same one join at once: once in the team, and the second is told so', async () => {
  await using it = await start();
  const { join } = commandsFor(it.record);
  const [lead, manager] = [await connect(it.server, 'lead'), await connect(it.server, 'manager')];
  const outcomes = await Promise.all([lead.decide(join('nurse')), manager.decide(join('nurse'))]);
  expect(outcomes).toContainEqual(taken);
  expect(outcomes).toContainEqual({
    type: 'not-decided',
    code: 'already',
    ...served.names.already,
  });
});

test('[C3] one leaves while another allocates: both stand', async () => {
  await using it = await start();
  const { leave, allocate } = commandsFor(it.record);
  const [worker, manager, lead] = [
    await connect(it.server, 'worker'),
    await connect(it.server, 'manager'),
    await connect(it.server, 'lead'),
  ];
  expect(await Promise.all([worker.decide(leave('worker')), manager.decide(allocate('west'))])).toEqual([taken, taken]);
  const works = () => served.workersOf(lead, it.record).some(({ id }) => id === 'worker');
  await lead.until(() => served.districtOf(lead, it.record) === 'West' && !works());
  await worker.until(() => worker.headers.size === 0);
  await manager.until(() => manager.headers.size === 0);
});

test('[C3] two allocate without knowing of each other: the first stands, the second is told what stands', async () => {
  await using it = await start();
  const { allocate } = commandsFor(it.record);
  await served.takeOut(it.server.node, it.record);
  const [lead, other] = [await connect(it.server, 'lead'), await connect(it.server, 'lead')];
  const before = other.cursor;
  expect(await lead.decide(allocate('east'))).toEqual(taken);
  await served.takeOut(it.server.node, it.record);
  expect(await other.decide(allocate('west'), 1, before)).toEqual({
    type: 'not-decided',
    code: 'overtaken',
    words: expect.stringContaining('decided meanwhile') as string,
    stands: null,
  });
  // What the same device decided before is no surprise to it.
  expect(await lead.decide(allocate('west'), 2, before)).toEqual(taken);
});

test('[C4] what is forbidden and what does not exist are answered in the same words and bytes', async () => {
  await using it = await start();
  const stranger = await connect(it.server, 'stranger');
  const there = commandsFor(it.record);
  const nowhere = commandsFor(newId());
  const forbidden = [there.join('nurse'), there.leave('worker'), there.allocate('west')];
  const absent = [nowhere.join('nurse'), nowhere.leave('worker'), nowhere.allocate('west')];
  for (const [index, command] of forbidden.entries()) {
    const answers = [await stranger.decide(command), await stranger.decide(absent[index] ?? {})];
    expect(answers[0]).toEqual(refused('not-allowed'));
    expect(answers[1]).toEqual(answers[0]);
  }
  // A record that another links to, and that they may not reach, is as absent as one that never was.
  const begin = (linked: string) => stranger.decide(served.begin({ record: newId(), linked }, 'known'));
  expect(await begin(it.linked)).toEqual(await begin(newId()));
  const { audit } = await kept(it.server);
  expect(audit.every(({ kind, record }) => kind === 'not-decided' && record === null)).toBe(true);
});

test.for<readonly [string, string, (record: string) => object, string]>([
  ['no command', 'lead', () => ({ type: 'erase' }), 'malformed'],
  ['no such place', 'manager', (record) => commandsFor(record).allocate('nowhere'), served.names.nowhere],
  ['nobody by that name', 'lead', (record) => commandsFor(record).join('nobody'), served.names.nobody],
  ['a time that has passed', 'lead', (record) => commandsFor(record).join('nurse', 1), 'past'],
])('[C4] a refusal says why: %s', async ([, who, command, code]) => {
  await using it = await start();
  const device = await connect(it.server, who);
  expect(await device.decide(command(it.record))).toEqual(refused(code));
  expect((await kept(it.server)).decisions).toEqual([]);
});

test('[C4] whom a record is closed to cannot join, and nobody is told that this is why', async () => {
  await using it = await start();
  const { join } = commandsFor(it.record);
  await decide(it, { type: 'bar', who: 'nurse' });
  const lead = await connect(it.server, 'lead');
  const closed = refused(served.names.nobody);
  const [nurse, nobody] = [await lead.decide(join('nurse')), await lead.decide(join('nobody'))];
  expect([nurse, nobody]).toEqual([closed, closed]);
  expect({ ...nurse, stands: null }).toEqual({ ...nobody, stands: null });
});

test('[C4] what is no JSON, or holds what no store keeps, is refused like any other, again and again', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  for (const command of ['', '{', '"\\u0000"', '{"type":"\\ud800","\\u0000":1}', '['.repeat(9_000)]) {
    lead.say({ type: 'decide', batch: lead.nextBatch, written: null, command });
    expect(await lead.outcome(lead.nextBatch++)).toEqual(refused('malformed'));
  }
  expect(it.failures).toEqual([]);
});

test('[C3] a node whose clock is behind decides after what was decided before, not within it', async () => {
  await using it = await start();
  const { join } = commandsFor(it.record);
  const { decisions, now } = it.server.node;
  const give = (at: number, principal = 'lead') =>
    decisions.command({
      principal,
      command: join('nurse'),
      base: null,
      key: { type: 'key', key: key() },
      at,
      reason: null,
    });
  expect(await give(now())).toMatchObject({ type: 'decided' });
  expect(await give(now() - 60_000)).toMatchObject({ type: 'not-decided', code: 'already' });
});

test('[C6] a record begins with another one that it links to, and reaches those who may know of both', async () => {
  await using it = await start();
  const [lead, partner, stranger] = [
    await connect(it.server, 'lead'),
    await connect(it.server, 'partner'),
    await connect(it.server, 'stranger'),
  ];
  const [first, second] = [newId(), newId()].map((record) => ({ record, linked: newId() }));
  if (first === undefined || second === undefined) throw new Error('There are two.');
  expect(await lead.decide(served.begin(first, 'new'))).toEqual(taken);
  await lead.until(() => [...lead.headers.values()].some(({ record }) => record === first.linked));
  expect(served.linksOf(lead, first.record)).toEqual([first.linked]);
  // Whoever joins at the one comes to know the other: their seats are there.
  expect(await lead.decide(served.command(first.record, { type: 'join', who: 'partner' }))).toEqual(taken);
  await partner.until(() => [...partner.headers.values()].some(({ record }) => record === first.linked));
  expect(await lead.decide(served.begin({ ...second, linked: it.linked }, 'known'))).toEqual(taken);
  await lead.until(() => [...lead.headers.values()].some(({ record }) => record === second.record));
  expect(served.linksOf(lead, second.record)).toEqual([it.linked]);
  expect(await lead.decide(served.begin(first, 'new'))).toEqual(refused('id-taken'));
  expect(stranger.headers.size).toBe(0);
  expect(it.failures).toEqual([]);
});

test('[C6] a record is written in before the server has heard of it, and nothing of it is lost', async () => {
  await using it = await start();
  const lead = await connect(it.server, 'lead');
  const begun = { record: newId(), linked: newId() };
  const section = newId();
  const acts = { read: true, write: true, append: true };
  const header = {
    record: begun.record,
    section,
    name: served.names.plan,
    epoch: 1,
    acts,
    authors: [],
    projection: null,
  };
  lead.headers.set(section, header as never);
  const story = served.story(lead, begun.record, 'written on the train');
  const sections = [{ record: begun.record, name: served.names.plan, section }];
  expect(await lead.decide(served.begin(begun, 'new', sections))).toEqual(taken);
  expect(await lead.push([story])).toEqual(taken);
  const other = await connect(it.server, 'lead');
  expect(other.header(begun.record, served.names.plan).section).toBe(section);
  expect(served.storyOf(other, begun.record)).toBe('written on the train');
  const again = { record: newId(), linked: newId() };
  const same = sections.map((one) => ({ ...one, record: again.record }));
  expect(await lead.decide(served.begin(again, 'new', same))).toEqual(refused('id-taken'));
});
