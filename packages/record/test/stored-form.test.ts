import {
  collection,
  defineSection,
  entityIds,
  openSection,
  RecordError,
  readSection,
  register,
  shapeOf,
} from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { plan, replica } from './fixtures.ts';

const time = { t: 1_790_000_000_000 };

describe('the document', () => {
  test('[R1] [R2] [R3] [R4] [R5] [R6] an edit of every kind is stored like this', () => {
    const { doc, section } = replica(1);
    section.edit((draft) => {
      draft.fullName = 'Okoro';
      draft.languages.add('Twi');
      draft.stage = 'plan';
      draft.story.insert(0, 'Once');
      draft.needs.add({ title: 'Sleep', note: 'wakes' });
    });
    section.edit(
      (draft) => {
        draft.fullName = null;
        draft.languages.delete('Twi');
        draft.needs.byId('row1x1').strike('wrong one');
      },
      { reason: 'tidied' },
    );

    expect(doc.getArray('claims').toJSON()).toEqual([
      ['', 'stage', 'plan', time],
      ['row1x1', 'needs', true, time],
      ['row1x1', 'needs.title', 'Sleep', time],
      ['', 'fullName', null, { ...time, why: 'tidied' }],
      ['row1x1', '!', { why: 'wrong one', saw: { 1: 14 } }, { ...time, why: 'tidied' }],
    ]);
    expect([...doc.share.keys()].toSorted()).toEqual(['claims', 'needs.note/row1x1', 'story/', 'versions']);
    expect(doc.getMap('versions').toJSON()).toEqual({ w2: true });
  });

  test('[R7] opening, viewing, asking for a text and subscribing write nothing', () => {
    const { doc, section } = replica(1);

    section.view();
    section.questions();
    section.text('story');
    section.text('needs.note', 'row1');
    section.subscribe(() => {});
    section.bindOrigin({});

    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  test('[R6] a bound editor’s typing carries the version in the same transaction', () => {
    const { doc, section } = replica(1);
    const editor = {};
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    section.bindOrigin(editor);

    doc.transact(() => section.text('story').insert(0, 'typed'), editor);

    const received = new Y.Doc();
    for (const update of updates) Y.applyUpdate(received, update);
    expect(updates).toHaveLength(1);
    expect(received.getMap('versions').toJSON()).toEqual({ w2: true });
    expect(received.getText('story/').toJSON()).toBe('typed');
  });

  test('[R6] versions that wrote stay noted beside one another', () => {
    const older = defineSection({
      name: 'plan',
      version: 1,
      oldestWriter: 1,
      fields: { fullName: register(z.string()) },
    });
    const doc = new Y.Doc();
    doc.clientID = 9;
    openSection(older, { doc, now: () => 0, newId: () => 'x', authorOf: () => undefined }).edit((draft) => {
      draft.fullName = 'Okoro';
    });
    const newer = replica(1, Y.encodeStateAsUpdate(doc));
    newer.section.edit((draft) => {
      draft.fullName = 'Mensah';
    });

    expect(newer.doc.getMap('versions').toJSON()).toEqual({ w1: true, w2: true });
    expect(readSection(older, newer.doc)).toEqual({ fullName: 'Mensah' });
  });

  test('[R8] a section of an older version keeps what a newer one wrote in the same row', () => {
    const older = defineSection({
      name: 'plan',
      version: 1,
      oldestWriter: 1,
      fields: { needs: collection({ title: register(z.string()) }) },
    });
    const newer = replica(1);
    newer.section.edit((draft) => draft.needs.add({ title: 'Sleep', level: 3 }));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(newer.doc));
    doc.clientID = 9;

    openSection(older, { doc, now: () => 0, newId: () => 'x', authorOf: () => undefined }).edit((draft) => {
      draft.needs.byId('row1x1').title = 'Sleeping';
    });

    expect(readSection(plan, doc).needs).toMatchObject([{ title: 'Sleeping', level: 3 }]);
  });

  test('[R1] a document whose root is of another kind, or of another copy of Yjs, is not opened', () => {
    const doc = new Y.Doc();
    doc.getMap('claims').set('a', 1);
    const options = { now: () => 0, newId: () => 'x', authorOf: () => undefined };

    expect(() => openSection(plan, { ...options, doc })).toThrow(expect.objectContaining({ code: 'wrong-root' }));
    const other = new Y.Doc();
    other.getArray('versions').push([1]);
    expect(() => openSection(plan, { ...options, doc: other })).toThrow(
      expect.objectContaining({ code: 'wrong-root' }),
    );
    expect(() => openSection(plan, { ...options, doc: JSON.parse('{}') as Y.Doc })).toThrow(
      expect.objectContaining({ code: 'foreign-yjs' }),
    );
  });

  test('[R1] [R10] what is typed where the document has a root of another kind is refused, and nothing of it is written', () => {
    const { doc, section } = replica(1);
    doc.getMap('story/').set('a', 1);
    const before = Y.encodeStateAsUpdate(doc);
    const outcome = section.edit((draft) => {
      draft.fullName = 'Okoro';
      draft.story.insert(0, 'x');
    });

    expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'wrong-root', path: 'story' }] });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(() => section.text('story')).toThrow(expect.objectContaining({ code: 'wrong-root' }));
  });

  test('[R5] a text that the schema does not have, or without its row, is a mistake', () => {
    const { section } = replica(1);

    expect(() => section.text('invented')).toThrow(RecordError);
    expect(() => section.text('needs.note')).toThrow(RecordError);
    expect(() => section.text('story', 'row1')).toThrow(RecordError);
  });
});

