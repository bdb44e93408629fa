import { ADMISSION_LIMITS, type Admission } from '@caseweave/protocol';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { claim, docOf, held, judge, push, reader, written } from './sections.ts';

const victim = 77;
const mine = 5;

/** A section that the victim has written in, and its state as the server holds it. */
function section(): Y.Doc {
  const device = docOf(victim);
  written(device, (doc) => {
    push(doc, claim('', 'jobTitle', 'Okafor'), claim('n1', 'needs', true));
    doc.getText('story/').insert(0, 'They moved in spring.');
    doc.getMap('versions').set('w2', true);
  });
  return docOf(1, Y.encodeStateAsUpdate(device));
}

/** Writes an update by hand. */
function forge(write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder();
  write(to);
  return encoding.toUint8Array(to);
}
const numbers = (to: encoding.Encoder, ...all: readonly number[]) => {
  for (const number of all) encoding.writeVarUint(to, number);
};

/** One forged struct of one client, and no deletes. */
const oneStruct = (client: number, clock: number, struct: (to: encoding.Encoder) => void): Uint8Array =>
  forge((to) => {
    numbers(to, 1, 1, client, clock);
    struct(to);
    numbers(to, 0);
  });

const inRoot = (to: encoding.Encoder, kind: number, root: string, key?: string) => {
  encoding.writeUint8(to, kind | (key === undefined ? 0 : 32));
  numbers(to, 1);
  encoding.writeVarString(to, root);
  if (key !== undefined) encoding.writeVarString(to, key);
};

const refusedAs = (code: string): Partial<Admission> => ({ type: 'refused', code }) as Partial<Admission>;

function attack(update: Uint8Array, expected: object, change: Parameters<typeof judge>[3] = {}): void {
  const doc = section();
  const before = held(doc);
  expect(judge(doc, update, [mine], change)).toMatchObject(expected);
  expect(held(doc)).toBe(before);
}

test("[A1] a struct under a victim's clientID ahead of its clock", () => {
  const ahead = section().store.clients.get(victim)?.length ?? 0;
  attack(
    oneStruct(victim, 1000 + ahead, (to) => numbers(to, 0, 5)),
    refusedAs('not-leased'),
  );
  const next = Y.getState(section().store, victim);
  attack(
    oneStruct(victim, next, (to) => numbers(to, 0, 5)),
    { ...refusedAs('not-leased'), client: victim },
  );
});

test('[A2] a delete of clocks that the victim has not used yet', () => {
  const next = Y.getState(section().store, victim);
  attack(
    forge((to) => numbers(to, 0, 1, victim, 1, next, 1000)),
    refusedAs('unknown-delete'),
  );
  attack(
    forge((to) => numbers(to, 0, 1, victim, 1, next - 1, 2)),
    refusedAs('unknown-delete'),
  );
  attack(
    forge((to) => numbers(to, 0, 1, 4242, 1, 0, 1)),
    refusedAs('unknown-delete'),
  );
});

test('[A3] the same clientID on two replicas', () => {
  const first = docOf(mine);
  const copied = docOf(mine);
  const server = docOf(
    1,
    written(first, (doc) => push(doc, claim('', 'jobTitle', 'Ahmed'))),
  );
  const other = written(copied, (doc) => push(doc, claim('', 'jobTitle', 'Brown')));
  expect(judge(server, other, [mine])).toMatchObject(refusedAs('fork'));
  const longer = written(copied, (doc) => push(doc, claim('n', 'needs', true)));
  expect(judge(server, Y.mergeUpdates([other, longer]), [mine])).toMatchObject(refusedAs('fork'));
  const elsewhere = docOf(mine);
  const words = section();
  const typed = (at: number) =>
    written(docOf(mine, Y.encodeStateAsUpdate(words)), (doc) => doc.getText('story/').insert(at, 'x'));
  const holding = docOf(1, Y.encodeStateAsUpdate(words), typed(4));
  expect(judge(holding, typed(4), [mine])).toEqual({ type: 'empty' });
  expect(judge(holding, typed(9), [mine])).toMatchObject(refusedAs('fork'));
  const moved = written(elsewhere, (doc) => doc.getText('story/').insert(0, 'x'));
  expect(judge(server, moved, [mine])).toMatchObject(refusedAs('fork'));
});

