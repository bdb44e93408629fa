import {
  coded,
  codedProgress,
  codedRegister,
  codedSet,
  codeList,
  defineModel,
  day,
  group,
  identifier,
  isOptionalValue,
  labelOfValue,
  line,
  listOf,
  meaningOf,
  moment,
  namedIn,
  number,
  optional,
  parseCommand,
  passage,
  recordOf,
  rowIn,
  truth,
  unit,
  valueKindOf,
  valueWords,
  who,
  whole,
  whoOrRecord,
  type Valued,
  type ValueKind,
} from '@caseweave/model';
import {
  defineSection,
  openSection,
  position,
  progress,
  ref,
  register,
  richText,
  setOf,
  text,
  type RegisterField,
} from '@caseweave/record';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { id } from './directory.ts';
import { declaration, shutOut } from './models/homes.ts';

const sizes = codeList('sizes', 'local', [
  { code: 's', label: 'Small' },
  { code: 'l', label: 'Large' },
  { code: 'none', label: 'No size', exclusive: true },
]);
const meter = identifier('meter number', z.string().regex(/^M\d{3}$/), { label: 'Meter' });

/** Every value kind: what it lets pass, what it does not, and how it is said. */
const kinds: readonly {
  readonly of: Valued<z.ZodType>;
  readonly type: ValueKind['type'];
  readonly passes: readonly unknown[];
  readonly refuses: readonly unknown[];
  readonly says: string;
}[] = [
  { of: coded(sizes), type: 'code', passes: ['s', 'none'], refuses: ['S', '', 1], says: 'a code of sizes' },
  {
    of: day(),
    type: 'day',
    passes: ['2026-02-28'],
    refuses: ['2026-02-29', '2026-2-1', 'today', 20260228],
    says: 'a calendar date',
  },
  {
    of: moment(),
    type: 'moment',
    passes: [0, 1_790_000_000_000],
    refuses: [-1, 0.5, 8_640_000_000_000_001, '0'],
    says: 'a moment, in milliseconds since 1970',
  },
  {
    of: line({ longest: 3 }),
    type: 'line',
    passes: ['abc'],
    refuses: ['', 'abcd', 7],
    says: 'a line of 3 characters at most',
  },
  {
    of: passage({ longest: 5 }),
    type: 'passage',
    passes: ['a\nb'],
    refuses: ['', 'abcdef', null],
    says: 'a text of 5 characters at most',
  },
  {
    of: number({ least: 0, most: 1 }),
    type: 'number',
    passes: [0, 0.5, 1],
    refuses: [-0.1, 1.1, '1', Number.NaN],
    says: 'a number from 0 to 1',
  },
  {
    of: whole({ least: 0, most: 9 }),
    type: 'number',
    passes: [0, 9],
    refuses: [0.5, 10],
    says: 'a whole number from 0 to 9',
  },
  { of: truth(), type: 'truth', passes: [true, false], refuses: [0, 'true', null], says: 'yes or no' },
  { of: who(), type: 'who', passes: ['asha'], refuses: ['', 'x'.repeat(65), 1], says: 'somebody who signs in' },
  {
    of: recordOf('home'),
    type: 'record',
    passes: ['h1'],
    refuses: ['', null],
    says: 'a record of the kind home',
  },
  { of: rowIn('steps'), type: 'row', passes: ['r1'], refuses: ['', 3], says: 'a row of steps' },
  {
    of: whoOrRecord('home'),
    type: 'who-or-record',
    passes: ['asha', 'h1'],
    refuses: [''],
    says: 'somebody who signs in, or a record of the kind home',
  },
  {
    of: unit('firm'),
    type: 'unit',
    passes: ['Brook & Sons'],
    refuses: ['', 'a\u0000', 'x'.repeat(65)],
    says: 'a unit of the kind firm',
  },
  { of: meter, type: 'identifier', passes: ['M123'], refuses: ['M12', 'm123'], says: 'an identifier: meter number' },
  {
    of: listOf(day(), { most: 2 }),
    type: 'list',
    passes: [[], ['2026-01-01', '2026-01-02']],
    refuses: ['2026-01-01', ['x'], ['2026-01-01', '2026-01-01', '2026-01-01']],
    says: 'a list, each a calendar date',
  },
  {
    of: group({ what: line(), on: optional(day({ label: 'On' })) }),
    type: 'group',
    passes: [{ what: 'x' }, { what: 'x', on: null }, { what: 'x', on: '2026-01-01' }],
    refuses: [{}, { what: 'x', more: 1 }, { what: 'x', on: 'soon' }, [], null, 'x'],
    says: 'a group of what, on',
  },
];

