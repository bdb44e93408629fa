import { type NumberedEntry, StoreFailure } from '@caseweave/caseload';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, reading, writing } from './world/loopback-authority.ts';
import { notes, plan } from './world/schemas.ts';

function job() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing, ben: writing, cara: reading });
  return { authority, record, section };
}

const title = (words: string) => (draft: { title: string | null }) => {
  draft.title = words;
};

describe('edits and their states', () => {
  test('[C4] the first edit is stored at once, and edits that come meanwhile share the next transaction', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const commits: number[] = [];
    const store = here.disk.store();
    const counted = {
      ...store,
      commit: (...[changes, durability]: Parameters<typeof store.commit>) => {
        const appended = changes.filter(({ type }) => type === 'append').length;
        if (appended > 0) commits.push(appended);
        if (appended > 0) expect(durability).toBe('strict');
        return store.commit(changes, durability);
      },
    };
    const asha = await here.openTab({ store: counted });
    const section = (await asha.open(record)).section(plan);

    section?.edit(title('1'));
    await Promise.resolve();
    for (const words of ['2', '3', '4']) section?.edit(title(words));
    await settled();

    expect(commits).toEqual([1, 3]);
  });

  test('[C5] an edit that cannot be stored needs attention, is never said to be on this device, and is tried again', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const section = (await asha.open(record)).section(plan);
    here.disk.failCommit(1, 'quota');

    section?.edit(title('Okafor'));
    await settled();

    expect(asha.edits()).toMatchObject([{ state: 'attention', code: 'not-stored', changes: [{ path: 'title' }] }]);
    expect(asha.status()).toMatchObject({ onDevice: 0, attention: 1, storage: { code: 'quota' } });
    expect(section?.current.view().title).toBe('Okafor');

    here.clock.advance(5_000);
    await settled();

    expect(asha.status()).toMatchObject({ onDevice: 0, attention: 0, storage: null });
    expect([...authority.sections.values()][0]?.log).toHaveLength(1);
  });

  test('[C6] other tabs hear of an edit only after it is stored', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const writer = await here.openTab({ switchedOn: true });
    const reader = await here.openTab();
    const section = (await writer.open(record)).section(plan);
    const seen = (await reader.open(record)).section(plan);
    here.disk.failCommit(1, 'quota');

    section?.edit(title('Okafor'));
    await settled();
    expect(seen?.current.view().title).toBe(null);

    here.clock.advance(5_000);
    await settled();
    expect(seen?.current.view().title).toBe('Okafor');
  });

  test('[C7] typing in a bound editor enters the outbox as few entries with the words that were typed', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    asha.switchOff();
    const section = (await asha.open(record)).section(plan);
    const editor = {};
    section?.current.bindOrigin(editor);
    const type = (words: string) =>
      section?.current.doc.transact(() => section.current.text('story').insert(0, words), editor);

    for (const letter of ['y', 'p', 'p', 'a', 'h']) type(letter);
    await settled();
    type('very ');
    await settled();

    expect(asha.edits()).toHaveLength(1);
    expect(asha.edits()).toMatchObject([{ changes: [{ path: 'story', label: 'Story' }] }]);
    expect(asha.editState(record, 'plan', 'story')).toBe('on-device');
    asha.switchOn();
    await settled();
    expect(asha.edits()).toEqual([]);
    expect([...authority.sections.values()][0]?.doc.getText('story/').toDelta()).toEqual([{ insert: 'very happy' }]);
  });

  test('[C8] an outcome that was lost on the way is asked for again, and nothing is doubled', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const section = (await asha.open(record)).section(plan);
    authority.loseNextOutcome = true;

    section?.edit((draft) => void draft.actions.add({ what: 'Call the school' }));
    await settled();
    expect(asha.status()).toMatchObject({ onDevice: 1, connection: 'offline' });
    await here.reconnect();

    expect(asha.status()).toMatchObject({ onDevice: 0, connection: 'online' });
    expect([...authority.sections.values()][0]?.log).toHaveLength(1);
  });

  test('[C8] what was held back offline goes before an edit that is being stored while the connection comes back', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const store = here.disk.store();
    let gate: Promise<void> = Promise.resolve();
    const slow = {
      ...store,
      commit: async (...[changes, durability]: Parameters<typeof store.commit>) => {
        if (changes.some(({ type }) => type === 'append')) await gate;
        return store.commit(changes, durability);
      },
    };
    const asha = await here.openTab({ store: slow });
    const section = (await asha.open(record)).section(plan);
    here.link.cut(true);
    await settled();
    section?.edit(title('first'));
    await settled();

    let letThrough = () => {};
    gate = new Promise((done) => {
      letThrough = done;
    });
    section?.edit(title('second'));
    await settled();
    await here.reconnect();
    letThrough();
    await settled();

    expect(asha.edits()).toEqual([]);
    expect(asha.status()).toMatchObject({ connection: 'online', attention: 0 });
    const ben = await device(authority, 'ben').openTab();
    expect((await ben.open(record)).section(plan)?.current.view().title).toBe('second');
  });

  test('[C9] a refused edit stays readable until a person puts it away, also over a crash', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const first = await here.openTab();
    authority.refuse = () => 'wrong-claim';
    (await first.open(record)).section(plan)?.edit(title('Refused'));
    await settled();
    here.crash();

    const second = await here.openTab();

    const [edit] = second.edits();
    expect(edit).toMatchObject({ state: 'attention', code: 'refused', changes: [{ path: 'title' }] });
    expect(edit?.why).toContain('wrong-claim');
    expect((await second.open(record)).section(plan)?.current.view().title).toBe(null);
    await second.dismiss(edit?.batch ?? 0);
    expect(second.edits()).toEqual([]);
    expect(second.status().attention).toBe(0);
  });

  test('[C10] after a refusal another section goes on, and the refused one goes on under a fresh clientID', async () => {
    const { authority, record } = job();
    const other = authority.addSection(record, 'notes', { asha: writing });
    const asha = await device(authority, 'asha').openTab();
    const open = await asha.open(record);
    const before = open.section(plan)?.current.doc.clientID;
    authority.refuse = ({ parts }) => (parts[0]?.section === other ? null : 'wrong-claim');
    open.section(plan)?.edit(title('Refused'));
    open.section(notes)?.edit((draft) => void (draft.words = 'Goes on'));
    await settled();

    expect(authority.sections.get(other)?.log).toHaveLength(1);
    expect(open.section(notes)?.current.doc.clientID).toBe(before);
    expect(open.section(plan)?.current.doc.clientID).not.toBe(before);
    expect(open.section(plan)?.generation).toBe(1);
  });

  test('[C11] when no clientID is left the section can be read, more are asked for, and then it can be written', async () => {
    const { authority, record } = job();
    authority.leasesAtFirst = 1;
    const asha = await device(authority, 'asha').openTab();
    const section = (await asha.open(record)).section(plan);
    authority.refuse = () => 'wrong-claim';
    section?.edit(title('Refused'));
    await settled();
    authority.refuse = () => null;

    expect(section?.writing()).toEqual({ type: 'may-write' });
    expect(section?.edit(title('After')).type).toBe('edited');
    await settled();
    expect([...authority.sections.values()][0]?.log).toHaveLength(1);
  });
});

