import type { Caseload, Decider, DecisionPort } from '@caseweave/caseload';
import { recordIdFrom, sectionIdFrom } from '@caseweave/protocol';
import { expect, test } from 'vitest';
import { type Command, decisionPort } from './world/decisions.ts';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { notes, plan } from './world/schemas.ts';

function job() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing, ben: writing });
  return { authority, record, section };
}

const title = (words: string) => (draft: { title: string | null }) => {
  draft.title = words;
};

const bytes = (first: number) => Uint8Array.from({ length: 16 }, (_, at) => first + at);
const fresh = recordIdFrom(bytes(100));
const freshPlan = sectionIdFrom(bytes(120));
const register: Command = {
  type: 'register',
  record: fresh,
  depot: 'Bilston',
  plan: freshPlan,
  notes: sectionIdFrom(bytes(140)),
};
const shown = (caseload: Caseload, record: string) => caseload.records().find((one) => one.record === record);
const batchOf = (outcome: Awaited<ReturnType<Caseload['decide']>>) =>
  outcome.type === 'on-device' ? outcome.batch : Number.NaN;

test('[C32] a command is stored strictly, shows at once, and is decided at the server for everybody', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const first = await here.openTab();
  const ben = await device(authority, 'ben', 2).openTab();
  first.switchOff();
  await first.decide({ type: 'join', record, who: 'Jo' });
  here.crash();

  const second = await here.openTab({ switchedOn: false });
  expect(second.edits()).toMatchObject([{ kind: 'decision', state: 'on-device', words: 'Jo joins the team', record }]);
  expect(second.status().onDevice).toBe(1);
  expect(shown(second, record)).toMatchObject({
    facts: { team: ['Jo'] },
    confirmedFacts: { team: [] },
    pending: [{ words: 'Jo joins the team', command: { type: 'join' } }],
  });
  second.switchOn();
  await settled();

  expect(second.edits()).toEqual([]);
  for (const caseload of [second, ben]) {
    expect(shown(caseload, record)).toMatchObject({
      facts: { team: ['Jo'] },
      confirmedFacts: { team: ['Jo'] },
      pending: [],
    });
  }
});

test('[C32] what a command creates is asked with who decides, and when', async () => {
  const { authority } = job();
  const here = device(authority, 'asha');
  const told: (Decider | undefined)[] = [];
  const decisions: DecisionPort = {
    ...decisionPort,
    records(command, facts, by) {
      told.push(by);
      return decisionPort.records(command, facts, by);
    },
  };
  const asha = await here.openTab({ decisions });
  await settled();
  batchOf(await asha.decide(register));

  expect(told).toEqual([
    { principal: 'asha', name: expect.any(String) as string, organisation: 'school', at: here.clock.now() },
  ]);
});

test('[C32] a command goes after all that was edited before it, and before what is edited afterwards', async () => {
  const { authority, record } = job();
  const asha = await device(authority, 'asha').openTab();
  const section = (await asha.open(record)).section(plan);
  asha.switchOff();
  section?.edit(title('before'));
  await asha.decide({ type: 'join', record, who: 'Jo' });
  section?.edit(title('after'));
  await settled();
  asha.switchOn();
  await settled();

  const sent = authority.received.filter(({ type }) => type === 'push' || type === 'decide');
  expect(sent.map(({ type }) => type)).toEqual(['push', 'decide', 'push']);
});

test('[C33] commands apply to the shown facts in order; one that does not apply any more changes nothing shown', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  const ben = await device(authority, 'ben', 2).openTab();
  here.link.cut(true);
  await settled();
  await asha.decide({ type: 'join', record, who: 'Jo' });
  await asha.decide({ type: 'allocate', record, depot: 'Wednesfield' });
  const list = asha.records();
  expect(shown(asha, record)?.facts).toEqual({ depot: 'Wednesfield', team: ['Jo'] });
  expect(asha.records()).toBe(list);
  await ben.decide({ type: 'join', record, who: 'Jo' });
  await ben.decide({ type: 'join', record, who: 'Kim' });
  await settled();

  // What others decided arrives before what waits here is answered.
  authority.decline = (command) => (command.type === 'allocate' ? 'overtaken' : null);
  await here.reconnect();

  expect(asha.edits()).toMatchObject([
    { kind: 'decision', code: 'not-decided', command: { type: 'join' } },
    { kind: 'decision', code: 'not-decided', command: { type: 'allocate' } },
  ]);
  expect(shown(asha, record)).toMatchObject({ facts: { depot: 'Bilston', team: ['Jo', 'Kim'] }, pending: [] });
});

