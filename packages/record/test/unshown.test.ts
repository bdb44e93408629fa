import {
  defineSection,
  extendSection,
  freeze,
  isUnshownIn,
  openSection,
  readFrozen,
  readSection,
  register,
  replay,
  type SectionSchema,
} from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { fields, newer, older } from './houses.ts';

const names = ['nobody', 'Asha', 'Jo'];
const open = <Schema extends SectionSchema>(schema: Schema, client: number, state?: Uint8Array, now = 0) => {
  const doc = new Y.Doc();
  if (state !== undefined) Y.applyUpdate(doc, state);
  doc.clientID = client;
  let made = 0;
  return openSection(schema, {
    doc,
    now: () => now,
    newId: () => `r${client}x${(made += 1)}`,
    authorOf: (id) => ({ id: `p${id}`, name: names[id] ?? '' }),
  });
};
const stateOf = ({ doc }: { readonly doc: Y.Doc }): Uint8Array => Y.encodeStateAsUpdate(doc);
const merge = (...all: readonly { readonly doc: Y.Doc }[]): void => {
  for (const from of all) for (const to of all) Y.applyUpdate(to.doc, stateOf(from));
};

/** What one person wrote by the newer version, as one of the older reads it. */
const readOlder = (change: Parameters<ReturnType<typeof open<typeof newer>>['edit']>[0]) => {
  const theirs = open(newer, 1, undefined, 7);
  expect(theirs.edit(change as never).type).toBe('edited');
  return open(older, 2, stateOf(theirs));
};

