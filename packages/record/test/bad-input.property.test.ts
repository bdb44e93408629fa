import {
  collection,
  defineSection,
  LIMITS,
  log,
  openSection,
  progress,
  RecordError,
  ref,
  register,
  richText,
  setOf,
  type Draft,
  type Refusal,
} from '@caseweave/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';

const visit = defineSection({
  name: 'visit',
  version: 1,
  oldestWriter: 1,
  fields: {
    name: register(z.string().min(1).max(80)),
    bornOn: register(z.iso.date()),
    score: register(z.number().min(0).max(10)),
    detail: register(z.looseObject({ note: z.string().optional() })),
    languages: setOf(z.string().max(40)),
    stage: progress(['plan', 'closed']),
    story: richText({ formats: ['bold'] }),
    first: ref('needs'),
    needs: collection({ title: register(z.string().min(1)), about: setOf(z.string()) }),
    events: log({ on: register(z.iso.date()), text: register(z.string()), about: setOf(z.string()) }),
  },
});

// What a caller without types, or with values from elsewhere, may hand in.
const given = (value: unknown): never => value as never;

const half = '\uD83D';
const huge = 'x'.repeat(LIMITS.valueUnits + 1);
const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const deep = Array.from({ length: LIMITS.depth + 1 }).reduce<unknown>((inner) => [inner], 'x');
const ownProto: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
class Person {
  readonly name = 'Ada';
}

/** Values that no field takes. */
const worthless: readonly (readonly [name: string, value: unknown])[] = [
  ['a Date', new Date(0)],
  ['an invalid Date', new Date(Number.NaN)],
  ['a BigInt', 1n],
  ['NaN', Number.NaN],
  ['an infinity', -Infinity],
  ['undefined', undefined],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['half a surrogate pair', half],
  ['half a pair inside', { note: `a${half}b` }],
  ['half a pair as a name', { [half]: 1 }],
  ['a cycle', cyclic],
  ['an own __proto__', ownProto],
  ['a member called constructor', { constructor: 1 }],
  ['a class instance', new Person()],
  ['a Map', new Map([['a', 1]])],
  ['bytes', new Uint8Array(1)],
  ['a hole', { list: Array(1) }],
  ['a BigInt inside', { note: 'x', more: [1n] }],
  ['a Date inside', { note: 'x', when: new Date(0) }],
  ['a huge text', huge],
  ['a huge list', Array.from({ length: LIMITS.valueUnits + 1 }, () => 1)],
  ['what nests deep', deep],
];

type Change = (draft: Draft<typeof visit>) => unknown;
type Bad = readonly [name: string, paths: readonly string[], change: Change];

const everywhere = worthless.flatMap(([name, value]): readonly Bad[] => [
  [`${name} as a value`, ['detail'], (draft) => (draft.detail = given(value))],
  [`${name} as a member`, ['languages'], (draft) => draft.languages.add(given(value))],
  [`${name} as a member taken away`, ['languages'], (draft) => draft.languages.delete(given(value))],
  [`${name} as a state`, ['stage'], (draft) => (draft.stage = given(value))],
  [`${name} as a reference`, ['first'], (draft) => (draft.first = given(value))],
  [
    `${name} as what an entry says`,
    ['events.text'],
    (draft) => draft.events.append({ on: '2026-01-01', text: given(value), about: [] }),
  ],
]);

