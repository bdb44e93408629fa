import {
  collection,
  defineSection,
  log,
  openSection,
  readSection,
  register,
  setOf,
  type View,
} from '@caseweave/record';
import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';

/** The same section, its values checked by three libraries. */
const withZod = defineSection({
  name: 'visit',
  version: 1,
  oldestWriter: 1,
  fields: {
    name: register(z.string().min(1)),
    level: register(z.union([z.literal(1), z.literal(2)]), { standing: 'highest' }),
    languages: setOf(z.string().max(20)),
    rows: collection({ detail: register(z.looseObject({ note: z.string() })) }),
    events: log({ text: register(z.string()), source: register(z.string().optional()) }),
  },
});
const withValibot = defineSection({
  name: 'visit',
  version: 1,
  oldestWriter: 1,
  fields: {
    name: register(v.pipe(v.string(), v.minLength(1))),
    level: register(v.picklist([1, 2]), { standing: 'highest' }),
    languages: setOf(v.pipe(v.string(), v.maxLength(20))),
    rows: collection({ detail: register(v.looseObject({ note: v.string() })) }),
    events: log({ text: register(v.string()), source: register(v.optional(v.string())) }),
  },
});
const withArktype = defineSection({
  name: 'visit',
  version: 1,
  oldestWriter: 1,
  fields: {
    name: register(type('string >= 1')),
    level: register(type('1 | 2'), { standing: 'highest' }),
    languages: setOf(type('string <= 20')),
    rows: collection({ detail: register(type({ note: 'string' })) }),
    events: log({ text: register(type('string')), source: register(type('string | undefined')) }),
  },
});

test('[R84] what a validator lets through is the type of its field', () => {
  expectTypeOf<View<typeof withZod>['name']>().toEqualTypeOf<string | null>();
  expectTypeOf<View<typeof withValibot>['name']>().toEqualTypeOf<string | null>();
  expectTypeOf<View<typeof withArktype>['name']>().toEqualTypeOf<string | null>();
  expectTypeOf<View<typeof withZod>['level']>().toEqualTypeOf<1 | 2 | null>();
  expectTypeOf<View<typeof withValibot>['level']>().toEqualTypeOf<1 | 2 | null>();
  expectTypeOf<View<typeof withArktype>['level']>().toEqualTypeOf<1 | 2 | null>();
  expectTypeOf<View<typeof withValibot>['languages']>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<View<typeof withArktype>['languages']>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<View<typeof withArktype>['rows'][number]['detail']>().toEqualTypeOf<{ note: string } | null>();
  expectTypeOf<View<typeof withArktype>['events'][number]['source']>().toEqualTypeOf<string | null>();
  expectTypeOf<View<typeof withValibot>['events'][number]['source']>().toEqualTypeOf<string | null>();
});

describe.each([
  ['zod', withZod],
  ['valibot', withValibot],
  ['arktype', withArktype],
])('values checked by %s', (_, schema) => {
  const open = () => {
    let made = 0;
    const newId = (): string => `x${(made += 1)}`;
    // The three schemas declare the same fields; by any of them the edits below are the same.
    return openSection(schema as typeof withZod, { doc: new Y.Doc(), now: () => 0, newId, authorOf: () => undefined });
  };

  test('[R12] [R84] what is right is written, members of later versions among it', () => {
    const section = open();
    const outcome = section.edit((draft) => {
      draft.name = 'Ada';
      draft.level = 2;
      draft.languages.add('Twi');
      const detail = { note: 'x', later: 1 };
      draft.rows.add({ detail });
      draft.events.append({ text: 'Visit' });
    });

    expect(outcome.type).toBe('edited');
    expect(section.view()).toMatchObject({
      name: 'Ada',
      level: 2,
      languages: ['Twi'],
      rows: [{ detail: { note: 'x', later: 1 } }],
      events: [{ text: 'Visit', source: null }],
    });
  });

  test('[R84] what is wrong is refused in the words of the validator', () => {
    const section = open();
    const before = Y.encodeStateAsUpdate(section.doc);
    const outcome = section.edit((draft) => {
      draft.name = '';
      draft.level = 3 as never;
      draft.languages.add('x'.repeat(21));
      draft.rows.add({ detail: {} as never });
      draft.events.append({ text: 7 as never });
    });

    const refusals = outcome.type === 'refused' ? outcome.refusals : [];
    expect(refusals.map(({ path }) => path)).toEqual(['name', 'level', 'languages', 'rows.detail', 'events.text']);
    expect(refusals.every(({ code, rule }) => code === 'wrong-value' && rule.length > 10)).toBe(true);
    expect(Y.encodeStateAsUpdate(section.doc)).toEqual(before);
  });
});

describe('a validator that fails over what it is given', () => {
  const isDear = (value: unknown): boolean => (value as string).startsWith('dear ');
  const failing = [
    ['zod', z.any().refine((value) => value === undefined || value === null || isDear(value))],
    [
      'valibot',
      v.pipe(
        v.any(),
        v.check((value) => value === undefined || value === null || isDear(value)),
      ),
    ],
  ] as const;

  test.each(failing)(
    '[R8] [R84] by %s: what is in the document is not shown, and keeps nobody from the rest',
    async (_, schema) => {
      const greeting = register(schema);
      const fields = { greeting, name: register(z.string()) };
      const letters = defineSection({ name: 'letters', version: 1, oldestWriter: 1, fields });
      const doc = new Y.Doc();
      doc.getArray('claims').push([
        ['', 'greeting', 7, {}],
        ['', 'name', 'Ada', {}],
      ]);

      expect(readSection(letters, doc)).toEqual({ greeting: null, name: 'Ada', unshown: ['greeting'] });
      // A promise that nobody waits for would end the program here.
      await new Promise((resolve) => setImmediate(resolve));
    },
  );
});

const noJson = [
  ['a date', z.date()],
  ['what makes dates of text', z.coerce.date()],
  ['what makes dates of dates as text', z.iso.date().transform((text) => new Date(text))],
  ['a date of valibot', v.date()],
  ['a date of arktype', type('Date')],
  ['a BigInt', z.bigint()],
  ['a map', z.map(z.string(), z.string())],
  ['a set', z.set(z.string())],
  ['bytes', z.instanceof(Uint8Array)],
  ['a function', z.custom((value) => typeof value === 'function')],
] as const;

test.each(noJson)('[R86] a validator of %s is refused when the section is declared', (_, schema) => {
  const path = 'rows.value';
  const declare = (field: unknown) => () =>
    defineSection({ name: 'x', version: 1, oldestWriter: 1, fields: { rows: collection({ value: field as never }) } });

  for (const field of [register(schema as never), setOf(schema as never)]) {
    expect(declare(field)).toThrow(
      expect.objectContaining({ code: 'bad-schema', details: expect.objectContaining({ path }) as unknown }),
    );
  }
});

test('[R86] a value within which a validator makes what JSON cannot carry is refused, and nothing is written', () => {
  const stay = register(z.object({ from: z.coerce.date() }) as never as z.ZodType<{ from: string }>);
  const stays = defineSection({ name: 'stays', version: 1, oldestWriter: 1, fields: { stay } });
  const section = openSection(stays, { doc: new Y.Doc(), now: () => 0, newId: () => 'x', authorOf: () => undefined });

  const outcome = section.edit((draft) => {
    draft.stay = { from: '2026-01-02' };
  });
  expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'not-json', path: 'stay' }] });
  expect(section.view()).toEqual({ stay: null });
});