describe('what may be read and written', () => {
  test('[C12] where this person may only read, an edit is refused with the reason and changes nothing', async () => {
    const { authority, record } = job();
    const cara = await device(authority, 'cara').openTab();
    const section = (await cara.open(record)).section(plan);

    const outcome = section?.edit(title('No'));

    expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'closed' }] });
    expect(section?.writing()).toMatchObject({ type: 'read-only', code: 'no-right' });
    expect(section?.current.view().title).toBe(null);
  });

  test('[C13] losing a section removes it from the list, from what is open and from the store', async () => {
    const { authority, record, section } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const open = await asha.open(record);
    open.section(plan)?.edit(title('Secret'));
    await settled();

    authority.grant(section, 'asha', null);
    await settled();

    expect(asha.records()).toEqual([]);
    expect(open.section(plan)).toBeUndefined();
    expect(await here.disk.store().base(section)).toEqual([]);
    expect(JSON.stringify(await here.disk.store().load())).not.toContain('Secret');
  });

  test('[C14] access that was lost while offline: the manifest drops the section, and the unsent edit is held', async () => {
    const { authority, record, section } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const open = await asha.open(record);
    here.link.cut(true);
    await settled();
    open.section(plan)?.edit(title('Written offline'));
    await settled();
    authority.grant(section, 'asha', null);

    await here.reconnect();

    expect(asha.records()).toEqual([]);
    expect(asha.edits()).toMatchObject([{ state: 'attention', code: 'held' }]);
    expect(await asha.signOut()).toEqual({ type: 'signed-out' });
  });

  test('[C14] a manifest is compared 64 sections at a time, and an edit is stored in between', async () => {
    const { authority, record } = job();
    for (let nth = 0; nth < 129; nth += 1) authority.addSection(record, 'notes', { asha: writing });
    const here = device(authority, 'asha');
    const store = here.disk.store();
    const steps: (number | 'edit')[] = [];
    const watched = {
      ...store,
      bases: (sections: Parameters<typeof store.bases>[0]) => {
        steps.push(sections.length);
        if (steps.length === 1) section?.edit(title('Okafor'));
        return store.bases(sections);
      },
      commit: (...[changes, durability]: Parameters<typeof store.commit>) => {
        if (changes.some(({ type }) => type === 'append')) steps.push('edit');
        return store.commit(changes, durability);
      },
    };
    const asha = await here.openTab({ store: watched });
    const section = (await asha.open(record)).section(plan);
    here.link.cut(true);
    await settled();
    authority.rights += 1;

    await here.reconnect();

    expect(steps).toEqual([64, 'edit', 64, 2]);
    expect(asha.status()).toMatchObject({ connection: 'online', onDevice: 0, firstSync: null });
  });

  test('[C15] gaining a section brings its state, also into a record that is open', async () => {
    const { authority, record, section } = job();
    const ben = await device(authority, 'ben', 2).openTab();
    (await ben.open(record)).section(plan)?.edit(title('Okafor'));
    await settled();
    const dee = await device(authority, 'dee', 3).openTab();
    expect(dee.records()).toEqual([]);

    authority.grant(section, 'dee', reading);
    await settled();

    expect(dee.records()).toMatchObject([{ record, sections: [{ name: 'plan', held: true }] }]);
    expect((await dee.open(record)).section(plan)?.current.view().title).toBe('Okafor');
  });

  test('[C16] a new epoch begins afresh: nothing of before comes back, and edits of the old one are held', async () => {
    const { authority, record, section } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const open = await asha.open(record);
    open.section(plan)?.edit(title('Old'));
    await settled();
    here.link.cut(true);
    await settled();
    open.section(plan)?.edit(title('Offline'));
    await settled();

    authority.renew(section);
    authority.rights += 1;
    await here.reconnect();

    expect(open.section(plan)?.current.view().title).toBe(null);
    expect(asha.edits()).toMatchObject([{ state: 'attention', code: 'held' }]);
    open.section(plan)?.edit(title('New'));
    await settled();
    expect(asha.status()).toMatchObject({ onDevice: 0, attention: 1 });
    expect(authority.sections.get(section)?.log).toHaveLength(1);
  });
});

