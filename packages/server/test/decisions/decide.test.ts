import type { EarlyHelpCommand } from '@caseweave/family';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startPostgres } from '../sync/test-authority.ts';
import { commandsFor, kept, key, newFamily, newId, startDeciding } from './decision-authority.ts';
import { changeRecord } from '../models/early-help.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = () => startDeciding(postgres.address);
const taken = { type: 'taken' };
const refused = (code: string) => expect.objectContaining({ type: 'not-decided', code }) as object;

test('[C1] a command is decided once, attributed and audited, and who it concerns hears of it at once', async () => {
  await using it = await start();
  const { join } = commandsFor(it.family);
  const [lead, nurse] = [await connect(it.server, 'lead'), await connect(it.server, 'nurse')];
  expect(await lead.decide(join('nurse'))).toEqual(taken);
  await nurse.until(() => nurse.heard.some((message) => message.type === 'state'));
  expect(nurse.decisions(it.family)).toMatchObject([
    { command: join('nurse'), by: { id: 'lead', name: 'Name of lead' } },
  ]);
  expect(nurse.header(it.family, 'notes.health').acts.write).toBe(true);
  expect((lead.facts(it.family) as { team: { id: string }[] }).team.map(({ id }) => id)).toContain('nurse');
  const { decisions, audit } = await kept(it.server);
  expect(decisions).toMatchObject([{ principal: 'lead', command: join('nurse'), batch: 1 }]);
  expect(audit).toEqual([{ kind: 'decided', principal: 'lead', code: 'join-team', record: it.family }]);
  expect(it.failures).toEqual([]);
});

test('[C1] the decision comes before the facts and sections that it causes, in one group with them', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.family);
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
  const { join, leave } = commandsFor(it.family);
  const lead = await connect(it.server, 'lead');
  expect(await lead.decide(join('nurse'), 1)).toEqual(taken);
  expect(await lead.decide(leave('worker'), 2)).toEqual(taken);
  expect(await lead.decide(leave('worker'), 3)).toEqual(refused('already'));
  const again = await connect(it.server, 'lead', lead.kept);
  expect(await again.decide(join('nurse'), 1)).toEqual(taken);
  expect(await again.decide(leave('worker'), 3)).toEqual(refused('already'));
  // Another command under that number comes from a copy of the device.
  expect(await again.decide(leave('school'), 2)).toMatchObject({ type: 'refused', code: 'cloned-device' });
  expect((await kept(it.server)).decisions).toHaveLength(2);
});

test('[C2] one command sent at the same moment over two connections is decided once', async () => {
  await using it = await start();
  const { join } = commandsFor(it.family);
  const lead = await connect(it.server, 'lead');
  const twin = await connect(it.server, 'lead', lead.kept);
  const written = lead.cursor;
  expect(await Promise.all([lead, twin].map((one) => one.decide(join('nurse'), 1, written)))).toEqual([taken, taken]);
  expect((await kept(it.server)).decisions).toHaveLength(1);
});

test('[C2] a key of a program stands for one command of theirs; a reason is kept and told to no device', async () => {
  await using it = await start();
  const { join, leave } = commandsFor(it.family);
  const lead = await connect(it.server, 'lead');
  const { decisions, now } = it.server.node;
  const named = key();
  const give = (principal: string, command: EarlyHelpCommand) =>
    decisions.command({
      principal,
      command,
      base: null,
      key: { type: 'key', key: named },
      at: now(),
      reason: 'canaryreason',
    });
  const first = await give('lead', join('nurse'));
  expect(first).toMatchObject({ type: 'decided', decision: { record: it.family, decision: { principal: 'lead' } } });
  expect(await give('lead', join('nurse'))).toEqual(first);
  expect(await give('lead', leave('worker'))).toEqual({ type: 'key-reused' });
  expect(await give('manager', leave('worker'))).toMatchObject({ type: 'decided' });
  await lead.until(() => lead.decisions(it.family).length === 2);
  expect(lead.everything).not.toContain('canaryreason');
  expect(lead.everything).not.toContain(named);
  expect((await kept(it.server)).decisions.map(({ reason }) => reason)).toEqual(['canaryreason', 'canaryreason']);
});

test('[C3] two people let two others join at once: both are in the team', async () => {
  await using it = await start();
  const { join } = commandsFor(it.family);
  const [lead, manager] = [await connect(it.server, 'lead'), await connect(it.server, 'manager')];
  expect(await Promise.all([lead.decide(join('nurse')), manager.decide(join('idva'))])).toEqual([taken, taken]);
  const team = () => (lead.facts(it.family) as { team: { id: string }[] }).team.map(({ id }) => id);
  await lead.until(() => team().includes('nurse') && team().includes('idva'));
});