describe('the schema', () => {
  test('[R80] its shape is plain data', () => {
    const shape = shapeOf(plan);

    expect(shape).toEqual(JSON.parse(JSON.stringify(shape)));
    expect(shape).toMatchObject({ section: 'plan', version: 2, oldestWriter: 1 });
    expect(shape.fields).toMatchObject({
      fullName: { kind: 'register' },
      stage: { kind: 'progress' },
      languages: { kind: 'set' },
      story: { kind: 'rich-text', formats: ['bold', 'italic', 'underline', 'header', 'list', 'blockquote'] },
      minutes: { kind: 'text' },
      needs: { kind: 'collection' },
      'needs.note': { kind: 'text' },
      'actions.place': { kind: 'position' },
      events: { kind: 'log' },
    });
    expect(Object.keys(shape.fields).filter((path) => path.startsWith('events.'))).toEqual(['events.addenda']);
  });

  test.each([
    ['an odd name', { 'full name': register(z.string()) }],
    ['a capital', { Capital: register(z.string()) }],
    ['the name of a row’s own member', { needs: collection({ id: register(z.string()) }) }],
    ['the name of a verb', { needs: collection({ strike: register(z.string()) }) }],
  ])('[R81] %s is refused', (_, fields) => {
    expect(() => defineSection({ name: 'x', version: 1, oldestWriter: 1, fields })).toThrow(
      expect.objectContaining({ code: 'bad-schema' }),
    );
  });

  test('[R81] an oldest writer later than the version is refused', () => {
    expect(() => defineSection({ name: 'x', version: 1, oldestWriter: 2, fields: {} })).toThrow(RecordError);
  });

  test('[R12] a validator that does not answer at once is a mistake', () => {
    const slow = register(z.string().refine(async () => Promise.resolve(true)));

    const define = (): unknown => {
      const schema = defineSection({ name: 'x', version: 1, oldestWriter: 1, fields: { slow } });
      const section = openSection(schema, {
        doc: new Y.Doc(),
        now: () => 0,
        newId: () => 'x',
        authorOf: () => undefined,
      });
      return section.edit((draft) => {
        draft.slow = 'x';
      });
    };

    expect(define).toThrow(expect.objectContaining({ code: 'async-validator' }));
  });
});

test('ids of entities are twelve letters that need no escaping, made of the random bytes alone', () => {
  let next = 0;
  const newId = entityIds((length) => Uint8Array.from({ length }, () => (next += 37) % 256));

  const ids = Array.from({ length: 100 }, newId);

  expect(ids.every((id) => /^[\w-]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(100);
  expect(entityIds((length) => new Uint8Array(length).fill(255))()).toBe('____________');
});
