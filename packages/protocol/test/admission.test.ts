import { ADMISSION_LIMITS, type Admission, type Shape } from '@caseweave/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appender, claim, docOf, judge, push, reader, shape, writer, written } from './sections.ts';

const mine = 5;
const other = 9;

/** A section that another person has written in. */
function section(change: (doc: Y.Doc) => void = (doc) => push(doc, claim('n1', 'needs', true))): Y.Doc {
  const doc = docOf(other);
  written(doc, change);
  return docOf(1, Y.encodeStateAsUpdate(doc));
}
const copyOf = (doc: Y.Doc, client = mine): Y.Doc => docOf(client, Y.encodeStateAsUpdate(doc));

/** Judges what one change writes in a section that another person has written in. */
function verdictOn(change: (doc: Y.Doc) => void, input: Parameters<typeof judge>[3] = {}, base = section()): Admission {
  return judge(base, written(copyOf(base), change), [mine], input);
}
const admitted = expect.objectContaining({ type: 'admitted', clients: [mine] }) as Admission;
const refused = (code: string) => expect.objectContaining({ type: 'refused', code }) as Admission;
const oldVersion: Admission = { type: 'held', code: 'old-version' };
const notAllowed: Admission = { type: 'held', code: 'not-allowed' };

test('[A12] a closed clientID is behind, whatever it writes', () => {
  const verdict = verdictOn((doc) => push(doc, claim('', 'jobTitle', 'Ahmed')), {
    isClosed: (client) => client === mine,
  });
  expect(verdict).toEqual({ type: 'behind', client: mine });
});

test('[A13] neighbours in different lists are refused', () => {
  const base = section((doc) => {
    push(doc, claim('n1', 'needs', true));
    doc.getText('story/').insert(0, 'x');
  });
  const device = copyOf(base);
  const update = written(device, (doc) => push(doc, claim('', 'jobTitle', 'Ahmed')));
  // The right neighbour's flag and id are put in after the struct's origin.
  const at = 5 + 2;
  const forged = Uint8Array.of(
    ...update.subarray(0, 4),
    (update[4] ?? 0) | 64,
    ...update.subarray(5, at),
    other,
    1,
    ...update.subarray(at),
  );
  expect(judge(base, update, [mine])).toEqual(admitted);
  expect(judge(base, forged, [mine])).toEqual(refused('wrong-shape'));
});

test('[A14] what lies in something that holds no type is refused', () => {
  const base = section();
  const device = docOf(mine);
  const update = written(device, (doc) => doc.getText('story/').insert(0, 'x'));
  // "Root, named story/" becomes "in the item (other, 0)", which is a claim.
  const named = 5 + 1 + 1 + 'story/'.length;
  const forged = Uint8Array.of(...update.subarray(0, 5), 0, other, 0, ...update.subarray(named));
  expect(judge(base, forged, [mine])).toEqual(refused('no-parent'));
});

test('[A15] what lies in something deleted meanwhile is held, unless it is deleted too', () => {
  const nested = section((doc) => doc.getMap('later').set('list', new Y.Array()));
  const device = copyOf(nested);
  const list = device.getMap('later').get('list');
  if (!(list instanceof Y.Array)) throw new Error('expected a list');
  const update = written(device, () => list.push([1]));
  const gone = written(device, () => list.push([2]));
  const deleted = written(device, () => list.delete(1, 1));
  expect(judge(nested, update, [mine])).toEqual(admitted);
  const without = copyOf(nested, other);
  const removal = written(without, (doc) => doc.getMap('later').delete('list'));
  for (const server of [docOf(1, Y.encodeStateAsUpdate(nested), removal), docOf(1, Y.encodeStateAsUpdate(without))]) {
    expect(judge(server, update, [mine])).toEqual({ type: 'held', code: 'deleted-parent' });
    expect(judge(server, Y.mergeUpdates([update, gone, deleted]), [mine])).toEqual({
      type: 'held',
      code: 'deleted-parent',
    });
  }
  const undone = copyOf(nested);
  const inList = undone.getMap('later').get('list');
  if (!(inList instanceof Y.Array)) throw new Error('expected a list');
  const nothing = written(undone, () => {
    inList.push([1]);
    inList.delete(0, 1);
  });
  expect(judge(docOf(1, Y.encodeStateAsUpdate(without)), nothing, [mine])).toEqual(admitted);
});

