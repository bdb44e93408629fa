import { type Caseload, memoryLocks } from '@caseweave/caseload';
import type { Push } from '@caseweave/protocol';
import { expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, reading, writing } from './world/loopback-authority.ts';
import { notes, plan } from './world/schemas.ts';

async function job() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing, ben: writing });
  const other = authority.addSection(record, 'notes', { asha: writing });
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  return { authority, record, section, other, here, asha, open: await asha.open(record) };
}

/** Refuses the first push of a person, and no other. */
function refuseFirst(authority: LoopbackAuthority, principal = 'asha'): void {
  let first: number | null = null;
  authority.refuse = ({ batch }: Push, device) => {
    if (device.principal !== principal) return null;
    first ??= batch;
    return batch === first ? 'wrong-claim' : null;
  };
}

const title = (words: string) => (draft: { title: string | null }) => {
  draft.title = words;
};

const viewOf = async (caseload: Caseload, record: Parameters<Caseload['open']>[0]) =>
  (await caseload.open(record)).section(plan)?.current.view();

test('[C3] a refused edit needs attention; what was made after it goes on without it, and arrives once', async () => {
  const { authority, record, section, asha, open } = await job();
  const plans = open.section(plan);
  plans?.edit(title('Before'));
  await settled();
  refuseFirst(authority);
  asha.switchOff();
  plans?.edit(title('Refused'));
  plans?.edit((draft) => void draft.actions.add({ what: 'Call the school' }));
  plans?.edit((draft) => {
    draft.tags.add('new');
  });
  await settled();

  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ state: 'attention', code: 'refused', changes: [{ path: 'title' }] }]);
  expect(asha.status()).toMatchObject({ onDevice: 0, attention: 1 });
  const ben = await device(authority, 'ben', 2).openTab();
  for (const caseload of [asha, ben]) {
    expect(await viewOf(caseload, record)).toMatchObject({ title: 'Before', tags: ['new'] });
    expect((await viewOf(caseload, record))?.actions.map(({ what }) => what)).toEqual(['Call the school']);
  }
  expect(authority.sections.get(section)?.log).toHaveLength(3);
  plans?.edit(title('After'));
  await settled();
  expect(await viewOf(ben, record)).toMatchObject({ title: 'After' });
});

test('[C3] what was sent already when the refusal came goes on too, and what was typed keeps its place', async () => {
  const { authority, record, asha, open } = await job();
  const editor = {};
  const plans = open.section(plan);
  plans?.current.bindOrigin(editor);
  const type = (at: number, words: string) => {
    const section = open.section(plan);
    const release = section?.current.bindOrigin(editor);
    section?.current.doc.transact(() => section.current.text('story').insert(at, words), editor);
    release?.();
  };
  type(0, 'AB');
  await settled();
  refuseFirst(authority);
  plans?.edit(title('Refused'));
  type(1, 'in');
  plans?.edit((draft) => void draft.actions.add({ what: 'Call the school' }));
  type(3, 'side');
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'refused' }]);
  const ben = await device(authority, 'ben', 2).openTab();
  for (const caseload of [asha, ben]) {
    const view = await viewOf(caseload, record);
    expect([view?.title, view?.story.text, view?.actions.length]).toEqual([null, 'AinsideB', 1]);
  }
});

test('[C3] what was written in a row that was refused needs attention with it', async () => {
  const { authority, record, asha, open } = await job();
  const plans = open.section(plan);
  refuseFirst(authority);
  asha.switchOff();
  const added = plans?.edit((draft) => draft.actions.add({ what: 'Refused' }));
  const row = added?.type === 'edited' ? String(plans?.current.view().actions[0]?.id) : '';
  plans?.edit((draft) => {
    const action = draft.actions.byId(row);
    if (action !== undefined) action.dueOn = '2026-12-01';
  });
  plans?.edit((draft) => void draft.actions.add({ what: 'Goes on' }));
  await settled();
  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'refused' }, { code: 'followed', changes: [{ path: 'actions.dueOn' }] }]);
  expect((await viewOf(asha, record))?.actions.map(({ what }) => what)).toEqual(['Goes on']);
});

