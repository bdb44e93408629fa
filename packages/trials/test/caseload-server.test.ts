import { randomBytes } from 'node:crypto';
import {
  type Caseload,
  type Clock,
  type DecisionPort,
  memoryDisk,
  memoryLocks,
  memoryTabs,
  openCaseload,
  type OpenRecord,
} from '@caseweave/caseload';
import {
  type AgencyKind,
  type DescribedFamily,
  earlyHelp,
  planPractice,
  planShared,
  type Principal,
} from '@caseweave/family';
import { decisionPort, type NamedWho, newCommand, nothingKnown, sectionPort } from '@caseweave/model';
import { recordIdFrom } from '@caseweave/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoFamily, DemoApi } from '../src/whole/demo-api.ts';
import { RunningServer } from '../src/whole/running-server.ts';
import { wireTransport } from '../src/whole/wire-transport.ts';

const minutes = 60_000;

let server: RunningServer;
let api: DemoApi;
let family: DemoFamily;
const opened: Caseload[] = [];

beforeAll(async () => {
  server = await RunningServer.start();
  api = new DemoApi(server.url);
  family = await api.familyCalled('Okafor');
}, 3 * minutes);

afterAll(async () => {
  await Promise.all(opened.map((caseload) => caseload.close()));
  await server.stop();
}, minutes);

const clock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  // A timer may go off a millisecond early.
  wakeIn: (milliseconds, wake) => {
    const timer = setTimeout(wake, Math.max(0, milliseconds) + 1);
    return () => clearTimeout(timer);
  },
};

/** A device of somebody, whose disk outlives the program that runs on it. */
function deviceOf(practitioner: string) {
  const disk = memoryDisk();
  return {
    disk,
    open: async (switchedOn = true, decisions?: DecisionPort): Promise<Caseload> => {
      const caseload = await openCaseload({
        store: disk.store(),
        transport: wireTransport(`${server.url.replace('http', 'ws')}/sync`),
        clock,
        random: { bytes: (length) => new Uint8Array(randomBytes(length)), number: () => Math.random() },
        locks: memoryLocks(),
        channel: memoryTabs()(),
        token: async () => ({ type: 'token', token: await api.token(practitioner) }),
        ...sectionPort(earlyHelp),
        // While the server is down it gives no token.
        onError: () => undefined,
        switchedOn,
        ...(decisions === undefined ? {} : { decisions }),
      });
      opened.push(caseload);
      return caseload;
    },
  };
}

const patient = { timeout: 30_000, interval: 20 };

async function planOf(
  caseload: Caseload,
): Promise<{ record: OpenRecord; story: () => string; add: (what: string) => void }> {
  await expect.poll(() => caseload.records().some(({ record }) => record === family.id), patient).toBe(true);
  const listed = caseload.records().find(({ record }) => record === family.id);
  if (listed === undefined) throw new Error('The family is not in the caseload.');
  const record = await caseload.open(listed.record);
  await expect.poll(() => record.section(planShared)?.writing().type, patient).toBe('may-write');
  return {
    record,
    story: () => record.section(planShared)?.current.view().story.text ?? '',
    add: (what) => {
      const outcome = record.section(planShared)?.edit((draft) => void draft.actions.add({ what }));
      expect(outcome?.type).toBe('edited');
    },
  };
}

const actions = (record: OpenRecord, begins: string) =>
  (record.section(planShared)?.current.view().actions ?? [])
    .map(({ what }) => what ?? '')
    .filter((what) => what.startsWith(begins))
    .toSorted();

test(
  'edits go from device to device through the server, and each is said to be there only when it is',
  async () => {
    const lead = await deviceOf(family.lead.id).open();
    const health = await deviceOf(family.memberOf('health_visiting').id).open();
    const here = await planOf(lead);
    const there = await planOf(health);

    here.add('Live: ask about the bus');
    expect(lead.status().saving).toBe(1);

    await expect.poll(() => actions(there.record, 'Live'), patient).toEqual(['Live: ask about the bus']);
    await expect.poll(() => lead.status().onDevice, patient).toBe(0);
    expect(lead.status()).toMatchObject({ connection: 'online', attention: 0, saving: 0 });
    expect(there.record.section(planShared)?.current.questions().length).toBeGreaterThanOrEqual(0);
  },
  2 * minutes,
);