describe('what a later version wrote is named, and never shown as nothing', () => {
  test('[R190] [R191] a code that the list has not', () => {
    const section = readOlder((draft) => void (draft.colour = 'blue'));

    expect(section.view()).toMatchObject({ colour: null, unshown: ['colour'] });
    expect(section.unshown()).toEqual([
      {
        section: 'house',
        entity: '',
        field: 'colour',
        path: 'colour',
        label: 'Colour',
        by: [{ author: { id: 'p1', name: 'Asha' }, at: 7, client: 1 }],
      },
    ]);
    expect([section.isUnshown('', 'colour'), section.isUnshown('', 'level')]).toEqual([true, false]);
  });

  test('[R190] [R191] a state of an order is not the first state', () => {
    expect(readOlder((draft) => void (draft.stage = 'waiting')).view()).toMatchObject({
      stage: null,
      unshown: ['stage'],
    });
    const section = readOlder((draft) => void draft.jobs.add({ what: 'Lamp', stage: 'paused' }));
    expect(section.view().jobs[0]).toMatchObject({ what: 'Lamp', stage: null, unshown: ['stage'] });
    expect(section.unshown()).toMatchObject([{ path: 'jobs.stage', row: 'Lamp', label: 'Stage' }]);
    expect(section.view()).not.toHaveProperty('unshown');
  });

  test('[R190] [R191] a member of a set is not "none", and not an empty set without a word', () => {
    const both = readOlder((draft) => {
      draft.tags.add('none');
      draft.tags.add('rare');
    });
    expect(both.view()).toMatchObject({ tags: [], unshown: ['tags'] });
    const among = readOlder((draft) => {
      draft.tags.add('old');
      draft.tags.add('rare');
    });
    expect(among.view()).toMatchObject({ tags: ['old'], unshown: ['tags'] });
    expect(readOlder((draft) => draft.tags.add('none')).view()).not.toHaveProperty('unshown');
  });

  test('[R190] one of several values, of which the other stands meanwhile', () => {
    const [asha, jo] = [open(newer, 1), open(older, 2)];
    asha.edit((draft) => void (draft.level = 8));
    jo.edit((draft) => void (draft.level = 3));
    merge(asha, jo);

    expect(asha.view()).toMatchObject({ level: 8 });
    expect(asha.questions()).toMatchObject([{ path: 'level', standing: 8 }]);
    expect(jo.view()).toMatchObject({ level: 3, unshown: ['level'] });
    expect(jo.questions()).toEqual([]);
  });

  test('[R190] fields, texts, rows and logs that are not known', () => {
    const section = readOlder((draft) => {
      draft.owner = 'Ada';
      draft.minutes.insert(0, 'x');
      draft.rooms.add({ name: 'Attic' });
      draft.calls.append({ on: '2026-01-02' });
      draft.jobs.add({ what: 'Lamp', cost: 7, note: 'Red' });
    });

    expect(section.view().unshown).toEqual(['calls', 'minutes', 'owner', 'rooms']);
    expect(section.view().jobs[0]?.unshown).toEqual(['cost', 'note']);
    expect(section.unshown().map(({ path, row }) => [path, row])).toEqual([
      ['calls', undefined],
      ['jobs.cost', 'Lamp'],
      ['jobs.note', 'Lamp'],
      ['minutes', undefined],
      ['owner', undefined],
      ['rooms', undefined],
    ]);
    expect(section.unshown().find(({ path }) => path === 'minutes')?.by).toEqual([
      { author: { id: 'p1', name: 'Asha' }, client: 1 },
    ]);
  });

  test('[R190] members of an entry, and codes in one', () => {
    const section = readOlder((draft) => {
      draft.visits.append({ on: '2026-01-02', kind: 'letter', about: ['roof', 'door'], by: 'Ada' });
      draft.visits.append({ on: '2026-01-03', kind: 'call', about: [] });
    });
    const [first, second] = section.view().visits;

    expect(first).toMatchObject({ on: '2026-01-02', kind: null, about: ['roof'], unshown: ['about', 'by', 'kind'] });
    expect(second).not.toHaveProperty('unshown');
    expect(section.unshown()[0]).toMatchObject({ path: 'visits.about', by: [{ client: 1, at: 7 }] });
  });

  test('[R190] formats and embeds in a text', () => {
    const section = readOlder((draft) => draft.story.insert(0, 'See', { link: 'x' }));
    expect(section.view()).toMatchObject({ story: { text: 'See' }, unshown: ['story'] });

    const other = open(older, 1);
    other.edit((draft) => draft.story.insert(0, 'See', { bold: true }));
    expect(other.view()).not.toHaveProperty('unshown');
    other.doc.getText('story/').insertEmbed(0, { image: 'x' });
    expect(other.view().unshown).toEqual(['story']);
  });

  test.each<readonly [name: string, path: string, write: (doc: Y.Doc) => void]>([
    ['a text where there was a value', 'colour', (doc) => doc.getText('colour/').insert(0, 'x')],
    ['a value where there was a text', 'story', (doc) => doc.getArray('claims').push([['', 'story', 'x', {}]])],
    ['rows where there was a value', 'colour', (doc) => doc.getArray('claims').push([['a', 'colour', true, {}]])],
    ['a value where there were rows', 'jobs', (doc) => doc.getArray('claims').push([['', 'jobs', 'x', {}]])],
    ['rows that begin in another way', 'jobs', (doc) => doc.getArray('claims').push([['a', 'jobs', { v: 2 }, {}]])],
    ['entries that begin in another way', 'visits', (doc) => doc.getArray('claims').push([['a', 'visits', true, {}]])],
    ['a text beside rows', 'jobs', (doc) => doc.getText('jobs/').insert(0, 'x')],
  ])('[R190] a field of another kind: %s', (_, path, write) => {
    const section = open(older, 1);
    write(section.doc);

    expect(section.view().unshown).toEqual([path]);
    expect(section.unshown()).toMatchObject([{ entity: '', path }]);
  });

  test('[R190] what is added to an entry, a strike, and a place, in a form of their own', () => {
    const section = open(older, 1);
    section.edit((draft) => {
      draft.jobs.add({ what: 'Lamp' });
      draft.visits.append({ on: '2026-01-02', kind: 'call', about: [] });
    });
    section.doc.getArray('claims').push([
      ['r1x1', '!', { because: 'x' }, {}],
      ['r1x1', 'jobs.place', 7, {}],
      ['r1x2', 'visits.addenda', { drawing: 'x' }, {}],
    ]);

    expect(section.view().jobs[0]?.unshown).toEqual(['place', 'struck']);
    expect(section.view().visits[0]?.unshown).toEqual(['addenda']);
    expect(section.unshown().map(({ path, label }) => [path, label])).toEqual([
      ['jobs.place', 'Place'],
      ['jobs.struck', 'Job'],
      ['visits.addenda', 'Visits'],
    ]);
  });

  test('[R190] an extension that this app does not have is named, since no later version of it would help', () => {
    const theirs = extendSection(older, {
      name: 'leeds',
      version: 1,
      oldestWriter: 1,
      fields: { code: register(z.string()) },
      rows: { jobs: { cost: register(z.number()) } },
    });
    const asha = open(theirs, 1);
    asha.edit((draft) => {
      draft['leeds:code'] = 'x';
      draft.jobs.add({ what: 'Lamp', 'leeds:cost': 7 });
    });
    const jo = open(older, 2, stateOf(asha));

    expect(jo.view().jobs[0]?.unshown).toEqual(['leeds:cost']);
    expect(jo.unshown()).toMatchObject([
      { path: 'jobs.leeds:cost', label: 'Cost', extension: 'leeds' },
      { path: 'leeds:code', label: 'Code', extension: 'leeds' },
    ]);
    expect(asha.unshown()).toEqual([]);
    expect(asha.view()).not.toHaveProperty('unshown');
  });

  test('[R191] no upgrade fills in what somebody wrote, though it cannot be shown', () => {
    const upgraded = defineSection({
      name: 'house',
      version: 2,
      oldestWriter: 1,
      fields,
      upgrades: { 2: { fields: () => ({ colour: 'green' as const, stage: 'seen' as const, level: 1 }) } },
    });
    const theirs = open(newer, 1);
    theirs.edit((draft) => {
      draft.colour = 'blue';
      draft.stage = 'waiting';
    });

    expect(readSection(upgraded, theirs.doc)).toMatchObject({
      colour: null,
      stage: null,
      level: 1,
      unshown: ['colour', 'stage'],
    });
  });
});

