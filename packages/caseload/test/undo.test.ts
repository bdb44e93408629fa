import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { plan } from './world/schemas.ts';

const title = (words: string) => (draft: { title: string | null }) => {
  draft.title = words;
};

async function job() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  authority.addSection(record, 'plan', { asha: writing, ben: writing });
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  return { authority, record, here, asha, section: (await asha.open(record)).section(plan) };
}

test('[C41] undo takes back one’s own edit, is listed as one until it is sent, and reaches others', async () => {
  const { authority, record, asha, section } = await job();
  const ben = await device(authority, 'ben', 2).openTab();
  const theirs = (await ben.open(record)).section(plan);
  section?.edit(title('Okafor'));
  section?.edit(title('Reid'));
  await settled();
  asha.switchOff();

  const outcome = section?.undo();
  await settled();

  expect(outcome?.type).toBe('taken-back');
  expect(section?.current.view().title).toBe('Okafor');
  expect(asha.edits()).toMatchObject([{ state: 'on-device', changes: [{ path: 'title' }] }]);
  asha.switchOn();
  await settled();
  expect(theirs?.current.view().title).toBe('Okafor');
  section?.redo();
  await settled();
  expect(theirs?.current.view().title).toBe('Reid');
});

test('[C41] what another has changed since is left as it is', async () => {
  const { authority, record, section } = await job();
  const ben = await device(authority, 'ben', 2).openTab();
  const theirs = (await ben.open(record)).section(plan);
  section?.edit(title('Okafor'));
  await settled();
  theirs?.edit(title('Reid'));
  await settled();

  expect(section?.undo().type).toBe('overtaken');
  expect(section?.current.view().title).toBe('Reid');
  expect(section?.undo().type).toBe('nothing');
});

test('[C41] a tab that reads along takes nothing back', async () => {
  const { record, here } = await job();
  const second = await here.openTab();
  const section = (await second.open(record)).section(plan);

  expect(section?.undo()).toMatchObject({ type: 'refused', refusals: [{ code: 'closed' }] });
});
