import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
// The one test that looks inside the package: it holds what we use of Yjs's inside to Yjs's documented behaviour.
import {
  appendValues,
  deleteValue,
  eachChangedRoot,
  eachDeletedRange,
  eachNewRun,
  eachRun,
  eachStretch,
  existingText,
  nextClock,
  type ItemRun,
} from '../src/yjs-internals.ts';

const opened = (client: number): { doc: Y.Doc; array: Y.Array<unknown> } => {
  const doc = new Y.Doc();
  doc.clientID = client;
  return { doc, array: doc.getArray('claims') };
};

const append = ({ doc, array }: ReturnType<typeof opened>, values: readonly unknown[], last?: number): number =>
  doc.transact((transaction) => appendValues(transaction, array, values, last));

const copy = (doc: Y.Doc): unknown => {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return other.getArray('claims').toJSON();
};

const structs = (doc: Y.Doc): number => Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.length;

describe('appending', () => {
  test('[R71] what is appended is what Yjs shows, and what another replica gets', () => {
    const one = opened(1);
    const first = append(one, ['a', { b: 1 }, null]);
    append(one, ['c'], first + 2);

    expect(one.array.toArray()).toEqual(['a', { b: 1 }, null, 'c']);
    expect(one.array.length).toBe(4);
    expect(copy(one.doc)).toEqual(['a', { b: 1 }, null, 'c']);
    expect(one.array.get(3)).toBe('c');
  });

  test('[R71] Yjs joins what one client appends, whoever else writes in between', () => {
    const one = opened(1);
    const two = opened(2);
    let last = append(one, ['a']);
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
    append(two, ['x', 'y']);
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));
    for (const value of ['b', 'c', 'd']) last = append(one, [value], last);

    expect(new Set(one.array.toArray())).toEqual(new Set(['a', 'b', 'c', 'd', 'x', 'y']));
    expect(one.array.length).toBe(6);
    expect(structs(one.doc)).toBe(3);
  });

  test('[R70] runs stay short, so that appending to a long list copies little', () => {
    const one = opened(1);
    let last = append(
      one,
      Array.from({ length: 1_000 }, (_, n) => n),
    );
    last += 999;
    for (let n = 1_000; n < 2_000; n += 1) last = append(one, [n], last);

    const lengths: number[] = [];
    eachRun(one.array, ({ length }) => lengths.push(length));

    expect(Math.max(...lengths)).toBeLessThanOrEqual(64);
    expect(lengths.length).toBeLessThan(64);
    expect(one.array.toArray().toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 2_000 }, (_, n) => n),
    );
    expect(copy(one.doc)).toEqual(one.array.toArray());
  });

  test('[R71] indexes that Yjs remembers do not mislead it afterwards', () => {
    const one = opened(1);
    for (const value of ['c', 'b', 'a']) one.array.insert(0, [value]);
    one.array.get(2);

    one.doc.transact((transaction) => deleteValue(transaction, one.array, { client: 1, clock: 2 }));
    one.array.insert(2, ['new']);

    expect(one.array.toArray()).toEqual(['b', 'c', 'new']);
  });
});

describe('deleting', () => {
  test('[R71] one value of a run is deleted, once; what is not known is left', () => {
    const one = opened(1);
    append(one, ['a', 'b', 'c']);
    let updates = 0;
    one.doc.on('update', () => (updates += 1));
    const remove = (client: number, clock: number): void =>
      one.doc.transact((transaction) => deleteValue(transaction, one.array, { client, clock }));

    remove(1, 1);
    remove(1, 1);
    remove(1, 99);
    remove(7, 0);

    expect(updates).toBe(1);
    expect(one.array.toArray()).toEqual(['a', 'c']);
    expect(one.array.length).toBe(2);
    expect(copy(one.doc)).toEqual(['a', 'c']);
  });

  test('[R71] only values of that array are deleted', () => {
    const one = opened(1);
    one.doc.getText('story/').insert(0, 'kept');

    one.doc.transact((transaction) => deleteValue(transaction, one.array, { client: 1, clock: 1 }));

    expect(one.doc.getText('story/').toJSON()).toBe('kept');
  });

  test('[R71] after the last own value is deleted and collected, appending goes on', () => {
    const one = opened(1);
    const last = append(one, ['a']);
    one.doc.transact((transaction) => deleteValue(transaction, one.array, { client: 1, clock: last }));
    const again = opened(9);
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(one.doc));
    again.doc.clientID = 1;

    append(again, ['b'], last);

    expect(again.array.toArray()).toEqual(['b']);
    expect(copy(again.doc)).toEqual(['b']);
  });
});

describe('following', () => {
  test('[R71] a transaction tells what it added and deleted, and which roots it changed', () => {
    const one = opened(1);
    append(one, ['a', 'b']);
    const told: unknown[] = [];
    one.doc.on('afterTransaction', (transaction) => {
      eachNewRun(transaction, one.array, ({ client, clock, values }: ItemRun) =>
        told.push(['new', client, clock, values]),
      );
      eachDeletedRange(transaction, (client, clock, length) => told.push(['deleted', client, clock, length]));
      eachChangedRoot(transaction, (name) => told.push(['root', name]));
    });

    one.doc.transact((transaction) => {
      deleteValue(transaction, one.array, { client: 1, clock: 0 });
      appendValues(transaction, one.array, ['c'], 1);
      one.doc.getText('story/').insert(0, 'x');
    });

    expect(told).toEqual([
      ['new', 1, 2, ['c']],
      ['deleted', 1, 0, 1],
      ['root', 'claims'],
      ['root', 'story/'],
    ]);
    expect(nextClock(one.doc)).toBe(4);
  });

  test('[R71] a text that came in an update is found, and no other root is taken for one', () => {
    const one = opened(1);
    one.doc.getText('story/').insert(0, 'x');
    one.doc.getMap('versions').set('w1', true);
    const two = opened(2);
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc));
    two.doc.getMap('versions');

    expect(existingText(two.doc, 'story/')?.toJSON()).toBe('x');
    expect(existingText(two.doc, 'versions')).toBeUndefined();
    expect(existingText(two.doc, 'none')).toBeUndefined();
  });

  test('[R71] the stretches of a text are what Yjs shows of it', () => {
    const one = opened(1);
    const text = one.doc.getText('story/');
    text.insert(0, 'plain bold');
    text.format(6, 4, { bold: true });
    text.delete(0, 1);
    text.insertEmbed(0, { image: 'x' });
    let characters = '';
    let length = 0;
    const formats: unknown[] = [];

    eachStretch(text, (stretch) => {
      characters += stretch.characters;
      length += stretch.length;
      if (stretch.format !== undefined) formats.push(stretch.format);
    });

    expect(characters).toBe(text.toJSON());
    expect(length).toBe(text.length);
    expect(formats).toEqual([
      { name: 'bold', value: true },
      { name: 'bold', value: null },
    ]);
  });
});