const others: readonly Bad[] = [
  ['a wrong type', ['name'], (draft) => (draft.name = given(7))],
  ['an empty text', ['name'], (draft) => (draft.name = '')],
  ['a day that is none', ['bornOn'], (draft) => (draft.bornOn = '2026-02-30')],
  ['a year beyond all', ['bornOn'], (draft) => (draft.bornOn = '+275761-01-01')],
  ['a number out of range', ['score'], (draft) => (draft.score = 11)],
  ['an unknown field', ['invented'], (draft) => Object.assign(draft, { invented: 1 })],
  ['an unknown field of a row', ['needs.invented'], (draft) => draft.needs.add(given({ title: 'x', invented: 1 }))],
  [
    'an unknown member of an entry',
    ['events.invented'],
    (draft) => draft.events.append(given({ on: '2026-01-01', text: 'x', about: [], invented: 1 })),
  ],
  ['an own __proto__ among the fields of a row', ['needs.__proto__'], (draft) => draft.needs.add(given(ownProto))],
  ['an entry without what it must say', ['events.on'], (draft) => draft.events.append(given({ text: 'x', about: [] }))],
  ['members that are no list', ['needs.about'], (draft) => draft.needs.add({ title: 'x', about: given('abc') })],
  ['a row that is no object', ['needs'], (draft) => draft.needs.add(given(null))],
  ['an entry that is no object', ['events'], (draft) => draft.events.append(given(['x']))],
  ['a row that is nowhere', ['needs'], (draft) => (draft.needs.byId('nobody').title = 'x')],
  ['a row of an odd id', ['needs'], (draft) => draft.needs.byId(given({ toString: () => 'need1' }))],
  ['a row called __proto__', ['needs'], (draft) => (draft.needs.byId('__proto__').title = 'x')],
  ['a place after nothing', ['needs'], (draft) => draft.needs.move('nobody', {})],
  ['a place that is none', ['needs'], (draft) => draft.needs.move('need1', given(null))],
  ['a reference to nothing', ['first'], (draft) => (draft.first = 'nobody')],
  ['a set assigned', ['languages'], (draft) => Object.assign(draft, { languages: ['Twi'] })],
  ['rows assigned', ['needs'], (draft) => Object.assign(draft, { needs: [] })],
  ['a text assigned', ['story'], (draft) => Object.assign(draft, { story: 'x' })],
  ['characters nowhere', ['story'], (draft) => draft.story.insert(99, 'x')],
  ['characters at no number', ['story'], (draft) => draft.story.insert(given('0'), 'x')],
  ['no characters', ['story'], (draft) => draft.story.insert(0, given(7))],
  ['half a pair typed', ['story'], (draft) => draft.story.insert(0, half)],
  ['too many characters', ['story'], (draft) => draft.story.insert(0, 'x'.repeat(LIMITS.textLength + 1))],
  ['an unknown format', ['story'], (draft) => draft.story.insert(0, 'x', { blink: true })],
  ['formats that are none', ['story'], (draft) => draft.story.format(0, 1, given(null))],
  ['characters removed before the start', ['story'], (draft) => draft.story.delete(-1, 1)],
  ['a reason that is no text', ['needs'], (draft) => draft.needs.byId('need1').strike(given({}))],
  ['a reason without end', ['needs'], (draft) => draft.needs.byId('need1').strike('x'.repeat(LIMITS.reasonLength + 1))],
  ['an addition that is no text', ['events.addenda'], (draft) => draft.events.byId('event1').addendum(given(1n))],
];

/** What is right, to be refused together with what is wrong. */
const right: readonly Change[] = [
  (draft) => (draft.name = 'Okoro'),
  (draft) => draft.languages.add('Twi'),
  (draft) => draft.needs.add({ title: 'Sleep', about: ['p1'] }),
  (draft) => draft.story.insert(0, 'At home ', { bold: true }),
  (draft) => draft.events.append({ on: '2026-01-01', text: 'Visit', about: [] }),
  (draft) => (draft.needs.byId('need1').title = 'Sleeping'),
  (draft) => draft.events.byId('event1').addendum('The day before'),
  (draft) => draft.needs.byId('need1').strike('another one'),
];

/** A section with a row, an entry and words in it. */
function section() {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const ids = ['need1', 'event1'];
  let made = 0;
  const newId = (): string => ids.shift() ?? `more${(made += 1)}`;
  const opened = openSection(visit, { doc, now: () => 0, newId, authorOf: () => undefined });
  opened.edit((draft) => {
    draft.needs.add({ title: 'Sleep' });
    draft.events.append({ on: '2026-01-01', text: 'Visit', about: [] });
    draft.story.insert(0, 'Ada plays.');
  });
  return opened;
}

const isPlain = ({ code, path, rule, remedy }: Refusal): boolean =>
  code.length > 3 &&
  rule.length > 10 &&
  remedy.length > 5 &&
  [rule, remedy].every((words) => !words.includes('[object')) &&
  path !== '';

test.each([...everywhere, ...others])(
  '[R10] [R11] [R13] %s is refused, with path, rule and remedy, and nothing changes',
  (_, paths, change) => {
    const opened = section();
    const before = Y.encodeStateAsUpdate(opened.doc);

    const outcome = opened.edit((draft) => void change(draft));

    expect(outcome.type).toBe('refused');
    const refusals = outcome.type === 'refused' ? outcome.refusals : [];
    expect(refusals.map(({ path }) => path)).toEqual(expect.arrayContaining([...paths]));
    expect(refusals.filter((refusal) => !isPlain(refusal))).toEqual([]);
    expect(Y.encodeStateAsUpdate(opened.doc)).toEqual(before);
    expect(Object.prototype).not.toHaveProperty('polluted');
  },
);

