import { expect, test } from 'vitest';
import { compile } from './compiler.ts';

const beginning = `
import {
  decision, defineModel, group, kind, line, memberDecisions, memberKind, opening, sectionSeriesOf, sectionOf, unit, who, whoById,
} from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import { z } from 'zod';
export interface Staff { readonly id: string; readonly firm: string | null }
export interface JobFacts { readonly tenant: string; readonly firm: string | null; readonly closedAt: number | null }
const staff = z.object({ id: z.string(), firm: z.string().nullable() });
const jobFacts = z.object({ tenant: z.string(), firm: z.string().nullable(), closedAt: z.number().nullable() });
const schema = defineSection({ name: 'job.plan', version: 1, oldestWriter: 1, fields: { title: register(line()) } });
const seen = { who: () => true, decided: () => null } as const;
const index = { keys: () => [], moments: () => [], links: () => [], people: () => [] } as const;
const job = kind('job', {
  title: 'Repair', about: 'A repair.', who: staff, facts: { schema: jobFacts, version: 1 },
  seats: {
    tenant: { says: 'lives there', holds: (one, { facts }) => facts.tenant === one.id },
    contractor: { says: 'mends it', holds: (one, { facts }) => facts.firm === one.firm },
  },
  conditions: { open: { says: 'it is open', allows: ({ state }) => state.facts.closedAt === null } },
  barred: () => false, index, seen: { ...seen, facts: (_reader, { facts }) => facts, pending: ({ facts }) => facts },
});
const garden = kind('garden', {
  title: 'Garden', about: 'A garden.', who: staff, facts: { schema: z.object({ owner: z.string() }), version: 1 },
  seats: { owner: { says: 'owns it', holds: (one, { facts }) => facts.owner === one.id } },
  conditions: {}, barred: () => false, index, seen: { ...seen, facts: () => ({}), pending: () => ({}) },
});
const plan = sectionOf(job, schema, {
  title: 'Plan', about: 'What is to be done.', rights: { tenant: 'read', contractor: { level: 'write', when: 'open' } },
});
const rest = {
  title: 'Close', version: 1, overtakenBy: [], words: () => '', stands: () => null,
} as const;
const close = decision(job, 'close', {
  ...rest, form: group({ why: line(), firm: unit('firm') }), refusals: { closed: 'It is closed.' },
  may: ({ seats }) => seats.has('contractor'), check: (facts) => (facts.closedAt === null ? null : 'closed'),
  fold: (facts, _form, { at }) => ({ ...facts, closedAt: at }), told: (_telling, form) => form,
});
export const whole = { name: 'repairs', version: 1, title: 'Repairs', who: whoById(staff) } as const;
export const parts = { garden, plan, close, opening, who, sectionSeriesOf, memberKind, memberDecisions };
`;
const section = (rights: string, more = ''): string =>
  `${beginning}export const other = sectionOf(job, schema, { title: 'Other', about: 'More.', rights: ${rights}, ${more} });`;
/** A decision of which something is said otherwise. */
const closing = (name: string, said: string): string => {
  const members = {
    form: 'group({ why: line() })',
    refusals: "{ closed: 'It is closed.' }",
    may: '() => true',
    check: '() => null',
    fold: '(facts) => facts',
    told: '(_telling, form) => form',
    [name]: said,
  };
  const written = Object.entries(members).map(([member, value]) => `  ${member}: ${value},`);
  return `${beginning}export const other = decision(job, 'close', { ...rest,\n${written.join('\n')}\n});`;
};
const model = (declared: string): string => `${beginning}export const other = defineModel({ ...whole, ${declared} });`;
/** A kind with members of which something is said otherwise. */
const members = (name: string, said: string): string => {
  const declared = { manages: "['owner']", opens: '() => true', [name]: said };
  const written = Object.entries(declared).map(([member, value]) => `  ${member}: ${value},`);
  return `${beginning}export const other = memberKind('box', {
  title: 'Box', about: 'A box.', who: staff, roles: { owner: 'owns it', guest: 'looks at it' },\n${written.join('\n')}\n});`;
};