test('[A15] so is what lies beside something in it, when the section keeps what was deleted', () => {
  const nested = section((doc) => doc.getMap('later').set('list', Y.Array.from([1])));
  const device = copyOf(nested);
  const list = device.getMap('later').get('list');
  if (!(list instanceof Y.Array)) throw new Error('expected a list');
  const update = written(device, () => list.push([2]));
  const keeper = new Y.Doc({ gc: false });
  Y.applyUpdate(keeper, Y.encodeStateAsUpdate(nested));
  written(keeper, (doc) => doc.getMap('later').delete('list'));
  expect(judge(keeper, update, [mine])).toEqual({ type: 'held', code: 'deleted-parent' });
});

test.for<readonly [string, unknown]>([
  ['a field of the section', claim('', 'jobTitle', 'Ahmed')],
  ['a cleared field', claim('', 'jobTitle', null)],
  ['a row', claim('n2', 'needs', true)],
  [
    'a member of a row',
    claim('n1', 'needs.title', { any: ['json', 1.5, null] }, { t: 1, of: 9, why: 'so', later: {} }),
  ],
  ['a member of a set', claim('n1', 'needs.about', 'p1')],
  ['an entry of a log', claim('e1', 'events', { text: 'Visited' })],
  ['a strike', claim('n1', '!', { why: 'wrong row', saw: { 9: 0 } })],
  ['a field of a later version', claim('', 'laterField', [1])],
  ['a row of a later version', claim('x1', 'laterRows.title.more', 'x')],
])('[A16] %s is a claim', ([, one]) => {
  expect(verdictOn((doc) => push(doc, one))).toEqual(admitted);
});

test.for<readonly [string, unknown]>([
  ['a text', 'jobTitle'],
  ['a number', 4],
  ['too short', ['', 'jobTitle']],
  ['too long', ['', 'jobTitle', 1, {}, 1]],
  ['an entity that is no text', [1, 'jobTitle', 1]],
  ['an entity with a slash', ['a/b', 'needs', true]],
  ['an entity that is too long', ['x'.repeat(65), 'needs', true]],
  ['a field that is no path', ['', 'Job title', 1]],
  ['a field with an empty step', ['n1', 'needs..title', 1]],
  ['a meta that is no object', ['', 'jobTitle', 1, 5]],
  ['a time that is no number', ['', 'jobTitle', 1, { t: 'now' }]],
  ['a row that is not true', ['n1', 'needs', 1]],
  ['a row without an entity', ['', 'needs', true]],
  ['a member without an entity', ['', 'needs.title', 'x']],
  ['a field of the section with an entity', ['n1', 'jobTitle', 'x']],
  ['an entry that is no object', ['e1', 'events', 'x']],
  ['a strike without why', ['n1', '!', { saw: {} }]],
  ['a strike of the section', ['', '!', { why: 'x', saw: {} }]],
  ['a text field', ['', 'story', 'x']],
  ['undefined', ['', 'jobTitle', undefined]],
  ['bytes', ['', 'jobTitle', new Uint8Array(2)]],
  ['a big integer', ['', 'jobTitle', 5n]],
  ['not a number', ['', 'jobTitle', Number.NaN]],
])('[A16] %s is no claim', ([, one]) => {
  expect(verdictOn((doc) => push(doc, one))).toEqual(refused('wrong-claim'));
});