test('[R10] whatever is wrong, among whatever is right, refuses all of it, and names each', () => {
  const bad = fc.subarray([...everywhere, ...others], { minLength: 1, maxLength: 6 });
  const good = fc.subarray([...right]);
  fc.assert(
    fc.property(bad, good, fc.infiniteStream(fc.nat()), (wrong, fine, ranks) => {
      const opened = section();
      const before = Y.encodeStateAsUpdate(opened.doc);
      const view = opened.view();
      const changes = [...wrong.map(([, , change]) => change), ...fine].map((change) => ({
        change,
        rank: Number(ranks.next().value),
      }));

      const outcome = opened.edit((draft) => {
        for (const { change } of changes.toSorted((a, b) => a.rank - b.rank)) change(draft);
      });

      expect(outcome.type).toBe('refused');
      const found = new Set(outcome.type === 'refused' ? outcome.refusals.map(({ path }) => path) : []);
      for (const [, paths] of wrong) for (const path of paths) expect([...found]).toContain(path);
      expect(Y.encodeStateAsUpdate(opened.doc)).toEqual(before);
      expect(opened.view()).toBe(view);
    }),
  );
});

describe('where no edit can be made', () => {
  const rename: Change = (draft) => (draft.name = 'Okoro');
  const codes = (outcome: { readonly type: string; readonly refusals?: readonly Refusal[] }): readonly string[] =>
    (outcome.refusals ?? []).map(({ code, rule, remedy }) => (rule !== '' && remedy !== '' ? code : 'bare'));

  test('[R16] an edit of a closed section, within another, within a transaction or on an odd basis is refused', () => {
    const opened = section();
    const before = Y.encodeStateAsUpdate(opened.doc);
    const found: unknown[] = [];
    opened.edit(() => found.push(codes(opened.edit(rename))));
    found.push(codes(opened.doc.transact(() => opened.edit(rename))));
    for (const basis of [{}, 7, 'view', null, Object.create(null)]) {
      found.push(codes(opened.edit(rename, { basis: given(basis) })));
    }
    opened.close();
    found.push(codes(opened.edit(rename)), codes(opened.settle('x', 1)));

    expect(found.flat()).toEqual([
      'in-transaction',
      'in-transaction',
      ...Array.from({ length: 5 }, () => 'foreign-basis'),
      'closed',
      'no-such-question',
    ]);
    expect(Y.encodeStateAsUpdate(opened.doc)).toEqual(before);
  });

  test('[R16] what makes a view reads, and does not write', () => {
    const doc = new Y.Doc();
    const found: unknown[] = [];
    let edit = (): unknown => undefined;
    const curious = defineSection({
      name: 'curious',
      version: 1,
      oldestWriter: 1,
      fields: {
        name: register(z.string()),
        level: register(z.number(), {
          standing: { choose: (values) => (found.push(edit()), values[0] ?? 0), because: 'it is the first' },
        }),
      },
    });
    const opened = openSection(curious, { doc, now: () => 0, newId: () => 'x', authorOf: () => undefined });
    edit = () => opened.edit((draft) => void (draft.name = 'from within'));
    doc.getArray('claims').push([
      ['', 'level', 1, {}],
      ['', 'level', 2, {}],
    ]);

    expect(opened.view()).toEqual({ name: null, level: 1 });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(() => expect.objectContaining({ type: 'refused' }) as unknown));
    expect(doc.getArray('claims')).toHaveLength(2);
  });

  test('[R30] what is written into a view goes nowhere, and says so', () => {
    const opened = section();
    const view = opened.view();
    const before = Y.encodeStateAsUpdate(opened.doc);
    const text = JSON.stringify(view);
    const [need] = view.needs;

    for (const write of [
      () => Object.assign(view, { name: 'x' }),
      () => Object.assign(view, { invented: 'x' }),
      () => Object.assign(need ?? {}, { title: 'x' }),
      () => Object.assign(view.needs, { 0: 'x' }),
      () => Object.assign(view.needs, { length: 0 }),
      () => Object.assign(need?.about ?? [], { 0: 'x' }),
      () => Object.assign(view.story, { text: 'x' }),
      () => void Object.setPrototypeOf(view, {}),
      () => Object.defineProperty(view.needs, 'x', { value: 1 }),
    ]) {
      expect(write).toThrow(TypeError);
    }
    expect(JSON.stringify(opened.view())).toBe(text);
    expect(Y.encodeStateAsUpdate(opened.doc)).toEqual(before);
  });

  test('[R13] ids that are none, or that are taken, are a mistake of whoever gives them', () => {
    for (const id of ['', 'a/b', 'x'.repeat(65), 'ünder', given(7), 'need1']) {
      const doc = new Y.Doc();
      const ids = ['need1', id];
      const newId = (): string => ids.shift() ?? '';
      const opened = openSection(visit, { doc, now: () => Number.NaN, newId, authorOf: () => undefined });
      opened.edit((draft) => draft.needs.add({ title: 'x' }));
      const before = Y.encodeStateAsUpdate(doc);

      expect(() => opened.edit((draft) => draft.needs.add({ title: 'x' }))).toThrow(
        expect.objectContaining({ code: 'bad-id' }),
      );
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
      // A clock that tells no time is left out.
      expect(opened.provenance('need1', 'needs.title')[0]).not.toHaveProperty('at');
    }
  });

  test('[R11] a null prototype is made plain: it is the same on every replica', () => {
    const opened = section();
    const row: unknown = Object.assign(Object.create(null), { title: 'From a form', about: ['p1'] });
    const outcome = opened.edit((draft) => {
      draft.needs.add(given(row));
      draft.detail = given(Object.assign(Object.create(null), { note: 'x' }));
    });

    expect(outcome.type).toBe('edited');
    expect(Object.getPrototypeOf(opened.view().detail)).toBe(Object.prototype);
  });
});

