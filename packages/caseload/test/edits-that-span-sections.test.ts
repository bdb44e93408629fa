import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, reading, writing } from './world/loopback-authority.ts';
import { notes, plan } from './world/schemas.ts';

async function twoSections() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing, ben: writing });
  const other = authority.addSection(record, 'notes', { asha: writing, ben: reading });
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  return { authority, record, section, other, here, asha, open: await asha.open(record) };
}

const both = [plan, notes] as const;

test('[C39] an edit of several sections is one entry of the outbox and one batch, over a crash', async () => {
  const { authority, record, section, other, here, asha, open } = await twoSections();
  asha.switchOff();

  const outcome = open.edit(both, ([draft, words]) => {
    draft.title = 'Okafor';
    words.words = 'Named at the visit';
    return 'done';
  });
  await settled();

  expect(outcome).toMatchObject({
    type: 'edited',
    result: 'done',
    changes: [[{ path: 'title' }], [{ path: 'words' }]],
  });
  expect(asha.edits()).toMatchObject([
    { kind: 'edit', section, parts: [{ name: 'plan' }, { name: 'notes' }], changes: [{}, {}] },
  ]);
  expect(asha.editState(record, 'notes', 'words')).toBe('on-device');
  expect(asha.records()[0]?.sections).toMatchObject([{ onDevice: 1 }, { onDevice: 1 }]);
  here.crash();
  const again = await here.openTab();
  await settled();

  expect(again.edits()).toEqual([]);
  const pushes = authority.received.filter(({ type }) => type === 'push');
  expect(pushes).toMatchObject([{ parts: [{ section }, { section: other }] }]);
  for (const one of [section, other]) expect(authority.sections.get(one)?.log).toHaveLength(1);
});

test('[C39] what is wrong with any part refuses the whole, also where one section may not be written or is not open', async () => {
  const { authority, record, section, asha, open } = await twoSections();
  const ben = await device(authority, 'ben', 2).openTab();
  const theirs = await ben.open(record);

  const wrong = open.edit(both, ([draft, words]) => {
    draft.title = 'T'.repeat(81);
    words.words = 'Named at the visit';
  });
  const forbidden = theirs.edit(both, ([draft, words]) => {
    draft.title = 'Okafor';
    words.words = 'Named at the visit';
  });
  theirs.close();
  const closed = theirs.edit([plan], ([draft]) => void (draft.title = 'Okafor'));
  await settled();

  expect(wrong).toMatchObject({ type: 'refused', refusals: [{ section: 0, path: 'title' }] });
  expect(forbidden).toMatchObject({ type: 'refused', refusals: [{ section: 1, code: 'closed' }] });
  expect(closed).toMatchObject({ type: 'refused', refusals: [{ section: 0, code: 'closed' }] });
  expect(authority.sections.get(section)?.log).toEqual([]);
  expect([asha.edits(), ben.edits()]).toEqual([[], []]);
});

test('[C39] where the server does not take one part, none is taken: both sections are rebuilt, and go on', async () => {
  const { authority, section, other, asha, open } = await twoSections();
  asha.switchOff();
  open.edit(both, ([draft, words]) => {
    draft.title = 'Okafor';
    words.words = 'Named at the visit';
  });
  await settled();
  authority.grant(other, 'asha', reading);
  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'held', parts: [{ name: 'plan' }, { name: 'notes' }] }]);
  expect(asha.records()[0]?.sections).toMatchObject([{ attention: 1 }, { attention: 1 }]);
  expect([open.section(plan)?.current.view().title, open.section(notes)?.current.view().words]).toEqual([null, null]);
  open.section(plan)?.edit((draft) => void (draft.title = 'Reid'));
  await settled();
  expect(authority.sections.get(section)?.log).toHaveLength(1);
  expect(asha.status()).toMatchObject({ onDevice: 0, attention: 1 });
});

test('[C39] an edit that changes one of its sections only is an edit of that one', async () => {
  const { authority, other, asha, open } = await twoSections();

  open.edit(both, ([draft]) => void (draft.title = 'Okafor'));
  open.section(notes)?.edit((draft) => void (draft.words = 'Apart'));
  await settled();

  expect(asha.edits()).toEqual([]);
  expect(authority.received.filter(({ type }) => type === 'push')).toMatchObject([
    { parts: [{}] },
    { parts: [{ section: other }] },
  ]);
});

test('[C39] [C5] an edit of several sections that cannot be stored needs attention, and is tried again', async () => {
  const { authority, here, asha, open, section, other } = await twoSections();
  here.disk.failCommit(1, 'quota');

  open.edit(both, ([draft, words]) => {
    draft.title = 'Okafor';
    words.words = 'Named at the visit';
  });
  await settled();
  expect(asha.edits().map(({ code }) => code)).toEqual(['not-stored', 'not-stored']);
  here.clock.advance(5_000);
  await settled();

  expect(asha.edits()).toEqual([]);
  expect(authority.received.filter(({ type }) => type === 'push')).toMatchObject([
    { parts: [{ section }, { section: other }] },
  ]);
});