describe('what is stored and read', () => {
  test('[C17] opening a caseload reads no document; the list shows what changed in sections that are not open', async () => {
    const { authority, record } = job();
    const here = device(authority, 'ben', 2);
    const first = await here.openTab();
    const asha = await device(authority, 'asha').openTab();
    (await asha.open(record)).section(plan)?.edit(title('Okafor'));
    await settled();
    expect(first.records()[0]?.sections[0]?.projection).toEqual({ title: 'Okafor' });
    await first.close();

    const store = here.disk.store();
    const reads: string[] = [];
    const watched = { ...store, base: (id: Parameters<typeof store.base>[0]) => (reads.push(id), store.base(id)) };
    const second = await here.openTab({ store: watched, switchedOn: false });

    expect(second.records()[0]?.sections[0]?.projection).toEqual({ title: 'Okafor' });
    expect(reads).toEqual([]);
  });

  test('[C18] a damaged section is fetched again, and the others load', async () => {
    const { authority, record, section } = job();
    const other = authority.addSection(record, 'notes', { asha: writing });
    const here = device(authority, 'asha');
    const first = await here.openTab();
    const open = await first.open(record);
    open.section(plan)?.edit(title('Okafor'));
    open.section(notes)?.edit((draft) => void (draft.words = 'Kept'));
    await settled();
    await first.close();
    const store = here.disk.store();
    await store.commit([{ type: 'base', section, updates: [Uint8Array.of(255, 1, 2)] }], 'strict');

    const second = await here.openTab();
    const again = await second.open(record);

    expect(again.section(notes)?.current.view().words).toBe('Kept');
    expect(again.section(plan)).toBeUndefined();
    await here.reconnect();
    expect(again.section(plan)?.current.view().title).toBe('Okafor');
    expect(other).toBeDefined();
  });

  test('[C18] where a row of the manifest cannot be read, a manifest brings it again', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const first = await here.openTab();
    (await first.open(record)).section(plan)?.edit(title('Okafor'));
    await settled();
    await first.close();
    const store = here.disk.store();
    const damaged = { ...store, load: async () => ({ ...(await store.load()), sections: [], damaged: 1 }) };

    const second = await here.openTab({ store: damaged });

    expect((await second.open(record)).section(plan)?.current.view().title).toBe('Okafor');
    expect(second.records()).toMatchObject([{ sections: [{ held: true }] }]);
  });

  test('[C18] an unsent edit whose bytes are damaged needs attention with what follows it, and the section can be written', async () => {
    const { authority, record, section } = job();
    const here = device(authority, 'asha');
    const first = await here.openTab();
    first.switchOff();
    const open = (await first.open(record)).section(plan);
    open?.edit(title('One'));
    open?.edit(title('Two'));
    await first.close();
    const store = here.disk.store();
    const [entry] = (await store.load()).outbox;
    if (entry?.kind !== 'edit') throw new Error('nothing was stored');
    const parts = entry.parts.map((part) => ({ ...part, update: new Uint8Array() }));
    await store.commit([{ type: 'amend', batch: entry.batch, entry: { ...entry, parts } }], 'strict');

    const second = await here.openTab();
    const again = (await second.open(record)).section(plan);

    expect(second.edits()).toMatchObject([{ code: 'unreadable' }, { code: 'followed' }]);
    expect(again?.edit(title('Three')).type).toBe('edited');
    await settled();
    expect(second.status().onDevice).toBe(0);
    expect(authority.sections.get(section)?.log).toHaveLength(1);
  });

  test('[C18] an unsent edit of which nothing can be read is told, until it is put away', async () => {
    const { authority } = job();
    const here = device(authority, 'asha');
    const store = here.disk.store();
    const damaged: NumberedEntry = { kind: 'damaged', batch: 7, attention: { code: 'unreadable', detail: null } };
    const bad = { ...store, load: async () => ({ ...(await store.load()), outbox: [damaged] }) };

    const asha = await here.openTab({ store: bad });

    expect(asha.edits()).toMatchObject([{ kind: 'damaged', batch: 7, record: null, code: 'unreadable' }]);
    expect(asha.edits()[0]?.why).toContain('damaged');
    expect(asha.status().attention).toBe(1);
    await asha.dismiss(7);
    expect(asha.edits()).toEqual([]);
  });

  test('[C19] a group of messages that cannot be stored does not count, and comes again', async () => {
    const { authority, record } = job();
    const here = device(authority, 'ben', 2);
    const ben = await here.openTab();
    const asha = await device(authority, 'asha').openTab();
    const open = await ben.open(record);
    here.disk.failCommit(1, 'quota');

    (await asha.open(record)).section(plan)?.edit(title('Okafor'));
    await settled();
    expect(open.section(plan)?.current.view().title).toBe(null);
    await here.reconnect();

    expect(open.section(plan)?.current.view().title).toBe('Okafor');
  });

  test('[C20] a change that builds on what has not arrived waits, its deletions too', async () => {
    const { authority, record, section } = job();
    const ben = await device(authority, 'ben', 2).openTab();
    const seen = (await ben.open(record)).section(plan);
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => updates.push(update));
    doc.clientID = 77;
    doc.getArray('claims').insert(0, [['', 'title', 'First']]);
    doc.transact(() => {
      doc.getArray('claims').delete(0, 1);
      doc.getArray('claims').insert(0, [['', 'title', 'Second']]);
    });
    const [first = new Uint8Array(), second = new Uint8Array()] = updates;
    const change = (update: Uint8Array) => ({
      type: 'change' as const,
      section,
      epoch: 1,
      authors: [],
      updates: [update],
    });

    authority.sayTo('ben', [change(second)]);
    await settled();
    expect(seen?.current.view().title).toBe(null);
    expect(seen?.current.doc.store.pendingStructs).toBe(null);
    authority.sayTo('ben', [change(first)]);
    await settled();

    expect(seen?.current.view().title).toBe('Second');
  });

  test('[C21] a store that cannot be read rejects the opening, and a later opening is not in its way', async () => {
    const { authority } = job();
    const here = device(authority, 'asha');
    const store = { ...here.disk.store(), load: () => Promise.reject(new StoreFailure('blocked')) };

    await expect(here.openTab({ store })).rejects.toMatchObject({ code: 'blocked' });

    expect((await here.openTab()).status().tab).toBe('writer');
  });
});