test('[A16] one bad claim among good ones refuses the whole update', () => {
  const verdict = verdictOn((doc) => {
    push(doc, claim('', 'jobTitle', 'Ahmed'));
    doc.getText('story/').insert(0, 'fine');
    push(doc, ['bad']);
  });
  expect(verdict).toEqual(refused('wrong-claim'));
});

test('[A17] texts hold characters and the formats of their field, and nothing else', () => {
  const format = (root: string, formats: object) => (doc: Y.Doc) => doc.getText(root).insert(0, 'x', formats);
  expect(verdictOn(format('story/', { bold: true }))).toEqual(admitted);
  expect(verdictOn(format('story/', { link: 'https://example.org' }))).toEqual(admitted);
  expect(verdictOn(format('later/x1', { colour: 'red' }))).toEqual(admitted);
  expect(verdictOn(format('story/', { colour: 'red' }))).toEqual(refused('wrong-shape'));
  expect(verdictOn(format('story/', { link: { href: 'x' } }))).toEqual(refused('wrong-shape'));
  expect(verdictOn(format('story/', { link: 'x'.repeat(3000) }))).toEqual(refused('wrong-shape'));
  expect(verdictOn(format('needs.note/n1', {}))).toEqual(admitted);
  expect(verdictOn(format('needs.note/n1', { bold: true }))).toEqual(refused('wrong-shape'));
  expect(verdictOn((doc) => doc.getText('story/').insertEmbed(0, { image: 'x' }))).toEqual(refused('wrong-shape'));
  expect(verdictOn((doc) => doc.getText('story/').setAttribute('a', 1))).toEqual(refused('wrong-shape'));
  expect(verdictOn((doc) => doc.getText('story/n1').insert(0, 'x'))).toEqual(refused('wrong-root'));
});

test('[A18] versions are added and never taken away', () => {
  const add = (key: string, value: unknown) => (doc: Y.Doc) => doc.getMap('versions').set(key, value);
  expect(verdictOn(add('w2', true))).toEqual(admitted);
  expect(verdictOn(add('w2', 1))).toEqual(refused('wrong-shape'));
  expect(verdictOn(add('x2', true))).toEqual(refused('wrong-root'));
  const base = section(add('w1', true));
  expect(verdictOn((doc) => doc.getMap('versions').delete('w1'), {}, base)).toEqual(refused('wrong-shape'));
  expect(verdictOn(add('w1', true), {}, base)).toEqual(admitted);
});

test('[A19] roots and fields of a later version pass if they are well formed', () => {
  const later = (doc: Y.Doc) => {
    doc.getMap('later').set('a', { b: [1] });
    doc.getMap('later').set('c', new Y.Map([['d', new Y.Array()]]));
    doc.getArray('more').push([new Uint8Array(4), 'x']);
  };
  expect(verdictOn(later)).toEqual(admitted);
  expect(verdictOn(later, { shape: undefined })).toEqual(admitted);
  const large = (doc: Y.Doc) => doc.getArray('more').push([new Uint8Array(ADMISSION_LIMITS.claimBytes + 1)]);
  expect(verdictOn(large)).toEqual(refused('too-large'));
});

test('[A20] sizes are limited', () => {
  const text = 'x'.repeat(ADMISSION_LIMITS.claimBytes);
  expect(verdictOn((doc) => push(doc, claim('', 'jobTitle', text)))).toEqual(refused('too-large'));
  const limits = { ...ADMISSION_LIMITS, textLength: 3, structs: 4, updateBytes: 200 };
  expect(verdictOn((doc) => doc.getText('story/').insert(0, 'xyz'), { limits })).toEqual(admitted);
  expect(verdictOn((doc) => doc.getText('story/').insert(0, 'wxyz'), { limits })).toEqual(refused('too-large'));
  const many = (count: number) => (doc: Y.Doc) => {
    for (let at = 0; at < count; at++) doc.getText('story/').insert(0, 'x');
  };
  expect(verdictOn(many(4), { limits })).toEqual(admitted);
  expect(verdictOn(many(5), { limits })).toEqual(refused('too-large'));
  expect(verdictOn((doc) => push(doc, claim('', 'jobTitle', 'x'.repeat(300))), { limits })).toEqual(
    refused('too-large'),
  );
});