test.each(kinds)('[M10] $says: lets pass what it is, and nothing else', ({ of, type, passes, refuses, says }) => {
  const lets = (value: unknown): boolean => of.safeParse(value).success;
  const kind = valueKindOf(of);

  expect(kind?.type).toBe(type);
  expect(kind && valueWords(kind)).toBe(says);
  expect(passes.filter((value) => !lets(value))).toEqual([]);
  expect(refuses.filter(lets)).toEqual([]);
});

test('[M10] no value kind lets pass what is of another shape, whatever JSON is given', () => {
  const shapes: Readonly<Record<ValueKind['type'], (value: unknown) => boolean>> = {
    code: (value) => typeof value === 'string',
    day: (value) => typeof value === 'string',
    moment: Number.isSafeInteger,
    line: (value) => typeof value === 'string',
    passage: (value) => typeof value === 'string',
    number: Number.isFinite,
    truth: (value) => typeof value === 'boolean',
    who: (value) => typeof value === 'string',
    record: (value) => typeof value === 'string',
    row: (value) => typeof value === 'string',
    'who-or-record': (value) => typeof value === 'string',
    unit: (value) => typeof value === 'string',
    identifier: (value) => typeof value === 'string',
    list: Array.isArray,
    group: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const { of, type } of kinds) if (of.safeParse(value).success) expect(shapes[type](value)).toBe(true);
    }),
  );
});

test('[M10] a schema of another library says nothing, until it is said', () => {
  expect(valueKindOf(z.string())).toBeUndefined();
  expect(labelOfValue(z.string())).toBeUndefined();
});

test('[M11] what is optional keeps what it says, and may be null or left out; a member that is unknown is refused', () => {
  const on = optional(day({ label: 'On' }));
  const form = group({ on, size: coded(sizes) });

  expect(valueKindOf(on)).toEqual({ type: 'day' });
  expect([isOptionalValue(on), isOptionalValue(day()), labelOfValue(on)]).toEqual([true, false, 'On']);
  expect(form.valueKind).toEqual({
    type: 'group',
    fields: {
      on: { kind: { type: 'day' }, label: 'On', isOptional: true },
      size: { kind: { type: 'code', list: sizes }, label: 'size', isOptional: false },
    },
  });
  expect(form.safeParse({ size: 's' }).success).toBe(true);
  expect(form.safeParse({ size: 's', colour: 'red' }).success).toBe(false);
  expect(form.safeParse(JSON.parse('{"size":"s","__proto__":{"on":null}}')).success).toBe(false);
});

test('[M12] a code is said in the words of its list, in fields too', () => {
  const schema = defineSection({
    name: 'x',
    version: 1,
    oldestWriter: 1,
    fields: {
      size: codedRegister(sizes, { label: 'Size' }),
      sizes: codedSet(sizes),
      reached: codedProgress(sizes, ['none', ['s', 'l']]),
    },
  });
  const open = openSection(schema, { doc: new Y.Doc(), now: () => 0, newId: () => 'r', authorOf: () => undefined });

  expect([sizes.labelOf('s'), sizes.has('s'), sizes.has('xl'), sizes.codes]).toEqual([
    'Small',
    true,
    false,
    ['s', 'l', 'none'],
  ]);
  expect(schema.fields.size.options.words?.('l')).toBe('Large');
  expect(schema.fields.reached.options.words?.('l')).toBe('Large');
  expect(valueKindOf(schema.fields.reached)).toEqual({ type: 'code', list: sizes });
  for (const size of ['none', 's'] as const) open.edit((draft) => draft.sizes.add(size));
  expect(open.view().sizes).toEqual(['s']);
});

test('[M12] a list is written as codes with their words, and the highest of two is the later in it', () => {
  const urgency = codeList('urgency', 'local', { later: 'When it suits', soon: 'This week', now: 'Today' });
  const standing = (field: RegisterField<'later' | 'soon' | 'now'>) => {
    const schema = defineSection({ name: 'x', version: 1, oldestWriter: 1, fields: { urgency: field } });
    const open = () =>
      openSection(schema, { doc: new Y.Doc(), now: () => 0, newId: () => 'r', authorOf: () => undefined });
    const [one, two] = [open(), open()];
    one.edit((draft) => void (draft.urgency = 'now'));
    two.edit((draft) => void (draft.urgency = 'later'));
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));
    return one.view().urgency;
  };

  expect(urgency.entries[1]).toEqual({ code: 'soon', label: 'This week' });
  expect(standing(codedRegister(urgency, { standing: 'highest' }))).toBe('now');
  expect(standing(codedRegister(urgency, { standing: 'lowest' }))).toBe('later');
  expect(standing(codedRegister(urgency, { standing: 'highest', order: ['now', 'soon', 'later'] }))).toBe('later');
  // JavaScript would put these in an order of its own.
  expect(() => codeList('size', 'local', { b: 'B', '1': 'One' })).toThrow('looks like a number');
});