test('[C3] an edit of several sections that followed goes on whole, and so does what followed it elsewhere', async () => {
  const { authority, record, other, asha, open } = await job();
  refuseFirst(authority);
  asha.switchOff();
  open.section(plan)?.edit(title('Refused'));
  open.edit([plan, notes], ([draft, words]) => {
    draft.actions.add({ what: 'Call the school' });
    words.words = 'Agreed at the visit';
  });
  open.section(notes)?.edit((draft) => void (draft.words = 'Said again'));
  await settled();
  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'refused', name: 'plan' }]);
  expect((await viewOf(asha, record))?.actions.map(({ what }) => what)).toEqual(['Call the school']);
  expect(open.section(notes)?.current.view().words).toBe('Said again');
  expect(authority.sections.get(other)?.log).toHaveLength(2);
});

test('[C3] what is held for want of a right is not tried again and again: what followed needs attention', async () => {
  const { authority, section, asha, open } = await job();
  asha.switchOff();
  const plans = open.section(plan);
  plans?.edit(title('One'));
  plans?.edit(title('Two'));
  await settled();
  authority.grant(section, 'asha', reading);
  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'held' }, { code: 'followed' }]);
  expect(authority.received.filter(({ type }) => type === 'push')).toHaveLength(2);
});

test('[C3] where only one section of an edit is shut, what followed in the others goes on', async () => {
  const { authority, record, other, asha, open } = await job();
  asha.switchOff();
  open.edit([plan, notes], ([draft, words]) => {
    draft.title = 'Held';
    words.words = 'Held';
  });
  open.section(plan)?.edit((draft) => void draft.actions.add({ what: 'Goes on' }));
  open.section(notes)?.edit((draft) => void (draft.words = 'Followed'));
  await settled();
  authority.grant(other, 'asha', reading);
  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'held' }, { code: 'followed', name: 'notes' }]);
  const view = await viewOf(asha, record);
  expect([view?.title, view?.actions.map(({ what }) => what)]).toEqual([null, ['Goes on']]);
});

test('[C3] with no clientID to go on under, what followed needs attention', async () => {
  const { authority, record, open, asha } = await job();
  const lone = device(authority, 'ben', 2);
  authority.leasesAtFirst = 1;
  const ben = await lone.openTab();
  const plans = (await ben.open(record)).section(plan);
  refuseFirst(authority, 'ben');
  ben.switchOff();
  for (const [, kept] of authority.devices) if (kept.principal === 'ben') kept.leases.splice(1);
  plans?.edit(title('Refused'));
  plans?.edit((draft) => void draft.actions.add({ what: 'Follows' }));
  await settled();
  ben.switchOn();
  await settled();

  expect(ben.edits()).toMatchObject([{ code: 'refused' }, { code: 'followed' }]);
  expect(open.section(plan)?.current.view().actions).toEqual([]);
  await asha.close();
});

test('[C3] what went on is stored with the refusal in one transaction, and goes on after a crash', async () => {
  const { authority, record, here, asha, open } = await job();
  refuseFirst(authority);
  asha.switchOff();
  open.section(plan)?.edit(title('Refused'));
  open.section(plan)?.edit((draft) => void draft.actions.add({ what: 'Call the school' }));
  await settled();
  const before = (await here.disk.store().load()).outbox.map(({ batch }) => batch);
  // The connection breaks when the refusal is said: nothing after it is answered.
  authority.dropAfterRefusal = true;
  asha.switchOn();
  await settled();
  here.crash();

  const stored = await here.disk.store().load();
  expect(stored.outbox).toMatchObject([
    { kind: 'edit', attention: { code: 'refused' } },
    { kind: 'edit', attention: null },
  ]);
  expect(before).not.toContain(stored.outbox[1]?.batch);
  const again = await here.openTab();
  await settled();
  expect(again.edits()).toMatchObject([{ code: 'refused' }]);
  expect((await viewOf(again, record))?.actions.map(({ what }) => what)).toEqual(['Call the school']);
});