test('[A21] one who may only read writes nothing, and what is new of theirs is held', () => {
  expect(verdictOn((doc) => push(doc, claim('', 'jobTitle', 'Ahmed')), { acts: reader })).toEqual(notAllowed);
  expect(verdictOn((doc) => doc.getArray('claims').delete(0, 1), { acts: reader })).toEqual(notAllowed);
  expect(verdictOn((doc) => doc.getText('story/').insert(0, 'x'), { acts: reader })).toEqual(notAllowed);
  expect(verdictOn((doc) => push(doc, ['bad']), { acts: reader })).toEqual(refused('wrong-claim'));
});

test("[A22] a reader's deletes of formatting marks are left out", () => {
  const base = section((doc) => {
    doc.getText('story/').insert(0, 'one two', { bold: true });
    push(doc, claim('n1', 'needs', true));
  });
  const plain = (doc: Y.Doc) => doc.getText('story/').format(0, 7, { bold: null });
  const update = written(copyOf(base), plain);
  const deletes = Y.encodeStateAsUpdate(
    docOf(2, Y.encodeStateAsUpdate(base), update),
    Y.encodeStateVector(docOf(2, Y.encodeStateAsUpdate(base), update)),
  );
  expect(judge(base, deletes, [mine], { acts: reader })).toEqual({ type: 'empty' });
  expect(judge(base, deletes, [mine])).toMatchObject({ type: 'admitted', clients: [] });
  expect(judge(base, deletes, [mine], { acts: appender })).toEqual({ type: 'empty' });
});

test('[A23] one who may only append adds entries to logs, and nothing else', () => {
  const input = { acts: appender };
  const entry = claim('e1', 'events', { text: 'Visited' });
  expect(verdictOn((doc) => push(doc, entry), input)).toEqual(admitted);
  const first = (doc: Y.Doc) => (doc.getMap('versions').set('w2', true), push(doc, entry));
  expect(verdictOn(first, input)).toEqual(admitted);
  expect(verdictOn((doc) => push(doc, entry, claim('', 'jobTitle', 'x')), input)).toEqual(notAllowed);
  expect(verdictOn((doc) => push(doc, claim('e1', '!', { why: 'x', saw: {} })), input)).toEqual(notAllowed);
  expect(verdictOn((doc) => doc.getText('story/').insert(0, 'x'), input)).toEqual(notAllowed);
  expect(verdictOn((doc) => doc.getArray('more').push([1]), input)).toEqual(notAllowed);
  expect(verdictOn((doc) => (push(doc, entry), doc.getArray('claims').delete(0, 1)), input)).toEqual(notAllowed);
  expect(verdictOn((doc) => push(doc, entry), { acts: appender, shape: undefined })).toEqual(notAllowed);
  const mineToo = section((doc) => push(doc, entry));
  expect(verdictOn((doc) => doc.getArray('claims').delete(0, 1), input, mineToo)).toEqual(notAllowed);
});