describe('following', () => {
  test('[R30] [R190] [R195] marks come and go with what is written, and listeners are told', () => {
    const [asha, jo] = [open(newer, 1), open(older, 2)];
    let told = 0;
    jo.subscribe(() => (told += 1));
    const before = jo.unshown();
    expect(jo.unshown()).toBe(before);

    asha.edit((draft) => void (draft.owner = 'Ada'));
    merge(asha, jo);
    const marked = jo.unshown();
    expect([told, jo.view().unshown, marked.length]).toEqual([1, ['owner'], 1]);

    jo.edit((draft) => void (draft.level = 1));
    expect(jo.unshown()).toBe(marked);
    expect(readSection(older, jo.doc)).toEqual(jo.view());

    asha.edit((draft) => void (draft.colour = 'blue'));
    merge(asha, jo);
    asha.edit((draft) => void (draft.colour = 'red'));
    merge(asha, jo);
    expect(jo.view()).toMatchObject({ colour: 'red', unshown: ['owner'] });
  });

  test('[R190] a text that was emptied leaves no mark', () => {
    const [asha, jo] = [open(newer, 1), open(older, 2)];
    asha.edit((draft) => draft.minutes.insert(0, 'x'));
    merge(asha, jo);
    expect(jo.view().unshown).toEqual(['minutes']);

    asha.edit((draft) => draft.minutes.delete(0, 1));
    merge(asha, jo);
    expect(jo.view()).not.toHaveProperty('unshown');
  });

  test('[R190] a view, or a copy of it, tells by itself of a field whether something in it is not shown', () => {
    const section = readOlder((draft) => {
      draft.owner = 'Ada';
      draft.jobs.add({ what: 'Lamp', stage: 'paused' });
      draft.jobs.add({ what: 'Chair' });
    });
    const [lamp, chair] = section.view().jobs;

    for (const view of [section.view(), structuredClone(section.view())]) {
      expect(isUnshownIn(view, 'owner')).toBe(true);
      expect(isUnshownIn(view, 'colour')).toBe(false);
      expect(isUnshownIn(view, 'jobs.stage', lamp?.id)).toBe(true);
      expect(isUnshownIn(view, 'jobs.what', lamp?.id)).toBe(false);
      expect(isUnshownIn(view, 'jobs.stage', chair?.id)).toBe(false);
      expect(isUnshownIn(view, 'jobs.stage', 'nobody')).toBe(false);
    }
  });

  test('[R29] a copy of a view keeps its marks', () => {
    const section = readOlder((draft) => void draft.jobs.add({ cost: 7 }));

    expect(structuredClone(section.view()).jobs[0]?.unshown).toEqual(['cost']);
  });
});