test('[C3] what is not in the store yet when the refusal comes goes on with the rest', async () => {
  const { authority, record, here, asha } = await job();
  await asha.close();
  const store = here.disk.store();
  let appends = 0;
  let letThrough = () => {};
  const gate = new Promise<void>((done) => {
    letThrough = done;
  });
  const slow = {
    ...store,
    commit: async (...[changes, durability]: Parameters<typeof store.commit>) => {
      if (changes.some(({ type }) => type === 'append') && ++appends === 2) await gate;
      return store.commit(changes, durability);
    },
  };
  const again = await here.openTab({ store: slow });
  const plans = (await again.open(record)).section(plan);
  refuseFirst(authority);
  plans?.edit(title('Refused'));
  await Promise.resolve();
  plans?.edit((draft) => void draft.actions.add({ what: 'Being stored' }));
  await settled();
  plans?.edit((draft) => void draft.actions.add({ what: 'Not yet stored' }));
  letThrough();
  await settled();

  expect(again.edits()).toMatchObject([{ code: 'refused' }]);
  const whats = (await viewOf(again, record))?.actions.map(({ what }) => what);
  expect(whats?.toSorted()).toEqual(['Being stored', 'Not yet stored']);
});

test('[C3] what only takes back what was refused has nothing left to do', async () => {
  const { authority, record, section, asha, open } = await job();
  const plans = open.section(plan);
  refuseFirst(authority);
  asha.switchOff();
  plans?.edit((draft) => {
    draft.tags.add('refused');
  });
  plans?.edit((draft) => {
    draft.tags.delete('refused');
  });
  await settled();
  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'refused' }]);
  expect((await viewOf(asha, record))?.tags).toEqual([]);
  expect(authority.sections.get(section)?.log).toEqual([]);
});

test('[C3] what the server takes although it was written after what it refuses is there once', async () => {
  const { authority, record, here, asha, open } = await job();
  asha.switchOff();
  open.section(plan)?.edit(title('Refused'));
  const used = open.section(plan)?.current.doc.clientID;
  await asha.close();
  // The next tab cannot have the clientID of the first, and writes under another.
  const locks = memoryLocks();
  await locks.tryTake(`caseweave client ${used}`);
  const second = await here.openTab({ locks, switchedOn: false });
  const text = (await second.open(record)).section(plan);
  const editor = {};
  text?.current.bindOrigin(editor);
  text?.current.doc.transact(() => text.current.text('story').insert(0, 'Apart'), editor);
  await settled();
  refuseFirst(authority);
  second.switchOn();
  await settled();

  expect(second.edits()).toMatchObject([{ code: 'refused' }]);
  expect((await viewOf(second, record))?.story.text).toBe('Apart');
  const ben = await device(authority, 'ben', 2).openTab();
  expect((await viewOf(ben, record))?.story.text).toBe('Apart');
});

test('[C3] an edit that a command needs, and that followed, needs attention, and so does the command', async () => {
  const { authority, record, asha, open } = await job();
  refuseFirst(authority);
  asha.switchOff();
  open.section(plan)?.edit(title('Refused'));
  open.section(plan)?.edit((draft) => void draft.actions.add({ what: 'Needed' }));
  await settled();
  const needed = asha.edits()[1]?.batch ?? 0;
  await asha.decide({ type: 'join', record, who: 'Jo' }, { needs: [needed] });
  asha.switchOn();
  await settled();

  expect(asha.edits()).toMatchObject([{ code: 'refused' }, { code: 'followed' }, { code: 'needed' }]);
  expect(authority.facts.get(record)?.team).toEqual([]);
});
