import { type CaseloadStatus, statusWords } from '@caseweave/caseload';
import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { plan } from './world/schemas.ts';

test('[C49] what has become of the work is said truly, from the edit to the server', async () => {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing });
  const asha = await device(authority, 'asha').openTab();
  const open = await asha.open(record);
  const title = (words: string) => open.section(plan)?.edit((draft) => void (draft.title = words));
  const said = (): string => Object.values(statusWords(asha.status())).join('. ');
  expect(said()).toBe('All changes are on the server. Online');

  asha.switchOff();
  title('One');
  expect(said()).toBe('Storing 1 change. Offline, by your switch');
  await settled();
  title('Two');
  await settled();
  expect(said()).toBe('2 changes are on this device only. Offline, by your switch');

  authority.renew(section);
  asha.switchOn();
  await settled();
  expect(said()).toBe('2 changes need attention. Online');
});

test('[C49] each way of being connected, or not, has words', () => {
  const words = (connection: CaseloadStatus['connection']): string =>
    statusWords({
      connection,
      since: 0,
      why: null,
      tab: 'writer',
      principal: null,
      firstSync: null,
      saving: 0,
      onDevice: 0,
      attention: 1,
      storage: null,
    }).connection;

  expect(
    (['online', 'connecting', 'offline', 'switched-off', 'sign-in-needed', 'stopped'] as const).map(words),
  ).toEqual(['Online', 'Connecting', 'Offline', 'Offline, by your switch', 'Your sign-in has run out', 'Stopped']);
});
