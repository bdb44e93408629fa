import { randomBytes } from 'node:crypto';
import {
  type Caseload,
  type Clock,
  memoryDisk,
  memoryLocks,
  memoryTabs,
  openCaseload,
  type OpenRecord,
} from '@caseweave/caseload';
import { planShared, project, sectionFor } from '@caseweave/family';
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
    open: async (switchedOn = true): Promise<Caseload> => {
      const caseload = await openCaseload({
        store: disk.store(),
        transport: wireTransport(`${server.url.replace('http', 'ws')}/sync`),
        clock,
        random: { bytes: (length) => new Uint8Array(randomBytes(length)), number: () => Math.random() },
        locks: memoryLocks(),
        channel: memoryTabs()(),
        token: async () => ({ type: 'token', token: await api.token(practitioner) }),
        schemas: sectionFor,
        project,
        switchedOn,
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