test('[C34] a command that is wrong, does not fit what is decided, or cannot be stored is refused and changes nothing', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  asha.switchOff();
  const refusal = async (command: Parameters<Caseload['decide']>[0], needs: readonly number[] = []) => {
    const outcome = await asha.decide(command, { needs });
    return outcome.type === 'refused' ? outcome.refusals[0]?.code : outcome.type;
  };

  expect(await refusal({ type: 'nonsense' })).toBe('malformed');
  expect(await refusal({ type: 'join', record, who: 7n as never })).toBe('no-json');
  expect(await refusal(undefined as never)).toBe('no-json');
  expect(await refusal({ type: 'allocate', record, depot: 'Bilston' })).toBe('does-not-apply');
  expect(await refusal({ type: 'join', record: fresh, who: 'Jo' })).toBe('does-not-apply');
  expect(await refusal({ type: 'join', record: 'short', who: 'Jo' })).toBe('wrong-ids');
  expect(await refusal({ ...register, kind: 'A Job' })).toBe('wrong-kind');
  expect(await refusal({ ...register, record })).toBe('id-taken');
  expect(await refusal({ type: 'join', record, who: 'J'.repeat(70_000) })).toBe('too-large');
  here.disk.failCommit(1, 'quota');
  expect(await refusal({ type: 'join', record, who: 'Jo' })).toBe('not-stored');

  expect(asha.edits()).toEqual([]);
  expect(asha.records()).toMatchObject([{ record, facts: { team: [] }, pending: [] }]);
});

test('[C34] nothing is decided without commands, or on a device that never reached the server', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  here.link.cut(true);
  const asha = await here.openTab();

  expect(await asha.decide(register)).toMatchObject({ type: 'refused', refusals: [{ code: 'never-connected' }] });
  await asha.close();
  expect(await asha.decide(register)).toMatchObject({ type: 'refused', refusals: [{ code: 'closed' }] });
  expect(record).toBeDefined();
});

test('[C35] a record made here is opened and written at once, over a crash; its content goes once the server has it', async () => {
  const { authority } = job();
  const here = device(authority, 'asha');
  const first = await here.openTab();
  first.switchOff();
  const batch = batchOf(await first.decide(register));
  const open = await first.open(fresh);
  expect(open.section(plan)?.edit(title('Okafor')).type).toBe('edited');
  await settled();
  expect(shown(first, fresh)).toMatchObject({
    facts: { depot: 'Bilston' },
    confirmedFacts: null,
    pending: [{ batch }],
    sections: [{ name: 'plan', held: true, projection: { title: 'Okafor' }, onDevice: 1 }, { name: 'notes' }],
  });
  here.crash();

  const second = await here.openTab({ switchedOn: false });
  const again = await second.open(fresh);
  expect(again.section(plan)?.current.view().title).toBe('Okafor');
  again.section(notes)?.edit((draft) => void (draft.words = 'Seen at home'));
  second.switchOn();
  await settled();

  expect(second.edits()).toEqual([]);
  expect(shown(second, fresh)).toMatchObject({ confirmedFacts: { depot: 'Bilston' }, pending: [] });
  expect(authority.sections.get(freshPlan)?.log).toHaveLength(1);
  expect(again.section(plan)).toMatchObject({ generation: 0 });
  const other = await device(authority, 'asha', 9).openTab();
  expect((await other.open(fresh)).section(notes)?.current.view().words).toBe('Seen at home');
});