test(
  'work of two devices over kills of the server and of a device: all of it arrives, once',
  async () => {
    const device = deviceOf(family.lead.id);
    const lead = await device.open();
    const health = await deviceOf(family.memberOf('health_visiting').id).open();
    const here = await planOf(lead);
    const there = await planOf(health);

    for (let round = 0; round < 10; round += 1) {
      here.add(`Kill: lead ${round}`);
      there.add(`Kill: health ${round}`);
      if (round === 4) await server.kill();
      await new Promise(setImmediate);
    }
    await expect.poll(() => lead.status().saving, patient).toBe(0);
    // The lead's device loses power; what its store had is still there, and what it had sent is not sent twice.
    device.disk.crash();
    await lead.close();
    await server.startAgain();
    const again = await device.open();
    const after = await planOf(again);

    const all = [...Array(10).keys()].flatMap((round) => [`Kill: lead ${round}`, `Kill: health ${round}`]).toSorted();
    await expect.poll(() => actions(after.record, 'Kill'), patient).toEqual(all);
    await expect.poll(() => actions(there.record, 'Kill'), patient).toEqual(all);
    await expect.poll(() => again.status().onDevice + health.status().onDevice, patient).toBe(0);
    expect([again.status().attention, health.status().attention]).toEqual([0, 0]);
  },
  3 * minutes,
);

test(
  'a caseload that was fetched opens again without the server, shows the same list, and sends later what was written',
  async () => {
    const device = deviceOf(family.lead.id);
    const first = await device.open();
    await expect.poll(() => first.status(), patient).toMatchObject({ connection: 'online', firstSync: null });
    await expect
      .poll(() => first.records().every(({ sections }) => sections.every(({ held }) => held)), patient)
      .toBe(true);
    const listed = first.records();
    expect(listed.length).toBeGreaterThan(0);
    await first.close();

    const second = await device.open(false);
    expect(second.records()).toEqual(listed);
    const offline = await planOf(second);
    offline.add('Offline: written at the kitchen table');
    await expect.poll(() => second.status().onDevice, patient).toBe(1);
    expect(second.editState(listed[0]?.record ?? offline.record.record, 'plan.practice')).toBeUndefined();
    second.switchOn();

    await expect
      .poll(() => second.status(), patient)
      .toMatchObject({ connection: 'online', onDevice: 0, attention: 0 });
    const other = await planOf(await deviceOf(family.memberOf('health_visiting').id).open());
    await expect.poll(() => actions(other.record, 'Offline'), patient).toHaveLength(1);
  },
  2 * minutes,
);

const newId = () => recordIdFrom(randomBytes(16));

/** What the server says of a family is of this form. */
const describedFamily = (facts: unknown) => (facts ?? undefined) as DescribedFamily | undefined;

/** A practitioner as the family's facts tell of them. */
function practitionerIn(caseload: Caseload, id: string, kind: AgencyKind): NamedWho<Principal> {
  const facts = caseload.records().find(({ record }) => record === family.id)?.facts ?? null;
  const described = describedFamily(facts);
  const member = described?.team.find((one) => one.id === id);
  if (member?.agency == null) throw new Error('Nobody of that name is in the team.');
  const agency = { id: member.agency, kind };
  const hub = described?.hub?.id ?? null;
  return {
    who: { id, kind: 'practitioner', agency, roles: ['taf_practitioner'], hub },
    name: member.name,
    organisation: member.agencyName,
  };
}