test('[C3] two people let the same one join at once: once in the team, and the second is told so', async () => {
  await using it = await start();
  const { join } = commandsFor(it.family);
  const [lead, manager] = [await connect(it.server, 'lead'), await connect(it.server, 'manager')];
  const outcomes = await Promise.all([lead.decide(join('nurse')), manager.decide(join('nurse'))]);
  expect(outcomes).toContainEqual(taken);
  expect(outcomes).toContainEqual({
    type: 'not-decided',
    code: 'already',
    words: 'It is so already. There is nothing more to do.',
    stands: 'Name of nurse is in the team.',
  });
});

test('[C3] one leaves while another allocates: both stand', async () => {
  await using it = await start();
  const { leave, allocate } = commandsFor(it.family);
  const [worker, manager, lead] = [
    await connect(it.server, 'worker'),
    await connect(it.server, 'manager'),
    await connect(it.server, 'lead'),
  ];
  expect(await Promise.all([worker.decide(leave('worker')), manager.decide(allocate('west'))])).toEqual([taken, taken]);
  const facts = () => lead.facts(it.family) as { hub: { id: string }; team: { id: string }[] };
  await lead.until(() => facts().hub.id === 'west' && !facts().team.some(({ id }) => id === 'worker'));
  await worker.until(() => worker.headers.size === 0);
  await manager.until(() => manager.headers.size === 0);
});

test('[C3] two allocate without knowing of each other: the first stands, the second is told what stands', async () => {
  await using it = await start();
  const { allocate } = commandsFor(it.family);
  await changeRecord(it.server.node, it.family, { type: 'hub', hub: null });
  const [lead, other] = [await connect(it.server, 'lead'), await connect(it.server, 'lead')];
  const before = other.cursor;
  expect(await lead.decide(allocate('east'))).toEqual(taken);
  await changeRecord(it.server.node, it.family, { type: 'hub', hub: null });
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
  const there = commandsFor(it.family);
  const nowhere = commandsFor(newId());
  const forbidden = [there.join('nurse'), there.leave('worker'), there.allocate('west'), there.person(newId())];
  const absent = [nowhere.join('nurse'), nowhere.leave('worker'), nowhere.allocate('west'), nowhere.person(newId())];
  for (const [index, command] of forbidden.entries()) {
    const answers = [await stranger.decide(command), await stranger.decide(absent[index] ?? {})];
    expect(answers[0]).toEqual(refused('not-allowed'));
    expect(answers[1]).toEqual(answers[0]);
  }
  // A person of another family is as absent as one who never was.
  const known = (person: string) => ({
    ...newFamily('stranger').command,
    persons: [{ person, role: 'child', household: null, isNew: false }],
    sections: [],
  });
  expect(await stranger.decide(known(it.child))).toEqual(await stranger.decide(known(newId())));
  const { audit } = await kept(it.server);
  expect(audit.every(({ kind, record }) => kind === 'not-decided' && record === null)).toBe(true);
});

test.for<readonly [string, string, (it: { family: string }) => object, string]>([
  ['no command', 'lead', () => ({ type: 'erase' }), 'malformed'],
  ['no such hub', 'manager', ({ family }) => commandsFor(family).allocate('nowhere'), 'no-such-hub'],
  ['nobody by that name', 'lead', ({ family }) => commandsFor(family).join('nobody'), 'cannot-join'],
  ['a member of a family in its team', 'lead', ({ family }) => commandsFor(family).join('mother'), 'cannot-join'],
  ['the lead who leaves', 'manager', ({ family }) => commandsFor(family).leave('lead'), 'is-lead'],
  ['a time that has passed', 'lead', ({ family }) => commandsFor(family).join('nurse', 1), 'past'],
])('[C4] a refusal says why: %s', async ([, who, command, code]) => {
  await using it = await start();
  const device = await connect(it.server, who);
  expect(await device.decide(command(it))).toEqual(refused(code));
  expect((await kept(it.server)).decisions).toEqual([]);
});

test('[C4] whom a record is closed to cannot join, and nobody is told that this is why', async () => {
  await using it = await start();
  const { join } = commandsFor(it.family);
  await changeRecord(it.server.node, it.family, { type: 'bar', principal: 'nurse' });
  const lead = await connect(it.server, 'lead');
  const closed = refused('cannot-join');
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
  const { join } = commandsFor(it.family);
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
