import { expect, test } from 'vitest';
import { compile } from './compiler.ts';

const imports = `
import { collection, defineSection, editSections, extendSection, log, openSection, position, progress, ref, register, richText, setOf, text } from '@caseweave/record';
import type { Section } from '@caseweave/record';
import { z } from 'zod';
`;
const declaration = (fields: string): string => `${imports}
export const schema = defineSection({ name: 'x', version: 1, oldestWriter: 1, fields: { ${fields} } });
`;
const needs = `needs: collection({ title: register(z.string()) })`;

const noJson = '"A value is what JSON can carry: keep a date as text, a set or a map as a list."';

/** Mistakes in a declaration, and what the compiler has to say of each in so many words. */
const mistakes: readonly (readonly [name: string, source: string, says: string])[] = [
  ['refToNoRows', declaration(`need: ref('neds'), ${needs}`), '"This section has no collection or log called neds."'],
  [
    'refInRows',
    declaration(`needs: collection({ title: register(z.string()), after: setOf(ref('need')) })`),
    '"This section has no collection or log called need."',
  ],
  [
    'refOfAnExtension',
    `${declaration(needs)}
export const more = extendSection(schema, { name: 'y', version: 1, oldestWriter: 1, fields: { need: ref('neds') } });
`,
    '"This section has no collection or log called neds."',
  ],
  [
    'extendedPlace',
    `${declaration(needs)}
export const more = extendSection(schema, { name: 'y', version: 1, oldestWriter: 1, rows: { needs: { at: position() } } });
`,
    '"An extension gives rows no position."',
  ],
  [
    'standing',
    declaration(`dueOn: register(z.iso.date(), { standing: 'newest' })`),
    `Type '"newest"' is not assignable to type 'Standing<string> | undefined'.`,
  ],
  [
    'order',
    declaration(`level: register(z.enum(['low', 'high']), { standing: 'highest', order: ['low', 'hgih'] })`),
    `Type '"hgih"' is not assignable to type '"high" | "low"'.`,
  ],
  [
    'exclusive',
    declaration(`factors: setOf(z.enum(['none', 'other']), { exclusive: ['nothing'] })`),
    `Type '"nothing"' is not assignable to type '"none" | "other"'.`,
  ],
  ['bareValidator', declaration(`name: z.string()`), `Type 'ZodString' is not assignable to type 'SectionField'.`],
  [
    'placeOfASection',
    declaration(`place: position()`),
    `Type 'PositionField' is not assignable to type 'SectionField'.`,
  ],
  [
    'rowsWithinRows',
    declaration(`needs: collection({ inner: ${needs.slice(7)} })`),
    `is not assignable to type 'RowField'.`,
  ],
  [
    'textInAnEntry',
    declaration(`events: log({ note: text() })`),
    `Type 'TextField' is not assignable to type 'EntryField'.`,
  ],
  [
    'wordsOfNoState',
    declaration(`status: progress(['open', 'done'], { words: (state) => (state === 'closed' ? 'x' : state) })`),
    `the types '"done" | "open"' and '"closed"' have no overlap.`,
  ],
  [
    'oneFormat',
    declaration(`story: richText({ formats: 'bold' })`),
    `Type 'string' is not assignable to type 'readonly string[]'.`,
  ],
  ['dates', declaration(`on: register(z.date())`), noJson],
  ['datesInASet', declaration(`on: setOf(z.array(z.date()))`), noJson],
  ['datesWithin', declaration(`stay: register(z.object({ from: z.date() }))`), noJson],
  ['maps', declaration(`counts: register(z.map(z.string(), z.number()))`), noJson],
  ['bigNumbers', declaration(`count: register(z.bigint().optional())`), noJson],
  ['madeDates', declaration(`on: register(z.iso.date().transform((text) => new Date(text)))`), noJson],
  ['datesInAnEntry', declaration(`visits: log({ on: register(z.union([z.string(), z.date()])) })`), noJson],
  [
    'noOldestWriter',
    `${imports} export const schema = defineSection({ name: 'x', version: 1, fields: {} });`,
    `Property 'oldestWriter' is missing`,
  ],
];

