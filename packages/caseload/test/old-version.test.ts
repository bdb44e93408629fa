import { defineSection, extendSection, register } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as z from 'zod';
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

  authority.oldestWriters.set('plan', { version: plan.version + 1, extensions: {} });
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

test('[C45] a section that is asked for by another schema of its name says so, and is not typed as what it is not', async () => {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  authority.addSection(record, 'plan', { asha: writing });
  const asha = await device(authority, 'asha').openTab();
  const open = await asha.open(record);
  const fields = { title: register(z.number()), actions: register(z.string()) };
  const other = defineSection({ name: 'plan', version: 1, oldestWriter: 1, fields });
  const wrong = expect.objectContaining({ code: 'other-schema' }) as Error;

  expect(() => open.section(other)).toThrow(wrong);
  expect(() => open.edit([other], ([draft]) => void (draft.title = 7))).toThrow(wrong);
  expect(open.section(plan)?.current.view().title).toBeNull();
  expect(open.section('plan')).toBe(open.section(plan));
});

test('[C43] an extension is compared by its own version: an older one may not write, and without it one may', async () => {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  authority.addSection(record, 'plan', { asha: writing, bela: writing, chi: writing });
  authority.oldestWriters.set('plan', { version: 1, extensions: { leeds: 2 } });
  const extended = (version: number) =>
    extendSection(plan, { name: 'leeds', version, oldestWriter: 1, fields: { code: register(z.string()) } });
  const opened = async (principal: string, schema: typeof plan) => {
    const caseload = await device(authority, principal).openTab({ schemas: () => schema });
    return (await caseload.open(record)).section(plan);
  };

  const [without, older, newer] = [
    await opened('asha', plan),
    await opened('bela', extended(1)),
    await opened('chi', extended(2)),
  ];
  expect(without?.writing()).toEqual({ type: 'may-write' });
  expect(older?.writing()).toMatchObject({ type: 'read-only', code: 'old-version' });
  expect(newer?.writing()).toEqual({ type: 'may-write' });
});
