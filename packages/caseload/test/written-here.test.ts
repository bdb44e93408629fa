import type { Caseload, OpenRecord } from '@caseweave/caseload';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, reading, writing } from './world/loopback-authority.ts';
import { plan } from './world/schemas.ts';

async function job() {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  const section = authority.addSection(record, 'plan', { asha: writing, ben: writing });
  const here = device(authority, 'asha');
  const asha = await here.openTab();
  const open = await asha.open(record);
  return { authority, record, section, here, asha, open };
}

const storyOf = (open: OpenRecord): Y.Text => {
  const story = open.section(plan)?.current.text('story');
  if (story === undefined) throw new Error('The section is not open.');
  return story;
};

const told = async (caseload: Caseload, record: Parameters<Caseload['open']>[0]) =>
  (await caseload.open(record)).section(plan)?.current.view().story.text;

/** Ways in which an app may write in a text without having announced it; each leaves "Words of mine". */
const ways: Readonly<Record<string, (story: Y.Text) => void>> = {
  'a raw insert': (story) => story.insert(0, 'Words of mine'),
  'a delta': (story) => story.applyDelta([{ insert: 'Words of mine' }]),
  'a transaction by hand': (story) => story.doc?.transact(() => story.insert(0, 'Words of mine')),
  'a transaction of an editor': (story) =>
    story.doc?.transact(() => story.insert(0, 'Words of mine'), { editor: true }),
  'a transaction in bits': (story) =>
    story.doc?.transact(() => {
      story.insert(0, 'Words of thine');
      story.delete(9, 5);
      story.insert(9, 'mine');
    }, 'bits'),
  'an undo manager': (story) => {
    const undo = new Y.UndoManager(story, { captureTimeout: 0 });
    story.insert(0, 'Words of mine');
    story.insert(13, ' and more');
    undo.undo();
    undo.redo();
    undo.undo();
  },
  'an undo manager that takes a deletion back': (story) => {
    const undo = new Y.UndoManager(story, { captureTimeout: 0, trackedOrigins: new Set(['editor']) });
    story.insert(0, 'Words of mine');
    story.doc?.transact(() => story.delete(0, 9), 'editor');
    undo.undo();
  },
  'a listener of the caseload’s own': (story) => {
    const once = () => {
      story.unobserve(once);
      story.insert(0, 'Words ');
    };
    story.observe(once);
    story.insert(0, 'of mine');
  },
};

describe('what is written without having been announced', () => {
  test.for(Object.entries(ways))('[C47] %s is stored, counted, listed and sent', async ([, write]) => {
    const { authority, record, section, here, asha, open } = await job();
    here.link.cut(true);
    const before = asha.status().onDevice;
    write(storyOf(open));
    await settled();

    expect(asha.status()).toMatchObject({ saving: 0, attention: 0 });
    expect(asha.status().onDevice).toBeGreaterThan(before);
    expect(asha.edits().every(({ state }) => state === 'on-device')).toBe(true);
    here.crash();
    here.link.cut(true);
    const again = await here.openTab();
    expect(await told(again, record)).toBe('Words of mine');

    await here.reconnect();

    expect(again.edits()).toEqual([]);
    expect(authority.sections.get(section)?.doc.getText('story/').toJSON()).toBe('Words of mine');
    expect(authority.sections.get(section)?.doc.getMap('versions').toJSON()).toEqual({ w1: true });
    // What is edited later is taken: there is no gap before it.
    const later = (await again.open(record)).section(plan)?.edit((draft) => draft.story.insert(0, 'More: '));
    await settled();
    expect([later?.type, again.edits()]).toEqual(['edited', []]);
    const ben = await device(authority, 'ben', 2).openTab();
    expect(await told(ben, record)).toBe('More: Words of mine');
  });

  test('[C47] a first typing is one entry, in its words, and so is what is typed in several texts at once', async () => {
    const { here, asha, open } = await job();
    here.link.cut(true);
    storyOf(open).insert(0, 'Words of mine');
    await settled();
    expect(asha.edits()).toMatchObject([
      { text: 'Words of mine', changes: [{ path: 'story', label: 'Story', words: '“Words of mine”' }] },
    ]);
    const added = open.section(plan)?.edit((draft) => draft.actions.add({ what: 'Paint' }));
    const note = open.section(plan)?.current.text('actions.note', added?.type === 'edited' ? added.result : '');
    storyOf(open).doc?.transact(() => {
      storyOf(open).insert(0, 'And ');
      note?.insert(0, 'twice');
    });
    await settled();
    expect(asha.edits().slice(2)).toMatchObject([{ changes: [{ path: '', label: 'plan' }] }]);
    expect(asha.edits()).toHaveLength(3);
  });

  test('[C47] what listeners write while something is edited is theirs, and the edit keeps its words', async () => {
    const { here, asha, open } = await job();
    here.link.cut(true);
    const story = storyOf(open);
    let isAnswered = false;
    open.section(plan)?.subscribe(() => {
      if (isAnswered) return;
      isAnswered = true;
      story.insert(0, 'An answer');
    });

    open.section(plan)?.edit((draft) => void (draft.title = 'Okafor'));
    await settled();

    expect(asha.edits().map(({ changes }) => changes.map(({ words }) => words))).toEqual([['Okafor'], ['“An answer”']]);
  });

  test('[C47] what does not belong in a section is not lost in silence: it needs attention, and the rest goes on', async () => {
    const { record, asha, open } = await job();
    open
      .section(plan)
      ?.current.doc.getArray('claims')
      .push([['', 'title']]);
    open.section(plan)?.edit((draft) => void (draft.title = 'Okafor'));
    await settled();

    expect(asha.edits()).toMatchObject([{ state: 'attention', code: 'refused' }]);
    expect((await asha.open(record)).section(plan)?.current.view().title).toBe('Okafor');
    expect(open.section(plan)?.current.doc.getArray('claims').length).toBe(1);
  });

  test('[C47] what another provider brings in is taken out again, and what the person writes goes on', async () => {
    const { authority, record, asha, open } = await job();
    const foreign = new Y.Doc();
    foreign.getText('story/').insert(0, 'From elsewhere. ');
    const { generation = 0 } = open.section(plan) ?? {};

    Y.applyUpdate(storyOf(open).doc ?? new Y.Doc(), Y.encodeStateAsUpdate(foreign), 'another provider');
    await settled();

    expect(open.section(plan)?.generation).toBe(generation + 1);
    expect(storyOf(open).toJSON()).toBe('');
    storyOf(open).insert(0, 'Words of mine');
    await settled();
    expect(asha.edits()).toEqual([]);
    const ben = await device(authority, 'ben', 2).openTab();
    expect(await told(ben, record)).toBe('Words of mine');
  });
});

