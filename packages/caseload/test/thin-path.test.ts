import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { plan } from './world/schemas.ts';

function job() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing, ben: writing });
  return { authority, record, section };
}

test('[C1] an edit goes from one device to another, and each edit state is true on the way', async () => {
  const { authority, record } = job();
  const asha = await device(authority, 'asha').openTab();
  const ben = await device(authority, 'ben', 2).openTab();
  const open = await asha.open(record);
  const read = await ben.open(record);

  const outcome = open.section(plan)?.edit((draft) => {
    draft.title = 'Okafor';
  });

  expect(outcome?.type).toBe('edited');
  expect(asha.status().saving).toBe(1);
  await settled();
  expect(asha.status()).toMatchObject({ saving: 0, onDevice: 0, connection: 'online', tab: 'writer' });
  expect(read.section(plan)?.current.view().title).toBe('Okafor');
  expect(ben.records()[0]?.sections[0]?.projection).toEqual({ title: 'Okafor' });
});

test('[C2] an edit made offline is on this device, survives a crash, and reaches the server later', async () => {
  const { authority, record } = job();
  const here = device(authority, 'asha');
  const first = await here.openTab();
  const open = await first.open(record);
  first.switchOff();
  open.section(plan)?.edit((draft) => {
    draft.title = 'Okafor';
  });
  await settled();
  expect(first.edits()).toMatchObject([{ state: 'on-device', name: 'plan', changes: [{ path: 'title' }] }]);

  here.crash();
  const second = await here.openTab({ switchedOn: false });

  expect(second.edits()).toMatchObject([{ state: 'on-device' }]);
  const again = await second.open(record);
  expect(again.section(plan)?.current.view().title).toBe('Okafor');
  second.switchOn();
  await settled();
  expect(second.edits()).toEqual([]);
});