test('[A35] to an entry of a log only its author adds, with whatever rights', () => {
  const entry = claim('e1', 'events', { text: 'Visited' });
  const addendum = claim('e1', 'events.addenda', { nth: 0, text: 'It was the day before' });
  const theirs = section((doc) => push(doc, entry));
  const own = docOf(mine);
  written(own, (doc) => push(doc, claim('e2', 'events', { text: 'Called' }), entry));
  const ofMine = docOf(1, Y.encodeStateAsUpdate(own));
  const released = section((doc) => push(doc, claim('e1', 'events', { text: 'Visited' }, { of: mine })));

  for (const acts of [appender, writer]) {
    expect(verdictOn((doc) => push(doc, addendum), { acts }, theirs)).toEqual(notAllowed);
    expect(verdictOn((doc) => push(doc, addendum), { acts }, section())).toEqual(notAllowed);
    expect(verdictOn((doc) => push(doc, addendum), { acts }, ofMine)).toEqual(admitted);
    expect(verdictOn((doc) => push(doc, addendum), { acts }, released)).toEqual(admitted);
    expect(verdictOn((doc) => push(doc, entry, addendum), { acts })).toEqual(admitted);
    // The same person on another device.
    const isOwn = (client: number): boolean => client === mine || client === other;
    expect(verdictOn((doc) => push(doc, addendum), { acts, isOwn }, theirs)).toEqual(admitted);
    // An entry of one's own under another's id does not make theirs one's own.
    expect(verdictOn((doc) => push(doc, entry, addendum), { acts }, theirs)).toEqual(notAllowed);
  }
  for (const wrong of [{ nth: 0 }, { nth: '0', text: 'x' }, 'x', null]) {
    expect(verdictOn((doc) => push(doc, claim('e1', 'events.addenda', wrong)), {}, ofMine)).toEqual(
      refused('wrong-claim'),
    );
  }
});

test('[A24] a version of the app that is too old to write is held', () => {
  const change = (doc: Y.Doc) => push(doc, claim('', 'jobTitle', 'x'));
  const young = { ...shape, oldestWriter: 3 };
  expect(verdictOn(change, { shape: young, versions: { version: 2, extensions: {} } })).toEqual(oldVersion);
  expect(verdictOn(change, { shape: young, versions: { version: 3, extensions: {} } })).toEqual(admitted);
});

describe('a section that is extended', () => {
  const extended = {
    ...shape,
    oldestWriter: 2,
    extensions: { leeds: { version: 3, oldestWriter: 2 }, york: { version: 1, oldestWriter: 1 } },
    fields: { ...shape.fields, 'needs.leeds:cost': { kind: 'register' }, 'leeds:visits': { kind: 'collection' } },
  } satisfies Shape;
  const own = (doc: Y.Doc) => push(doc, claim('', 'jobTitle', 'x'));
  const by = (version: number, extensions: Readonly<Record<string, number>>, change = own) =>
    verdictOn(change, { shape: extended, versions: { version, extensions } });

  test('[A24] a device that is too old for the section is held, however new its extension is', () => {
    expect(by(1, { leeds: 3 })).toEqual(oldVersion);
    expect(by(1, { leeds: 99 })).toEqual(oldVersion);
    expect(by(2, { leeds: 3 })).toEqual(admitted);
  });

  test('[A24] each extension is compared by its own version', () => {
    expect(by(2, { leeds: 1 })).toEqual(oldVersion);
    expect(by(9, { leeds: 1, york: 9 })).toEqual(oldVersion);
    expect(by(2, { leeds: 2, york: 1 })).toEqual(admitted);
    expect(by(2, { leeds: 2, elsewhere: 1 })).toEqual(admitted);
  });

  test('[A24] a device without an extension writes the fields of the section, and none of the extension', () => {
    const inExtension: readonly ((doc: Y.Doc) => void)[] = [
      (doc) => push(doc, claim('n1', 'needs.leeds:cost', 7)),
      (doc) => push(doc, claim('v1', 'leeds:visits', true)),
      (doc) => push(doc, claim('', 'jobTitle', 'x'), claim('', 'leeds:code', 'x')),
      (doc) => doc.getText('needs.leeds:note/n1').insert(0, 'x'),
      (doc) => doc.getMap('versions').set('leeds:w2', true),
    ];

    expect(by(2, {})).toEqual(admitted);
    for (const change of inExtension) {
      expect(by(2, {}, change)).toEqual(oldVersion);
      expect(by(2, { york: 1 }, change)).toEqual(oldVersion);
      expect(by(2, { leeds: 2 }, change)).toEqual(admitted);
      // A server that does not know the extension passes on what it does not know.
      expect(verdictOn(change, { versions: { version: 2, extensions: {} } })).toEqual(admitted);
    }
  });

  test('[A16] [A17] [A18] names of extensions are names, and each field of one has its kind', () => {
    const writes = (change: (doc: Y.Doc) => void) => verdictOn(change, { shape: extended });
    expect(writes((doc) => push(doc, claim('v1', 'leeds:visits', 'yes')))).toEqual(refused('wrong-claim'));
    expect(writes((doc) => push(doc, claim('', 'needs.leeds:cost', 7)))).toEqual(refused('wrong-claim'));
    for (const field of ['Leeds:cost', 'leeds:', ':cost', 'leeds:york:cost', 'needs:leeds.cost:', 'leeds:needs.']) {
      expect(writes((doc) => push(doc, claim('n1', field, 7)))).toEqual(refused('wrong-claim'));
    }
    for (const key of ['leeds:w0', 'leeds:', ':w1', 'a:b:w1']) {
      expect(writes((doc) => doc.getMap('versions').set(key, true))).toEqual(refused('wrong-root'));
    }
  });
});