/** Models that are wrong, and what the compiler has to say of each in so many words. */
const mistakes: readonly (readonly [name: string, source: string, says: string])[] = [
  ['seatLeftOut', section(`{ tenant: 'read' }`), `Property 'contractor' is missing in type '{ tenant: "read"; }'`],
  [
    'seatOfAnotherKind',
    section(`{ tenant: 'read', contractor: 'write', owner: 'write' }`),
    `'owner' does not exist in type 'Readonly<Record<"contractor" | "tenant", Cell<"open">>>'.`,
  ],
  [
    'noSuchLevel',
    section(`{ tenant: 'read', contractor: 'all' }`),
    `Type '"all"' is not assignable to type 'Cell<"open">'.`,
  ],
  [
    'noSuchCondition',
    section(`{ tenant: 'read', contractor: { level: 'write', when: 'raining' } }`),
    `Type '"raining"' is not assignable to type '"open"'.`,
  ],
  [
    'alwaysOnNoCondition',
    section(`{ tenant: 'read', contractor: 'write' }`, `always: 'raining'`),
    `Type '"raining"' is not assignable to type '"open"'.`,
  ],
  [
    'listOfNoField',
    section(
      `{ tenant: 'read', contractor: 'write' }`,
      `list: { fields: { what: { label: 'What', value: line() } }, show: (view) => ({ what: view.titel }) }`,
    ),
    `Property 'titel' does not exist`,
  ],
  [
    'undeclaredCode',
    closing('check', `(facts) => (facts.closedAt === null ? null : 'late')`),
    `Type '"late"' is not assignable to type '"closed"'.`,
  ],
  [
    'noSuchSeat',
    closing('may', `({ seats }) => seats.has('officer')`),
    `Argument of type '"officer"' is not assignable to parameter of type '"contractor" | "tenant"'.`,
  ],
  [
    'noSuchMemberOfTheForm',
    closing('fold', `(facts, form) => ({ ...facts, firm: form.firm })`),
    `Property 'firm' does not exist`,
  ],
  [
    'otherFacts',
    closing('fold', `(facts) => ({ ...facts, closedAt: 'now' })`),
    `Type 'string' is not assignable to type 'number'.`,
  ],
  [
    'toldAnotherForm',
    closing('told', `() => ({ because: 'x' })`),
    `Property 'why' is missing in type '{ because: string; }'`,
  ],
  ['noRefusals', closing('refusals', `undefined`), `Type 'undefined' is not assignable to type 'Readonly<Record<`],
  [
    'sectionOfNoKind',
    model(`kinds: [garden], sections: [plan], decisions: []`),
    'job is a kind that this model does not list.',
  ],
  [
    'decisionOfNoKind',
    model(`kinds: [garden], sections: [], decisions: [close]`),
    'job is a kind that this model does not list.',
  ],
  ['managesNoRole', members('manages', `['boss']`), `Type '"boss"' is not assignable to type '"guest" | "owner"'.`],
  [
    'unseenNoRole',
    members('unseen', `{ guest: ['boss'] }`),
    `Type '"boss"' is not assignable to type '"guest" | "owner"'.`,
  ],
  [
    'ownOfAnotherType',
    members('own', `{ schema: z.object({ n: z.number() }), version: 1, initial: { n: 'x' } }`),
    `Type 'string' is not assignable to type 'number'.`,
  ],
];

const numbers = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at);
const kinds = numbers(6).map(
  (n) => `const kind${n} = kind('kind${n}', {
  title: 'Kind', about: 'One.', who: staff, facts: { schema: jobFacts, version: 1 },
  seats: {
    tenant: { says: 'lives there', holds: (one, { facts }) => facts.tenant === one.id },
    contractor: { says: 'mends it', holds: (one, { facts }) => facts.firm === one.firm },
  },
  conditions: { open: { says: 'it is open', allows: ({ state }) => state.facts.closedAt === null } },
  barred: () => false, index, seen: { ...seen, facts: (_reader, { facts }) => facts, pending: ({ facts }) => facts },
});`,
);
const sectionAt = (n: number): string => `const section${n} = sectionOf(kind${n % kinds.length},
  defineSection({ name: 'section${n}', version: 1, oldestWriter: 1, fields: { title: register(line()), on: register(line()) } }),
  { title: 'S${n}', about: 'One.', rights: { tenant: 'read', contractor: { level: 'write', when: 'open' } },
    list: { fields: { title: { label: 'Title', value: line() } }, show: (view) => ({ title: view.title }) } });`;
const decisionAt = (n: number): string => `const decision${n} = decision(kind${n % kinds.length}, 'decision${n}', {
  ...rest, form: group({ why: line(), firm: unit('firm') }), refusals: { closed: 'It is closed.' },
  may: ({ seats }) => seats.has('contractor'), check: (facts) => (facts.closedAt === null ? null : 'closed'),
  fold: (facts, { firm }) => ({ ...facts, firm }), told: (_telling, form) => form });`;
const listed = (name: string, n: number): string =>
  numbers(n)
    .map((at) => `${name}${at}`)
    .join(', ');

/** A model of so many sections and decisions. */
const modelOf = (sections: number, decisions: number): string =>
  [
    beginning,
    ...kinds,
    ...numbers(sections).map(sectionAt),
    ...numbers(decisions).map(decisionAt),
    `export const large = defineModel({ ...whole, kinds: [${listed('kind', kinds.length)}],
      sections: [${listed('section', sections)}], decisions: [${listed('decision', decisions)}] });`,
  ].join('\n');

const right = `${beginning}export const right = defineModel({ ...whole, kinds: [job], sections: [plan], decisions: [close] });`;
const compiled = compile({ right, ...Object.fromEntries(mistakes.map(([name, source]) => [name, source])) });

test('[M110] a model that is right compiles', () => {
  expect(compiled.of('right').errors).toEqual([]);
});

test.each(mistakes)(
  '[M110] %s does not compile, and the compiler says what is wrong in a few lines',
  (name, _, says) => {
    const { errors } = compiled.of(name);

    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(says);
    expect(errors[0]?.split('\n').length).toBeLessThanOrEqual(8);
  },
);

test('[M111] 300 decisions and 60 sections are checked at a cost that grows as they do', () => {
  const [none, third, all] = [modelOf(0, 0), modelOf(20, 100), modelOf(60, 300)].map((large) => compile({ large }));
  const cost = (of: typeof all): number => (of?.instantiations ?? Number.NaN) - (none?.instantiations ?? 0);

  expect([third, all].map((each) => each?.of('large').errors)).toEqual([[], []]);
  // Instantiations are the same on every machine, busy or not; the benchmarks have the seconds.
  expect(cost(all) / cost(third)).toBeLessThan(4);
  expect(cost(all)).toBeLessThan(350_000);
}, 120_000);