describe('declarations', () => {
  const title = register(z.string());
  const declare = (fields: unknown): unknown => ({ name: 'x', version: 1, oldestWriter: 1, fields });
  const wrong: readonly (readonly [name: string, path: string, declaration: unknown])[] = [
    ['nothing', '', null],
    ['a text', '', 'plan'],
    ['no name', 'name', { version: 1, oldestWriter: 1, fields: {} }],
    ['half a name', 'name', { name: half, version: 1, oldestWriter: 1, fields: {} }],
    ['version 0', 'oldestWriter', { name: 'x', version: 0, oldestWriter: 0, fields: {} }],
    ['version NaN', 'oldestWriter', { name: 'x', version: Number.NaN, oldestWriter: 1, fields: {} }],
    ['a version as text', 'oldestWriter', { name: 'x', version: '1', oldestWriter: 1, fields: {} }],
    ['an oldest writer yet to come', 'oldestWriter', { name: 'x', version: 1, oldestWriter: 2, fields: {} }],
    ['no fields', 'fields', { name: 'x', version: 1, oldestWriter: 1 }],
    ['fields in a list', 'fields', declare([title])],
    ['a field that is none', 'name', declare({ name: 'register' })],
    ['a bare validator', 'name', declare({ name: z.string() })],
    ['an unknown kind', 'name', declare({ name: { ...title, kind: 'counter' } })],
    ['a place outside rows', 'place', declare({ place: { kind: 'position', options: {} } })],
    ['rows within rows', 'needs.inner', declare({ needs: collection(given({ inner: collection({ title }) })) })],
    ['a text in an entry', 'events.note', declare({ events: log(given({ note: richText() })) })],
    [
      'two places',
      'needs',
      declare({
        needs: collection({ a: given({ kind: 'position', options: {} }), b: given({ kind: 'position', options: {} }) }),
      }),
    ],
    ['an odd name', 'full name', declare({ 'full name': title })],
    ['__proto__', '__proto__', declare(JSON.parse('{"__proto__":{"kind":"text","options":{}}}'))],
    ['a reserved name', 'needs.strike', declare({ needs: collection({ strike: title }) })],
    ['no validator', 'name', declare({ name: register(given(undefined)) })],
    ['a validator that is none', 'name', declare({ name: register(given({ parse: () => 1 })) })],
    ['a state twice', 'stage', declare({ stage: progress(['plan', ['plan', 'done']]) })],
    ['no states', 'stage', declare({ stage: progress([]) })],
    ['an unknown rule for what stands', 'name', declare({ name: register(z.string(), { standing: given('newest') }) })],
    ['a label that is no text', 'name', declare({ name: register(z.string(), { label: given(7) }) })],
    ['words that are no function', 'name', declare({ name: register(z.string(), { words: given('x') }) })],
    ['an order that is no list', 'name', declare({ name: register(z.string(), { order: given('abc') }) })],
    ['a format without a name', 'story', declare({ story: richText({ formats: given([7]) }) })],
    ['a reference to no rows', 'need', declare({ need: ref('needs') })],
  ];

  test.each(wrong)('[R81] %s is refused, with path, rule and remedy', (_, path, declaration) => {
    let thrown: unknown;
    try {
      defineSection(given(declaration));
    } catch (error) {
      thrown = error;
    }

    expect(thrown).toBeInstanceOf(RecordError);
    const { code, details, message } = thrown as RecordError;
    expect([code, details?.path]).toEqual(['bad-schema', path]);
    expect(message).toContain(details?.rule);
    expect((details?.rule ?? '').length).toBeGreaterThan(10);
    expect((details?.remedy ?? '').length).toBeGreaterThan(10);
  });
});