describe('editing beside', () => {
  test('[R192] a value written beside what is not shown leaves it, and says so; who reads both is asked', () => {
    const asha = open(newer, 1);
    asha.edit((draft) => {
      draft.colour = 'blue';
      draft.tags.add('rare');
    });
    const jo = open(older, 2, stateOf(asha));
    const outcome = jo.edit((draft) => {
      draft.colour = 'red';
      draft.tags.add('old');
      draft.level = 1;
    });

    expect(outcome.type === 'edited' && outcome.changes).toMatchObject([
      { path: 'colour', words: 'red', unshown: true },
      { path: 'level', words: '1' },
      { path: 'tags', words: 'added old', unshown: true },
    ]);
    expect(outcome.type === 'edited' && outcome.changes.filter(({ unshown }) => unshown === true)).toHaveLength(2);
    merge(asha, jo);
    expect(asha.view()).toMatchObject({ tags: ['old', 'rare'] });
    expect(asha.questions()).toMatchObject([{ path: 'colour', claims: [{ value: 'blue' }, { value: 'red' }] }]);
    expect(jo.view()).toMatchObject({ colour: 'red', unshown: ['colour', 'tags'] });
  });

  test('[R192] a field that is cleared, and a state that is written, leave what is not shown', () => {
    const asha = open(newer, 1);
    asha.edit((draft) => {
      draft.colour = 'blue';
      draft.stage = 'moved';
    });
    const jo = open(older, 2, stateOf(asha));
    jo.edit((draft) => {
      draft.colour = null;
      draft.stage = 'done';
    });
    merge(asha, jo);

    expect(asha.questions().map(({ path }) => path)).toEqual(['colour', 'stage']);
    expect(asha.view()).toMatchObject({ colour: 'blue' });
    expect(jo.view()).toMatchObject({ colour: null, stage: 'done', unshown: ['colour', 'stage'] });
  });

  test('[R192] [R193] a row in which something is not shown can be struck, and the edit says so', () => {
    const asha = open(newer, 1);
    asha.edit((draft) => void draft.jobs.add({ what: 'Lamp', cost: 7 }));
    const id = asha.view().jobs[0]?.id ?? '';
    asha.edit((draft) => draft.jobs.byId(id).note.insert(0, 'Red'));
    const jo = open(older, 2, stateOf(asha));
    const outcome = jo.edit((draft) => draft.jobs.byId(id).strike('wrong house'));
    merge(asha, jo);

    expect(outcome).toMatchObject({ changes: [{ path: 'jobs', unshown: true }] });
    expect([asha.view().jobs, jo.view().jobs]).toEqual([[], []]);
    expect(jo.unshown()).toEqual([]);
  });

  test('[R193] what a strike had not seen brings the row back on every version, whichever knows the field', () => {
    for (const later of [
      (draft: { cost: number | null }) => void (draft.cost = 7),
      (draft: { note: { insert(at: number, text: string): void } }) => draft.note.insert(0, 'x'),
    ]) {
      const asha = open(newer, 1);
      asha.edit((draft) => void draft.jobs.add({ what: 'Lamp' }));
      const jo = open(older, 2, stateOf(asha));
      const id = jo.view().jobs[0]?.id ?? '';
      asha.edit((draft) => later(draft.jobs.byId(id)));
      jo.edit((draft) => draft.jobs.byId(id).strike('wrong house'));
      merge(asha, jo);

      for (const section of [asha, jo]) {
        expect(section.view().jobs).toMatchObject([{ id, struck: { why: 'wrong house' } }]);
        expect(section.questions()).toMatchObject([{ kind: 'struck' }]);
      }
      expect(asha.questions().map((question) => question.id)).toEqual(jo.questions().map((question) => question.id));
    }
  });

  test('[R193] what a strike missed is not said in values that this version cannot show', () => {
    const asha = open(newer, 1);
    asha.edit((draft) => void draft.jobs.add({ what: 'Lamp' }));
    const jo = open(older, 2, stateOf(asha));
    const id = jo.view().jobs[0]?.id ?? '';
    asha.edit((draft) => {
      draft.jobs.byId(id).cost = 7;
      draft.jobs.byId(id).stage = 'paused';
    });
    jo.edit((draft) => draft.jobs.byId(id).strike('wrong house'));
    merge(asha, jo);

    const missed = jo.questions()[0]?.claims.map(({ words }) => words);
    expect(missed).toContain('Stage: something that this version cannot show');
    expect(missed).toContain('Job: something that this version cannot show');
    expect(JSON.stringify(missed)).not.toContain('paused');
  });
});