describe('what is written where it may not be', () => {
  const words = (caseload: Caseload) =>
    caseload.edits().map((edit) => [edit.state, edit.code, edit.kind === 'edit' ? edit.text : null]);

  test('[C48] where this person may only read, it is taken out, and its words are kept, over a reload as well', async () => {
    const { authority, section, record, here, asha, open } = await job();
    authority.grant(section, 'asha', reading);
    await settled();
    const { generation = 0 } = open.section(plan) ?? {};

    for (const [place, letter] of Array.from('Mine').entries()) storyOf(open).insert(place, letter);
    await settled();

    expect(open.section(plan)?.generation).toBe(generation + 1);
    expect(storyOf(open).toJSON()).toBe('');
    expect(words(asha)).toEqual([['attention', 'not-writable', 'Mine']]);
    await asha.close();
    const again = await here.openTab();
    expect(words(again)).toEqual([['attention', 'not-writable', 'Mine']]);
    expect(await told(again, record)).toBe('');
  });

  test('[C48] in a tab that reads along it is taken out, and its words are kept until it is put away', async () => {
    const { record, here, asha } = await job();
    const along = await here.openTab();
    const open = await along.open(record);

    storyOf(open).insert(0, 'Mine');
    await settled();

    expect(storyOf(open).toJSON()).toBe('');
    expect(words(along)).toEqual([['attention', 'not-writable', 'Mine']]);
    await along.dismiss(along.edits()[0]?.batch ?? 0);
    expect([words(along), words(asha)]).toEqual([[], []]);
  });

  test('[C48] what an editor goes on typing in a document that was rebuilt keeps its words, and rebuilds nothing', async () => {
    const { authority, asha, open } = await job();
    authority.refuse = () => 'wrong-claim';
    const old = storyOf(open);
    old.insert(0, 'Refused');
    await settled();
    authority.refuse = () => null;
    const { generation } = open.section(plan) ?? {};

    old.insert(7, ', and more');
    await settled();

    expect(words(asha)).toEqual([
      ['attention', 'refused', 'Refused'],
      ['attention', 'followed', ', and more'],
    ]);
    expect(open.section(plan)?.generation).toBe(generation);
    storyOf(open).insert(0, 'Goes on');
    await settled();
    expect(words(asha)).toHaveLength(2);
    expect(authority.sections.values().next().value?.doc.getText('story/').toJSON()).toBe('Goes on');
  });

  test('[C48] what an editor goes on typing in a section that was closed keeps its words, and so after the caseload is', async () => {
    const { asha, open } = await job();
    const story = storyOf(open);
    open.close();
    await settled();
    story.insert(0, 'Late');
    await settled();
    expect(words(asha)).toEqual([['attention', 'not-writable', 'Late']]);

    await asha.close();
    story.insert(4, 'r');
    expect(words(asha)).toEqual([
      ['attention', 'not-writable', 'Late'],
      ['attention', 'not-stored', 'r'],
    ]);
  });
});