test("[A25] others' known words are left out of what is logged, byte for byte", () => {
  const base = section();
  const device = copyOf(base);
  const own = written(device, (doc) => push(doc, claim('', 'jobTitle', 'Ahmed')));
  const all = Y.encodeStateAsUpdate(device);
  expect(all.length).toBeGreaterThan(own.length);
  expect(judge(base, all, [mine])).toEqual({ type: 'admitted', update: own, clients: [mine] });
});

test('[A26] deletes that are known already are left out', () => {
  const base = section((doc) =>
    push(doc, claim('n1', 'needs', true), claim('n2', 'needs', true), claim('n3', 'needs', true)),
  );
  const first = written(copyOf(base), (doc) => doc.getArray('claims').delete(1, 1));
  const second = written(copyOf(base), (doc) => doc.getArray('claims').delete(0, 3));
  Y.applyUpdate(base, first);
  const verdict = judge(base, second, [mine]);
  if (verdict.type !== 'admitted') throw new Error(verdict.type);
  expect(Y.decodeUpdate(verdict.update).ds.clients.get(other)).toEqual([
    { clock: 0, len: 1 },
    { clock: 2, len: 1 },
  ]);
  Y.applyUpdate(base, verdict.update);
  expect(base.getArray('claims').toJSON()).toEqual([]);
});

test('[A27] several clientIDs of one device may hang on each other within a batch', () => {
  const base = section();
  const first = copyOf(base, mine);
  const updates = [written(first, (doc) => doc.getText('story/').insert(0, 'ac'))];
  const second = copyOf(first, mine + 1);
  updates.push(written(second, (doc) => doc.getText('story/').insert(1, 'b')));
  Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
  updates.push(written(first, (doc) => doc.getText('story/').insert(2, '!')));
  const verdict = judge(base, Y.mergeUpdates(updates), [mine, mine + 1]);
  expect(verdict).toMatchObject({ type: 'admitted' });
  expect(judge(base, Y.mergeUpdates(updates), [mine])).toMatchObject({
    type: 'refused',
    code: 'not-leased',
    client: mine + 1,
  });
});

test('[A28] one big honest edit is not too costly', () => {
  const base = section((doc) => doc.getText('story/').insert(0, 'word '.repeat(2000)));
  const everyWord = (doc: Y.Doc) => {
    for (let at = 0; at < 2000; at++) {
      doc.getText('story/').delete(at * 5, 4);
      doc.getText('story/').insert(at * 5, 'term');
    }
  };
  expect(verdictOn(everyWord, {}, base)).toEqual(admitted);
});