describe('connection, tabs, sign-in', () => {
  test('[C22] the offline switch closes the connection and keeps it closed until it is switched on', async () => {
    const { authority } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();

    asha.switchOff();
    await settled();
    here.clock.advance(3_600_000);
    await settled();
    expect(asha.status().connection).toBe('switched-off');

    asha.switchOn();
    await settled();
    expect(asha.status().connection).toBe('online');
  });

  test('[C23] a token that is refused twice asks for a sign-in, without a loop, and loses nothing', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asked: boolean[] = [];
    const asha = await here.openTab({
      token: async ({ fresh }) => {
        asked.push(fresh);
        return { type: 'token', token: 'as kept' };
      },
    });
    const section = (await asha.open(record)).section(plan);
    here.link.cut(true);
    await settled();
    section?.edit(title('Okafor'));
    authority.acceptedTokens.add('another');

    await here.reconnect();

    expect(asha.status()).toMatchObject({ connection: 'sign-in-needed', onDevice: 1 });
    expect(asked).toEqual([false, false, true]);
    authority.acceptedTokens.clear();
    asha.switchOn();
    await settled();
    expect(asha.status()).toMatchObject({ connection: 'online', onDevice: 0 });
  });

  test('[C24] a second tab reads along, may not write, and takes over when the first is gone', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const writer = await here.openTab();
    const reader = await here.openTab();
    const section = (await reader.open(record)).section(plan);
    (await writer.open(record)).section(plan)?.edit(title('Okafor'));
    await settled();

    expect(reader.status()).toMatchObject({ tab: 'reader', connection: 'online' });
    expect(section?.current.view().title).toBe('Okafor');
    expect(section?.edit(title('No')).type).toBe('refused');
    await writer.close();
    await settled();

    expect(reader.status()).toMatchObject({ tab: 'writer', connection: 'online' });
    expect(section?.edit(title('Mine')).type).toBe('edited');
    await settled();
    expect(reader.status().onDevice).toBe(0);
    expect([...authority.devices.values()]).toHaveLength(1);
  });

  test('[C25] the reader follows a rebuild', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const writer = await here.openTab();
    const reader = await here.openTab();
    const seen = (await reader.open(record)).section(plan);
    writer.switchOff();
    (await writer.open(record)).section(plan)?.edit(title('Refused'));
    await settled();
    expect(seen?.current.view().title).toBe('Refused');
    authority.refuse = () => 'wrong-claim';
    writer.switchOn();
    await settled();

    expect(seen?.current.view().title).toBe(null);
    expect(reader.edits()).toMatchObject([{ code: 'refused' }]);
  });

  test('[C26] signing out with unsent work asks; told to discard, it leaves nothing and tells the other tabs', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const reader = await here.openTab();
    asha.switchOff();
    (await asha.open(record)).section(plan)?.edit(title('Okafor'));

    expect(await asha.signOut()).toEqual({ type: 'unsent', count: 1 });
    expect(asha.edits()).toHaveLength(1);
    expect(await asha.signOut({ discardUnsent: true })).toEqual({ type: 'signed-out' });
    await settled();

    expect(await here.disk.store().load()).toMatchObject({ device: null, sections: [], outbox: [] });
    expect(reader.records()).toEqual([]);
  });

  test('[C27] closing stores what was just edited', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab({ switchedOn: true });
    const section = (await asha.open(record)).section(plan);
    asha.switchOff();

    section?.edit(title('Last word'));
    await asha.close();

    expect((await here.openTab({ switchedOn: false })).edits()).toMatchObject([{ state: 'on-device' }]);
  });

  test('[C28] presence shows others under the name that the server gives, and nobody once the connection ends', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const ben = await device(authority, 'ben', 2).openTab();
    const mine = (await asha.open(record)).presence('plan');
    const theirs = (await ben.open(record)).presence('plan');

    theirs?.setLocalStateField('user', { name: 'Somebody Else', color: '#aabbcc' });
    theirs?.setLocalState({ user: { name: 'Somebody Else', color: '#aabbcc' }, cursor: { at: 1 } });
    await settled();

    const states = () => Array.from(mine?.getStates().values() ?? []);
    expect(states()).toEqual([
      { user: { name: 'Name of ben', principal: 'ben', organisation: 'school', color: '#aabbcc' }, cursor: { at: 1 } },
    ]);
    here.link.cut(true);
    await settled();
    expect(states()).toEqual([]);
    await asha.close();
    await ben.close();
  });

  test('[C28] a tab that reads along shows who is there, also who came before it opened, and is seen there itself', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const writer = await here.openTab();
    const reader = await here.openTab();
    const ben = await device(authority, 'ben', 2).openTab();
    const ours = (await writer.open(record)).presence('plan');
    const theirs = (await ben.open(record)).presence('plan');
    theirs?.setLocalState({ user: {}, at: 'first' });
    await settled();

    const open = await reader.open(record);
    await settled();
    const placesIn = (states: Iterable<unknown> = []) => Array.from(states, (state) => (state as { at: string }).at);
    const seen = () => placesIn(open.presence('plan')?.getStates().values());
    expect(seen()).toEqual(['first']);
    theirs?.setLocalState({ user: {}, at: 'second' });
    open.presence('plan')?.setLocalState({ at: 'reading' });
    await settled();
    expect(seen()).toEqual(['second', 'reading']);
    const shownTo = () => placesIn(theirs?.getStates().values());
    expect(shownTo()).toEqual(['second', 'reading']);
    ours?.setLocalState({ at: 'writing' });
    await settled();
    expect(shownTo()).toEqual(['second', 'writing']);
    ours?.setLocalState(null);
    await settled();
    expect(shownTo()).toEqual(['second', 'reading']);

    await reader.close();
    await settled();
    expect(shownTo()).toEqual(['second']);
    const again = (await (await here.openTab()).open(record)).presence('plan');
    await settled();
    expect(again?.getStates().size).toBe(1);
    here.link.cut(true);
    await settled();
    expect(again?.getStates().size).toBe(0);
    await ben.close();
  });

  test('[C29] a device whose name another copy uses enrols again and keeps what was not taken', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const section = (await asha.open(record)).section(plan);
    authority.refuse = () => 'cloned-device';
    section?.edit(title('Refused'));
    await settled();
    authority.refuse = () => null;
    await settled();

    expect(asha.edits()).toMatchObject([{ state: 'attention', code: 'refused' }]);
    expect(authority.devices.size).toBe(2);
    section?.edit(title('Goes on'));
    await settled();
    expect(asha.status()).toMatchObject({ connection: 'online', onDevice: 0 });
  });

  test('[C30] until the whole caseload has come once, the status says how much of it has', async () => {
    const { authority } = job();
    const here = device(authority, 'asha');
    here.link.cut(true);
    const asha = await here.openTab();
    expect(asha.status().firstSync).toEqual({ have: 0, of: 0 });

    await here.reconnect();

    expect(asha.status()).toMatchObject({ connection: 'online', firstSync: null });
    expect(asha.records()).toHaveLength(1);
  });

  test('[C31] a clock that is set back by years keeps nobody offline', async () => {
    const { authority, record } = job();
    const here = device(authority, 'asha');
    const asha = await here.openTab();
    const section = (await asha.open(record)).section(plan);
    here.link.cut(true);
    await settled();
    here.clock.set(-10 * 365 * 86_400_000);
    section?.edit(title('Okafor'));
    await settled();

    await here.reconnect();

    expect(asha.status()).toMatchObject({ connection: 'online', onDevice: 0, since: here.clock.now() });
  });
});