const editing = (line: string): string => `${imports}
const schema = defineSection({ name: 'x', version: 1, oldestWriter: 1, fields: {
  name: register(z.string()), stage: progress(['plan', 'closed']), languages: setOf(z.string()), story: richText(), ${needs},
  events: log({ on: register(z.iso.date()), text: register(z.string()) }),
} });
declare const section: Section<typeof schema>;
section.edit((draft) => { ${line} });
`;

const atOnce = '"An edit is made at once: await before it, and write what came of it."';

/** Mistakes in an edit. */
const wrongEdits: readonly (readonly [name: string, source: string, says: string])[] = [
  ['wrongValue', editing(`draft.name = 7;`), `Type 'number' is not assignable to type 'string'.`],
  ['wrongState', editing(`draft.stage = 'done';`), `Type '"done"' is not assignable to type '"closed" | "plan"'.`],
  ['unknownField', editing(`draft.nmae = 'x';`), `Property 'nmae' does not exist on type`],
  [
    'assignedSet',
    editing(`draft.languages = ['Twi'];`),
    `Cannot assign to 'languages' because it is a read-only property.`,
  ],
  ['unknownMember', editing(`draft.needs.add({ titel: 'x' });`), `'titel' does not exist in type`],
  ['halfAnEntry', editing(`draft.events.append({ text: 'x' });`), `Property 'on' is missing`],
  [
    'changedEntry',
    editing(`draft.events.byId('x').text = 'y';`),
    `Property 'text' does not exist on type 'DraftEntry'.`,
  ],
  ['asynchronous', editing(`draft.name = 'x';`).replace('(draft) =>', 'async (draft) =>'), atOnce],
  ['promised', editing(`return Promise.resolve(draft.name);`), atOnce],
  [
    'asynchronousTogether',
    editing(`draft.name = 'x';`).replace('section.edit((draft) =>', 'editSections([section], async ([draft]) =>'),
    atOnce,
  ],
];

/** Collections of ten fields each, and a little of what is done with them. */
const schemaOf = (count: number): string => {
  const each = (make: (nth: number) => string): string =>
    Array.from({ length: count }, (_, nth) => make(nth)).join('\n');
  return `${imports}
export const schema = defineSection({ name: 'large', version: 1, oldestWriter: 1, fields: {
${each(
  (nth) => `  rows${nth}: collection({
    a: register(z.string().min(1)), b: register(z.iso.date(), { standing: 'earliest' }), c: register(z.number()),
    d: register(z.enum(['x', 'y', 'z']), { standing: 'highest', order: ['x', 'y', 'z'] }), e: setOf(z.string()),
    f: setOf(ref('rows${(nth + 1) % count}')), g: progress(['open', ['done', 'dropped']]), h: text(), i: richText(), j: position(),
  }),`,
)}
} });
declare const section: Section<typeof schema>;
${each(
  (nth) => `section.edit((draft) => {
  const id = draft.rows${nth}.add({ a: 'x', e: ['y'] });
  draft.rows${nth}.byId(id).d = 'y';
  draft.rows${nth}.byId(id).f.add(id);
});
export const title${nth}: string | null | undefined = section.view().rows${nth}[0]?.a;
export const state${nth}: 'open' | 'done' | 'dropped' | null | undefined = section.view().rows${nth}[0]?.g;`,
)}
`;
};

const checked = [...mistakes, ...wrongEdits];
const compiled = compile(Object.fromEntries(checked.map(([name, source]) => [name, source])));

test.each(checked)('[R82] %s does not compile, and the compiler says what is wrong in a few lines', (name, _, says) => {
  const { errors } = compiled.of(name);

  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(says);
  expect(errors[0]?.split('\n').length).toBeLessThanOrEqual(5);
});

test('[R83] 300 fields in 30 collections are inferred at a cost that grows as they do', () => {
  const [none, ten, thirty] = [0, 10, 30].map((count) => compile({ large: schemaOf(count) }));
  const cost = (of: typeof ten): number => (of?.instantiations ?? Number.NaN) - (none?.instantiations ?? 0);

  expect([ten, thirty].map((each) => each?.of('large').errors)).toEqual([[], []]);
  // Instantiations are the same on every machine, busy or not; the benchmarks have the seconds.
  expect(cost(thirty) / cost(ten)).toBeLessThan(4);
  expect(thirty?.instantiations).toBeLessThan(100_000);
});
