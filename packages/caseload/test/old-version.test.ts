import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { plan } from './world/schemas.ts';

test('[C43] where only a newer version of the app may write, this one reads on and says so in plain words', async () => {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  authority.addSection(record, 'plan', { asha: writing });
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  const section = (await asha.open(record)).section(plan);
  section?.edit((draft) => {
    draft.title = 'Okafor';
  });
  await settled();
  expect(section?.writing()).toEqual({ type: 'may-write' });
  await asha.close();

  authority.oldestWriters.set('plan', plan.version + 1);
  const again = await device(authority, 'asha').openTab();
  const old = (await again.open(record)).section(plan);

  expect(old?.current.view().title).toBe('Okafor');
  expect(old?.writing()).toMatchObject({ type: 'read-only', code: 'old-version' });
  const outcome = old?.edit((draft) => {
    draft.title = 'Okoro';
  });
  expect(outcome).toMatchObject({
    type: 'refused',
    refusals: [{ code: 'closed', rule: expect.stringContaining('newer version of this app') as string }],
  });
  expect(again.edits()).toEqual([]);
});