describe('keeping and telling', () => {
  test('[R160] [R161] [R194] a frozen version says where there was something that it does not hold', () => {
    const section = readOlder((draft) => void draft.jobs.add({ what: 'Lamp', cost: 7 }));
    const id = section.view().jobs[0]?.id ?? '';
    const frozen = freeze(older, section.doc);
    const without = freeze(newer, section.doc);

    expect(readFrozen(older, frozen)).toMatchObject({ type: 'read', unshown: [{ entity: id, path: 'jobs.cost' }] });
    expect(readFrozen(newer, without)).toMatchObject({ type: 'read', unshown: [] });
    expect(without.content).not.toContain('unshown');
  });

  test('[R170] [R194] history says that something changed which this version cannot say', () => {
    const asha = open(newer, 1);
    const rows: { seq: number; at: number; update: Uint8Array }[] = [];
    asha.doc.on('update', (update: Uint8Array) => rows.push({ seq: rows.length + 1, at: 0, update }));
    asha.edit((draft) => void draft.jobs.add({ what: 'Lamp' }));
    const id = asha.view().jobs[0]?.id ?? '';
    asha.edit((draft) => void (draft.jobs.byId(id).cost = 7));
    asha.edit((draft) => void (draft.jobs.byId(id).cost = 8));
    asha.edit((draft) => void (draft.stage = 'seen'));
    asha.edit((draft) => void (draft.stage = 'waiting'));
    asha.edit((draft) => void (draft.stage = 'done'));

    const { steps } = replay(older, rows);
    const what = 'something that this version cannot show';
    const told = steps
      .slice(1)
      .map(({ changes }) => changes.map(({ type, path, row, before, after }) => [type, path, row, before, after]));
    expect(told).toEqual([
      [['unshown', 'jobs.cost', 'Lamp', '', what]],
      [['unshown', 'jobs.cost', 'Lamp', '', what]],
      [['field', 'stage', undefined, 'new', 'seen']],
      [['unshown', 'stage', undefined, '', what]],
      [['field', 'stage', undefined, what, 'done']],
    ]);
  });
});