test(
  'a family registered offline, written in and shared arrives whole, once, over kills of the device and of the server',
  async () => {
    const device = deviceOf(family.lead.id);
    const before = await device.open();
    await expect.poll(() => before.status(), patient).toMatchObject({ connection: 'online', firstSync: null });
    await planOf(before);
    const me = practitionerIn(before, family.lead.id, 'la_early_help');
    const health = practitionerIn(before, family.memberOf('health_visiting').id, 'health_visiting');
    const known = { ...nothingKnown, who: (id: string) => (id === health.who.id ? health : undefined) };
    const port = decisionPort(earlyHelp, me, known);
    await before.close();

    const offline = await device.open(false, port);
    const id = newId();
    const persons = [{ person: newId(), role: 'child', household: null, isNew: true }];
    const form = { hub: me.who.hub, lead: me.who.id, persons };
    const command = newCommand(
      earlyHelp,
      me,
      { type: 'register-family', record: id, form },
      undefined,
      nothingKnown,
      newId,
    );
    expect(await offline.decide(command)).toMatchObject({ type: 'on-device' });
    const listed = offline.records().find(({ record: one }) => one === id);
    expect(listed).toMatchObject({ confirmedFacts: null, pending: [{}] });
    if (listed === undefined) throw new Error('The new family is not in the caseload.');
    const record = await offline.open(listed.record);
    const written = record.edit([planShared, planPractice], ([plan, practice]) => {
      plan.actions.add({ what: 'Offline: call the school' });
      practice.analysis.insert(0, 'Seen at the kitchen table.');
    });
    expect(written.type).toBe('edited');
    expect(
      await offline.decide({ type: 'join-team', record: id, principal: health.who.id, until: null }),
    ).toMatchObject({ type: 'on-device' });
    await expect.poll(() => offline.status(), patient).toMatchObject({ saving: 0, onDevice: 3, attention: 0 });
    // The device loses power with all of it unsent, and the server dies while it is being sent.
    device.disk.crash();
    await offline.close();
    const again = await device.open(true, port);
    await expect.poll(() => again.status().onDevice, patient).toBeLessThan(3);
    await server.kill();
    await server.startAgain();

    await expect.poll(() => again.status(), patient).toMatchObject({ connection: 'online', onDevice: 0, attention: 0 });
    const mine = again.records().find((one) => one.record === listed.record);
    expect(mine?.pending).toEqual([]);
    expect(mine?.facts).toEqual(mine?.confirmedFacts);
    expect(
      describedFamily(mine?.facts)
        ?.team.map(({ id }) => id)
        .toSorted(),
    ).toEqual([me.who.id, health.who.id].toSorted());
    await expect
      .poll(() => again.decisions(listed.record).map(({ words }) => words), patient)
      .toEqual([`${health.name} joins the team`, expect.stringContaining('registered')]);

    const theirs = await deviceOf(health.who.id).open(true, port);
    await expect.poll(() => theirs.records().some((one) => one.record === listed.record), patient).toBe(true);
    const there = await theirs.open(listed.record);
    await expect.poll(() => actions(there, 'Offline'), patient).toEqual(['Offline: call the school']);
    expect(again.records().filter((one) => persons.some(({ person }) => person === one.record))).toHaveLength(1);

    // A member of the team may not allocate the family: the server says so, and what stands stays.
    await theirs.decide({ type: 'allocate', record: listed.record, hub: 'another-hub' });
    await expect.poll(() => theirs.edits(), patient).toMatchObject([{ kind: 'decision', code: 'not-decided' }]);
    expect(theirs.records().find((one) => one.record === listed.record)?.pending).toEqual([]);
  },
  3 * minutes,
);

test(
  'what the server refuses is told; what was written after it goes on without it, and arrives once',
  async () => {
    const device = deviceOf(family.lead.id);
    const lead = await device.open();
    const here = await planOf(lead);
    lead.switchOff();
    const plan = here.record.section(planShared);
    const forger = {};
    const release = plan?.current.bindOrigin(forger);
    // No screen writes such a claim: it stands for whatever a server does not accept.
    plan?.current.doc.transact(() => plan.current.doc.getArray('claims').push([['Refused: no claim']]), forger);
    release?.();
    for (const nth of [1, 2, 3]) here.add(`Refused: goes on ${nth}`);
    await expect.poll(() => lead.status(), patient).toMatchObject({ saving: 0, onDevice: 4 });

    lead.switchOn();

    await expect.poll(() => lead.status(), patient).toMatchObject({ connection: 'online', onDevice: 0, attention: 1 });
    expect(lead.edits()).toMatchObject([{ code: 'refused' }]);
    const all = [1, 2, 3].map((nth) => `Refused: goes on ${nth}`);
    expect(actions(here.record, 'Refused')).toEqual(all);
    const other = await planOf(await deviceOf(family.memberOf('health_visiting').id).open());
    await expect.poll(() => actions(other.record, 'Refused'), patient).toEqual(all);
  },
  2 * minutes,
);