test('[C35] what needs a command is sent after its outcome, and the rest goes on meanwhile', async () => {
  const { authority, record, section } = job();
  const asha = await device(authority, 'asha').openTab();
  const known = (await asha.open(record)).section(plan);
  asha.switchOff();
  await asha.decide(register);
  (await asha.open(fresh)).section(plan)?.edit(title('Okafor'));
  await asha.decide({ type: 'join', record: fresh, who: 'Jo' });
  known?.edit(title('Known'));
  await settled();

  asha.switchOn();
  await settled();

  const sent = authority.received.flatMap((message): readonly (string | undefined)[] => {
    if (message.type === 'push') return [message.parts[0]?.section];
    return message.type === 'decide' ? [(JSON.parse(message.command) as Command).type] : [];
  });
  expect(sent).toEqual(['register', section, freshPlan, 'join']);
  expect(asha.edits()).toEqual([]);
});

test('[C35] a manifest that does not know a record made here leaves it as it is', async () => {
  const { authority, record, section } = job();
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  authority.ponders = true;
  await asha.decide(register);
  const open = await asha.open(fresh);
  const written = open.section(plan);
  written?.edit(title('Okafor'));
  here.link.cut(true);
  await settled();
  authority.rights += 1;

  await here.reconnect();

  expect(asha.status()).toMatchObject({ connection: 'online', firstSync: null, onDevice: 2 });
  expect(asha.records().map((one) => one.record)).toEqual([record, fresh]);
  expect(open.section(plan)).toBe(written);
  expect(written?.current.view().title).toBe('Okafor');
  const asked = authority.received.flatMap((message) => (message.type === 'want' ? message.sections : []));
  expect(new Set(asked.map((one) => one.section))).toEqual(new Set([section]));

  authority.ponders = false;
  authority.loseNextOutcome = true;
  here.link.cut(true);
  await here.reconnect();
  await here.reconnect();

  expect(asha.edits()).toEqual([]);
  expect(written?.current.view().title).toBe('Okafor');
  expect(authority.sections.get(freshPlan)?.log).toHaveLength(1);
});

test('[C36] a command that was not decided needs attention with why and what stands; what needs it does too, the rest goes on', async () => {
  const { authority, record, section } = job();
  const asha = await device(authority, 'asha').openTab();
  const known = (await asha.open(record)).section(plan);
  authority.decline = ({ type }) => (type === 'allocate' ? 'not-allowed' : null);
  asha.switchOff();
  const batch = batchOf(await asha.decide({ type: 'allocate', record, depot: 'Wednesfield' }));
  await asha.decide({ type: 'join', record, who: 'Jo' }, { needs: [batch] });
  known?.edit(title('Goes on'));
  await settled();
  asha.switchOn();
  await settled();

  const [declined, needing] = asha.edits();
  expect(declined).toMatchObject({ code: 'not-decided', stands: 'The depot is Bilston.' });
  expect(declined?.why).toBe('It was decided otherwise. The depot is Bilston.');
  expect(needing).toMatchObject({ code: 'needed', words: 'Jo joins the team' });
  expect(asha.status()).toMatchObject({ onDevice: 0, attention: 2 });
  expect(authority.sections.get(section)?.log).toHaveLength(1);
  expect(shown(asha, record)).toMatchObject({ facts: { depot: 'Bilston', team: [] }, pending: [] });
  expect(await asha.decide({ type: 'join', record, who: 'Kim' }, { needs: [batch] })).toMatchObject({
    refusals: [{ code: 'needed' }],
  });
});