test('[A4] deleting everything is for writers only', () => {
  const all = (doc: Y.Doc) => forge((to) => numbers(to, 0, 1, victim, 1, 0, Y.getState(doc.store, victim)));
  const words = forge((to) => numbers(to, 0, 1, victim, 1, 0, Y.getState(section().store, victim) - 1));
  attack(words, { type: 'held', code: 'not-allowed' }, { acts: reader });
  // Even a writer may not take a version away.
  attack(all(section()), refusedAs('wrong-shape'));
});

test('[A5, A6] an empty update, and garbage', () => {
  attack(new Uint8Array(), refusedAs('malformed'));
  attack(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), refusedAs('malformed'));
  attack(Uint8Array.of(0, 0, 0), refusedAs('malformed'));
  attack(Uint8Array.of(0, 0), { type: 'empty' });
});

test('[A7] valid structs before a truncated delete set', () => {
  const good = written(docOf(mine), (doc) => push(doc, claim('', 'jobTitle', 'Ahmed')));
  for (let length = 0; length < good.length; length++) {
    attack(good.subarray(0, length), { type: 'refused' });
  }
});

test.for(['__proto__', 'constructor', 'prototype'])('[A8] %s as a key, a root or a name in a value', (name) => {
  attack(
    written(docOf(mine), (doc) => doc.getMap('extra').set(name, 1)),
    refusedAs('wrong-root'),
  );
  attack(
    oneStruct(mine, 0, (to) => (inRoot(to, 4, name), encoding.writeVarString(to, 'x'))),
    refusedAs('wrong-root'),
  );
  const value: unknown = JSON.parse(`{"${name}":{"isAdmin":true}}`);
  attack(
    written(docOf(mine), (doc) => push(doc, claim('', 'jobTitle', value))),
    refusedAs('wrong-claim'),
  );
});

test('[A9] a root that no schema could name', () => {
  for (const root of ['', ' ', 'a b', 'né', '/n1', 'Story/', 'story/a/b', 'needs/x', 'x'.repeat(200), 'needs.note/']) {
    attack(
      oneStruct(mine, 0, (to) => (inRoot(to, 4, root), encoding.writeVarString(to, 'x'))),
      refusedAs('wrong-root'),
    );
  }
});

test('[A10] deeply nested values', () => {
  let value: unknown = [];
  for (let depth = 0; depth < 3000; depth++) value = [value];
  attack(
    written(docOf(mine), (doc) => push(doc, claim('', 'jobTitle', value))),
    refusedAs('too-large'),
  );
});

test('[A11] deeply nested types', () => {
  const device = docOf(mine);
  const update = written(device, (doc) => {
    let map = doc.getMap('extra');
    for (let depth = 0; depth < 3000; depth++) {
      const next = new Y.Map();
      map.set('k', next);
      map = next;
    }
  });
  attack(update, refusedAs('too-large'));
});

test('[B1] more structs claimed than there are bytes', () => {
  attack(
    forge((to) => numbers(to, 1, 32 * 1024 * 1024, mine, 0)),
    refusedAs('malformed'),
  );
  attack(
    forge((to) => numbers(to, 32 * 1024 * 1024)),
    refusedAs('malformed'),
  );
  attack(
    oneStruct(mine, 0, (to) => (inRoot(to, 8, 'claims'), numbers(to, 2 ** 30))),
    refusedAs('malformed'),
  );
  attack(
    forge((to) => numbers(to, 0, 1, victim, 2 ** 30)),
    refusedAs('malformed'),
  );
});

test('[B2] an update in the V2 form', () => {
  const v1 = written(docOf(mine), (doc) => push(doc, claim('', 'jobTitle', 'Ahmed')));
  attack(Y.convertUpdateFormatV1ToV2(v1), { type: 'refused' });
});

test('[B3] a removed run that burns the clock', () => {
  attack(
    oneStruct(mine, 0, (to) => numbers(to, 0, 2 ** 50)),
    refusedAs('too-large'),
  );
  attack(
    oneStruct(mine, 0, (to) => numbers(to, 0, 0)),
    refusedAs('malformed'),
  );
});

test('[B4] structs after a gap, and gap markers', () => {
  const device = docOf(mine);
  written(device, (doc) => push(doc, claim('n', 'needs', true)));
  const later = written(device, (doc) => push(doc, claim('n', 'needs.title', 'Sleep')));
  attack(later, refusedAs('gap'));
  attack(
    oneStruct(mine, 0, (to) => numbers(to, 10, 4)),
    refusedAs('malformed'),
  );
  attack(
    oneStruct(mine, 0, (to) => numbers(to, 10 | 128, 1, 4, 4)),
    refusedAs('malformed'),
  );
});