test('[M13] whom and what a value names is found wherever in it', () => {
  const form = group({
    lead: optional(who()),
    firms: listOf(unit('firm'), { most: 3 }),
    people: listOf(
      group({
        who: whoOrRecord('person'),
        home: recordOf('home', { begunWhere: 'isNew' }),
        isNew: truth(),
        note: line(),
      }),
      { most: 3 },
    ),
  });
  const named = namedIn(form.valueKind, {
    firms: ['brook'],
    people: [{ who: 'p1', home: 'h1', note: 'asha' }],
  });

  expect(Array.from(named, ({ kind, id }) => `${kind.type} ${id}`)).toEqual([
    'unit brook',
    'who-or-record p1',
    'record h1',
  ]);
  expect(valueWords(recordOf('home').valueKind)).toBe('a record of the kind home');
  expect(recordOf('home').valueKind).toEqual({ type: 'record', kind: 'home' });
  expect(recordOf('home', { begunWhere: 'isNew' }).valueKind).toEqual({
    type: 'record',
    kind: 'home',
    begunWhere: 'isNew',
  });
});

test('[M14] a validator that throws, or answers later, lets nothing pass, and what it says is not repeated', () => {
  const says = (validate: (value: unknown) => StandardSchemaV1.Result<string> | Promise<never>): string | null => {
    const schema: StandardSchemaV1<unknown, string> = { '~standard': { version: 1, vendor: 'test', validate } };
    const form = Object.assign(schema, { valueKind: group({ who: who() }).valueKind });
    const model = defineModel({ ...declaration, decisions: [{ ...shutOut, form }] });
    const parsed = parseCommand(model, { type: 'shut-out', record: id(1), who: 'f3cr3t' });
    return parsed.type === 'refused' ? parsed.refusal.stands : null;
  };

  expect(
    says(() => {
      throw new Error('f3cr3t');
    }),
  ).toBe('the form: is not a group of who');
  expect(says(() => Promise.reject(new Error('f3cr3t')))).toBe('the form: is not a group of who');
  expect(says(() => ({ issues: [{ message: 'f3cr3t is wrong', path: [{ key: 'who' }] }] }))).toBe(
    'who: is not somebody who signs in',
  );
  expect(says(() => ({ issues: [{ message: 'x', path: ['f3cr3t'] }] }))).toBe('the form: is not a group of who');
});

test('[M15] what a field is follows from its declaration: a value or several, rows that it leads to, a text, a place', () => {
  const stage = progress(['begun', ['done', 'left']], { words: (code) => code.toUpperCase() });

  expect(meaningOf(register(day()))).toEqual({ type: 'value', kind: { type: 'day' }, isSet: false, isOptional: false });
  expect(meaningOf(register(optional(day())))).toMatchObject({ type: 'value', isOptional: true });
  expect(meaningOf(setOf(who()))).toEqual({ type: 'value', kind: { type: 'who' }, isSet: true, isOptional: true });
  expect(meaningOf(codedProgress(sizes, sizes.codes))).toMatchObject({ kind: { type: 'code', list: { id: 'sizes' } } });
  expect(meaningOf(stage, 'stages')).toMatchObject({
    type: 'value',
    isSet: false,
    kind: { list: { id: 'stages', entries: [{ label: 'BEGUN' }, { label: 'DONE' }, { label: 'LEFT' }] } },
  });
  const rows = { type: 'ref', target: { type: 'own', rows: 'steps' } };
  expect(meaningOf(ref('steps'))).toMatchObject({ ...rows, isSet: false });
  expect(meaningOf(register(rowIn('steps')))).toMatchObject({ ...rows, isSet: false });
  expect(meaningOf(setOf(rowIn('steps')))).toMatchObject({ ...rows, isSet: true });
  expect([meaningOf(text()), meaningOf(richText())]).toEqual([
    { type: 'text', isRich: false },
    { type: 'text', isRich: true },
  ]);
  expect([meaningOf(position()).type, meaningOf(register(z.string())).type]).toEqual(['position', 'unsaid']);
});