test('[C36] a record that the server does not make stays readable with what was written, until that is put away', async () => {
  const { authority } = job();
  const here = device(authority, 'asha');
  const first = await here.openTab();
  authority.decline = () => 'not-allowed';
  first.switchOff();
  await first.decide(register);
  (await first.open(fresh)).section(plan)?.edit(title('Okafor'));
  await settled();
  first.switchOn();
  await settled();
  here.crash();

  const asha = await here.openTab();
  expect(asha.edits()).toMatchObject([{ code: 'not-decided' }, { code: 'needed', changes: [{ path: 'title' }] }]);
  expect(shown(asha, fresh)).toMatchObject({ confirmedFacts: null, pending: [] });
  const section = (await asha.open(fresh)).section(plan);
  expect(section?.current.view().title).toBe('Okafor');
  expect(section?.writing()).toMatchObject({ type: 'read-only', code: 'not-decided' });
  expect(section?.edit(title('More')).type).toBe('refused');
  expect(await asha.decide({ type: 'join', record: fresh, who: 'Jo' })).toMatchObject({ type: 'refused' });
  expect(await asha.signOut()).toMatchObject({ type: 'unsent', count: 2 });

  const [declined, writing] = asha.edits();
  await asha.dismiss(declined?.batch ?? 0);
  expect(shown(asha, fresh)).toBeDefined();
  await asha.dismiss(writing?.batch ?? 0);
  expect(asha.records().map((one) => one.record)).not.toContain(fresh);
  expect(section?.writing()).toMatchObject({ code: 'closed' });
  expect((await here.disk.store().load()).sections.map((row) => row.section)).not.toContain(freshPlan);
});

test('[C37] what was decided is kept, newest first, over a reload, and no more than fifty a record', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const first = await here.openTab();
  const ben = await device(authority, 'ben', 2).openTab();
  expect(first.decisions(record)).toEqual([]);
  for (let nth = 1; nth <= 60; nth += 1) await ben.decide({ type: 'join', record, who: `person ${nth}` });
  await settled();
  await first.close();

  const asha = await here.openTab({ switchedOn: false });
  const list = asha.decisions(record);
  expect(list).toHaveLength(50);
  expect(asha.decisions(record)).toBe(list);
  expect(list[0]).toMatchObject({
    command: { type: 'join', who: 'person 60' },
    words: 'person 60 joins the team',
    by: { id: 'ben', name: 'Name of ben' },
  });
});

test('[C38] a tab that reads along decides, and puts away, through the writing one', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const writer = await here.openTab();
  const reader = await here.openTab();
  writer.switchOff();

  const outcome = await reader.decide({ type: 'join', record, who: 'Jo' });
  await settled();

  expect(outcome).toMatchObject({ type: 'on-device' });
  for (const tab of [writer, reader]) expect(shown(tab, record)?.facts).toMatchObject({ team: ['Jo'] });
  expect(await reader.decide({ type: 'join', record, who: 'Jo' })).toMatchObject({
    refusals: [{ code: 'does-not-apply' }],
  });
  authority.decline = () => 'not-allowed';
  writer.switchOn();
  await settled();
  expect(reader.edits()).toMatchObject([{ code: 'not-decided' }]);
  await reader.dismiss(batchOf(outcome));
  await settled();
  for (const tab of [writer, reader]) expect(tab.edits()).toEqual([]);
});

test('[C38] a tab that takes over before it was answered decides itself, and only once', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const writer = await here.openTab();
  const reader = await here.openTab();
  const lost = reader.decide({ type: 'join', record, who: 'Jo' });
  const closing = writer.close();
  const also = reader.decide({ type: 'join', record, who: 'Kim' });
  await Promise.all([closing, settled()]);

  expect(await lost).toMatchObject({ type: 'on-device' });
  expect(await also).toMatchObject({ type: 'on-device' });
  await settled();

  expect(authority.facts.get(record)?.team).toEqual(['Jo', 'Kim']);
  expect(reader.edits()).toEqual([]);
});

test('[C38] a tab that is not answered says so', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  await here.openTab();
  const reader = await here.openTab();
  here.crash();

  const asked = reader.decide({ type: 'join', record, who: 'Jo' });
  here.clock.advance(10_000);

  expect(await asked).toMatchObject({ type: 'refused', refusals: [{ code: 'other-tab' }] });
});

test('[C26] a command that was not sent counts when signing out', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  asha.switchOff();
  await asha.decide({ type: 'join', record, who: 'Jo' });

  expect(await asha.signOut()).toEqual({ type: 'unsent', count: 1 });
  expect(await asha.signOut({ discardUnsent: true })).toEqual({ type: 'signed-out' });
  expect((await here.disk.store().load()).outbox).toEqual([]);
});