test('[B4] a clientID twice in one update', () => {
  const update = forge((to) => {
    numbers(to, 2);
    for (let clock = 0; clock < 2; clock++) {
      numbers(to, 1, mine, clock);
      inRoot(to, 4, 'story/');
      encoding.writeVarString(to, 'x');
    }
    numbers(to, 0);
  });
  attack(update, refusedAs('malformed'));
});

test('[B5] thousands of clientIDs', () => {
  const update = forge((to) => {
    numbers(to, 20_000);
    for (let client = 0; client < 20_000; client++) numbers(to, 1, client + 1000, 0, 0, 1);
    numbers(to, 0);
  });
  attack(update, refusedAs('not-leased'));
});

test('[B10] a delete set in crumbs', () => {
  const ranges = ADMISSION_LIMITS.deleteRanges + 1;
  const update = forge((to) => {
    numbers(to, 0, 1, victim, ranges);
    for (let at = 0; at < ranges; at++) numbers(to, at * 2, 1);
  });
  attack(update, refusedAs('too-large'));
});

test('[D1] numbers spelt longer than they need be', () => {
  attack(Uint8Array.of(0x80, 0, 0), refusedAs('malformed'));
  attack(Uint8Array.of(0, 0x80, 0), refusedAs('malformed'));
});

test('[D2] bytes after the end', () => {
  const good = written(docOf(mine), (doc) => push(doc, claim('', 'jobTitle', 'Ahmed')));
  attack(Uint8Array.of(...good, 0), refusedAs('malformed'));
});

test('[D11] another type where a list is expected', () => {
  attack(
    written(docOf(mine), (doc) => doc.getText('claims').insert(0, 'text')),
    refusedAs('wrong-shape'),
  );
  attack(
    written(docOf(mine), (doc) => doc.getMap('claims').set('a', 1)),
    refusedAs('wrong-shape'),
  );
  attack(
    written(docOf(mine), (doc) => doc.getArray('claims').push([new Y.Map()])),
    refusedAs('wrong-shape'),
  );
  attack(
    written(docOf(mine), (doc) => doc.getArray('story/').push([1])),
    refusedAs('wrong-shape'),
  );
  attack(
    written(docOf(mine), (doc) => doc.getArray('versions').push([true])),
    refusedAs('wrong-shape'),
  );
});

test('[D12] a subdocument', () => {
  const inMap = written(docOf(mine), (doc) =>
    doc.getMap('extra').set('sub', new Y.Doc({ guid: 'another', autoLoad: true })),
  );
  attack(inMap, refusedAs('wrong-shape'));
  const inClaims = written(docOf(mine), (doc) => doc.getArray('claims').push([new Y.Doc()]));
  attack(inClaims, refusedAs('wrong-shape'));
});

test('[B6] structs that hang on each other in a circle', () => {
  const update = forge((to) => {
    numbers(to, 2);
    for (const [client, other] of [
      [mine, mine + 1],
      [mine + 1, mine],
    ] as const) {
      numbers(to, 1, client, 0);
      encoding.writeUint8(to, 4 | 128);
      numbers(to, other, 0);
      encoding.writeVarString(to, 'x');
    }
    numbers(to, 0);
  });
  attack(update, refusedAs('unknown-origin'), { leasedTo: () => true });
  const itself = oneStruct(mine, 0, (to) => {
    encoding.writeUint8(to, 4 | 128);
    numbers(to, mine, 0);
    encoding.writeVarString(to, 'x');
  });
  attack(itself, refusedAs('unknown-origin'));
});

/** So many structs that each say: first in the text, whatever follows. */
const allFirst = (structs: number): Uint8Array =>
  forge((to) => {
    numbers(to, 1, structs, mine, 0);
    for (let at = 0; at < structs; at++) {
      inRoot(to, 4, 'story/');
      encoding.writeVarString(to, 'y');
    }
    numbers(to, 0);
  });

test('[A29] neighbours forged to make Yjs walk past all that the section holds', () => {
  const device = docOf(victim);
  for (let at = 0; at < 3000; at++) written(device, (doc) => doc.getText('story/').insert(0, 'x'));
  const server = docOf(1, Y.encodeStateAsUpdate(device));
  const started = performance.now();
  // Each walk is long, but the structs are too few to matter among themselves.
  expect(judge(server, allFirst(120), [mine])).toMatchObject(refusedAs('too-costly'));
  expect(performance.now() - started).toBeLessThan(1000);
});

test('[A29] neighbours forged to make Yjs walk past all that the update itself holds', () => {
  attack(allFirst(1000), refusedAs('too-costly'));
});
