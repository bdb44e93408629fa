import {
  adviceOn,
  coded,
  codeList,
  day,
  defineModel,
  findingsIn,
  group,
  line,
  listed,
  listOf,
  ModelError,
  passage,
  recordOf,
  sectionOf,
  truth,
  unit,
  type AnyDecision,
  type Kind,
  type AnySectionPart,
  type ModelDeclaration,
  type ModelFault,
} from '@caseweave/model';
import { defineSection, openSection, register } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { declaration, help, home, homePlace, homes, job, jobNotes, jobPlan, letHome } from './models/homes.ts';
import { repairs } from './models/repairs.ts';

type Declaration = ModelDeclaration;

const faultsOf = (declared: Declaration): readonly ModelFault[] => {
  try {
    defineModel(declared);
    return [];
  } catch (error) {
    if (error instanceof ModelError) return error.faults;
    throw error;
  }
};
const all = declaration as unknown as Declaration;
const kinds = (...more: readonly object[]): Declaration => ({
  ...all,
  kinds: [home, ...more.map((one): Kind => ({ ...job, ...one }))],
});
const plan = (more: object): Declaration => ({
  ...all,
  sections: [homePlace, jobNotes, { ...jobPlan, ...more }] as readonly AnySectionPart[],
});
const notes = (more: object): Declaration => ({
  ...all,
  sections: [homePlace, jobPlan, { ...jobNotes, ...more }] as readonly AnySectionPart[],
});
const asked = (more: object): Declaration => ({
  ...all,
  decisions: all.decisions.map((one): AnyDecision => (one.name === 'help' ? { ...help, ...more } : one)),
});
const listing = (value: object, more: object = {}): Declaration =>
  plan({ list: { fields: { what: { label: 'What', value, ...more } }, show: () => ({}) } });
const section = (name: string): AnySectionPart => ({
  ...jobPlan,
  title: name,
  schema: defineSection({ name, version: 1, oldestWriter: 1, fields: {} }),
});
const sizes = codeList('sizes', 'local', [{ code: 's', label: 'Small' }]);
const otherSizes = codeList('sizes', 'local', [{ code: 's', label: 'Slim' }]);

/** Every mistake of a declaration, and what is said of it. */
const mistakes: readonly (readonly [name: string, declared: Declaration, path: string, rule: string])[] = [
  ['a version that is none', { ...all, version: 0 }, 'version', 'is no version.'],
  ['a name that is none', { ...all, name: 'Homes' }, 'name', 'is no name.'],
  ['a title that says nothing', { ...all, title: ' ' }, 'title', 'says nothing.'],
  ['a model without kinds', { ...all, kinds: [] }, 'kinds', 'has no kind of record.'],
  ['a kind twice', { ...all, kinds: [...all.kinds, job] }, 'kinds.job', 'stands there twice.'],
  ['a section twice', { ...all, sections: [...all.sections, jobPlan] }, 'sections.job.plan', 'stands there twice.'],
  ['a decision twice', { ...all, decisions: [...all.decisions, help] }, 'decisions.help', 'stands there twice.'],
  [
    'a unit that is no name',
    { ...all, units: { ...all.units, 'A b': { title: 'A', about: 'A.' } } },
    'units.A b',
    'is no name.',
  ],
  [
    'an organisation of no unit',
    { ...all, who: { ...all.who, organisation: { unit: 'school', of: () => null } } },
    'who.organisation',
    'names a unit that there is none of.',
  ],
  [
    'a version of facts that is none',
    kinds({ facts: { ...job.facts, version: 1.5 } }),
    'kinds.job.facts.version',
    'is no version.',
  ],
  [
    'an upgrade of facts from no earlier version',
    kinds({ facts: { ...job.facts, upgrade: { 2: (facts: unknown) => facts } } }),
    'kinds.job.facts.upgrade.2',
    'leads from no earlier version.',
  ],
  [
    'a kind without seats',
    kinds({ seats: {} }),
    'kinds.job.seats',
    'has no seat, so that nobody may read such a record.',
  ],
  ['a kind without a title', kinds({ title: '' }), 'kinds.job.title', 'says nothing.'],
  [
    'a seat without a sentence',
    kinds({ seats: { ...job.seats, nobody: { says: '', holds: () => false } } }),
    'kinds.job.seats.nobody.says',
    'says nothing.',
  ],
  [
    'a condition whose name is none',
    kinds({ conditions: { ...job.conditions, 'a b': { says: 'so', allows: () => true } } }),
    'kinds.job.conditions.a b',
    'is no name.',
  ],
  [
    'a section of no kind',
    plan({ kind: 'garden' }),
    'sections.job.plan.kind',
    'is of a kind that this model does not list.',
  ],
  ['a section without a title', plan({ title: '' }), 'sections.job.plan.title', 'says nothing.'],
  [
    'two sections of one title',
    plan({ title: 'Notes' }),
    'sections.job.plan.title',
    'is the title of another section of its kind.',
  ],
  [
    'a seat that is left out',
    plan({ rights: { worker: 'write', helper: 'read' } }),
    'sections.job.plan.rights.nobody',
    'is left out.',
  ],
  [
    'a seat that there is none of',
    plan({ rights: { ...jobPlan.rights, cat: 'read' } }),
    'sections.job.plan.rights.cat',
    'is no seat of its kind.',
  ],
  [
    'a level that there is none of',
    plan({ rights: { ...jobPlan.rights, nobody: 'all' } }),
    'sections.job.plan.rights.nobody',
    'has no such level.',
  ],
  [
    'a condition that there is none of',
    plan({ rights: { ...jobPlan.rights, nobody: { level: 'read', when: 'raining' } } }),
    'sections.job.plan.rights.nobody',
    'names a condition that its kind has not.',
  ],
  [
    'always on a condition that there is none of',
    plan({ always: 'raining' }),
    'sections.job.plan.always',
    'names a condition that its kind has not.',
  ],
  [
    'a section that nobody writes',
    plan({ rights: { worker: 'read', helper: 'read', nobody: 'none' } }),
    'sections.job.plan.rights',
    'lets no seat write it.',
  ],
  [
    'a section whose name a series could give',
    { ...all, sections: [...all.sections, section('job.notes.brook')] },
    'sections.job.notes.*.prefix',
    'begins the name of another section: job.notes.brook.',
  ],
  [
    'a series whose names another could give',
    { ...all, sections: [...all.sections, { ...jobNotes, title: 'More', prefix: 'job.' }] },
    'sections.job.*.prefix',
    'begins the name of another section: job.notes.*.',
  ],
  ['a series without a prefix', notes({ prefix: '' }), 'sections.*.prefix', 'says nothing.'],
  [
    'a parameter that says nothing',
    notes({ parameter: z.string() }),
    'sections.job.notes.*.parameter',
    'does not say what it holds.',
  ],
  [
    'an example that is no parameter',
    notes({ example: 'A b' }),
    'sections.job.notes.*.example',
    'is no parameter by the pattern.',
  ],
  ['a list field that says nothing', listing(z.string()), 'sections.job.plan.list.what', 'does not say what it holds.'],
  [
    'a list field without a label',
    listing(line(), { label: '' }),
    'sections.job.plan.list.what.label',
    'says nothing.',
  ],
  [
    'a list field that cannot be narrowed by',
    listing(passage(), { isFiltered: true }),
    'sections.job.plan.list.what',
    'cannot be narrowed by.',
  ],
  [
    'a list field that has no words',
    listing(truth(), { isSearched: true }),
    'sections.job.plan.list.what',
    'has no words to be found by.',
  ],
  [
    'a list field whose name is none',
    plan({ list: { fields: { 'a b': { label: 'A', value: day() } }, show: () => ({}) } }),
    'sections.job.plan.list.a b',
    'is no name of a member.',
  ],
  [
    'a decision whose name is kept',
    { ...all, decisions: [...all.decisions, { ...help, name: 'adopt' }] },
    'decisions.adopt',
    'has a name that is kept.',
  ],
  [
    'a decision of no kind',
    asked({ kind: 'garden' }),
    'decisions.help.kind',
    'is of a kind that this model does not list.',
  ],
  ['a form of no version', asked({ version: 0 }), 'decisions.help.version', 'is no version.'],
  [
    'an upgrade of a form from no earlier version',
    asked({ upgrade: { 1: () => ({}) } }),
    'decisions.help.upgrade.1',
    'leads from no earlier version.',
  ],
  [
    'a code that every decision has',
    asked({ refusals: { overtaken: 'x' } }),
    'decisions.help.refusals.overtaken',
    'is a code that every decision has.',
  ],
  ['a refusal without words', asked({ refusals: { past: '' } }), 'decisions.help.refusals.past', 'says nothing.'],
  ['a form that is no group', asked({ form: z.object({}) }), 'decisions.help.form', 'does not say what it holds.'],
  [
    'a member that every command has',
    asked({ form: group({ record: line() }) }),
    'decisions.help.form.record',
    'has a name that every command has.',
  ],
  [
    'a member whose name is none',
    asked({ form: group({ 'a-b': line() }) }),
    'decisions.help.form.a-b',
    'is no name of a member.',
  ],
  [
    'overtaken by no decision',
    asked({ overtakenBy: ['paint'] }),
    'decisions.help.overtakenBy.paint',
    'is no decision of this model.',
  ],
  [
    'undone by no decision',
    asked({ undoneBy: ['paint'] }),
    'decisions.help.undoneBy.paint',
    'is no decision of this model.',
  ],
  [
    'a record that is begun where nothing beside it says so',
    asked({ form: group({ homes: listOf(group({ at: recordOf('home', { begunWhere: 'isNew' }) }), { most: 2 }) }) }),
    'decisions.help.form.homes.at',
    'is said to be begun where isNew says so, which is no truth beside it.',
  ],
  [
    'a record of no kind in a form',
    asked({ form: group({ where: listOf(group({ at: recordOf('garden') }), { most: 2 }) }) }),
    'decisions.help.form.where.at',
    'names records of the kind garden, which this model does not list.',
  ],
  [
    'a unit that there is none of in a form',
    asked({ form: group({ at: unit('school') }) }),
    'decisions.help.form.at',
    'names units of the kind school, which there are none of.',
  ],
  [
    'two code lists of one id',
    asked({ form: group({ size: coded(sizes), other: coded(otherSizes) }) }),
    'decisions.help.form.other',
    'has another list of codes by the id sizes than is declared elsewhere.',
  ],
  [
    'a code twice in a list',
    asked({ form: group({ size: coded(codeList('twice', 'local', [...sizes.entries, ...sizes.entries])) }) }),
    'decisions.help.form.size',
    'holds a code of twice, which has one twice.',
  ],
];

test.each(mistakes)('[M2, M3] %s is a fault', (_name, declared, path, rule) => {
  const faults = faultsOf(declared);

  expect(faults.map((each) => `${each.path} ${each.rule}`)).toContain(`${path} ${rule}`);
  for (const { remedy } of faults) expect(remedy).toMatch(/^[A-Z].*\.$/);
});

test('[M3] a code list of the same codes may stand there twice', () => {
  const same = codeList('sizes', 'local', [{ code: 's', label: 'Small' }]);

  expect(faultsOf(asked({ form: group({ size: coded(sizes), other: coded(same) }) }))).toEqual([]);
});

test('[M3] a series clashes only with a name that it could give', () => {
  expect(faultsOf({ ...all, sections: [...all.sections, section('job.notes.Brook')] })).toEqual([]);
});

test('[M2] all that is wrong is told at once, with what to do', () => {
  const declared = { ...plan({ title: '' }), name: 'x y' };

  expect(() => defineModel(declared)).toThrow(
    new ModelError('x y', [
      { path: 'name', rule: 'is no name.', remedy: 'Use small letters, digits and hyphens, 40 at most.' },
      { path: 'sections.job.plan.title', rule: 'says nothing.', remedy: 'Say it in plain words.' },
    ]),
  );
  expect(() => defineModel(declared)).toThrow('- sections.job.plan.title: says nothing. Say it in plain words.');
});

/** The same declarations, with every function one that throws; validators stay, since they are values. */
const unasked = <Value>(value: Value): Value => {
  if (typeof value === 'function')
    return (() => {
      throw new Error('It was asked.');
    }) as Value;
  if (typeof value !== 'object' || value === null || value instanceof RegExp || '~standard' in value) return value;
  if (Array.isArray(value)) return value.map(unasked) as Value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unasked(member)])) as Value;
};

test('[M2, M4] no function is asked while a model is defined, nor for advice', () => {
  const model = defineModel(unasked(all));

  expect(adviceOn(model).length).toBeGreaterThan(0);
});

test('[M5] a model is frozen', () => {
  expect(Object.isFrozen(homes)).toBe(true);
  expect(Object.isFrozen(homes.with({}))).toBe(true);
});

test('[M4] what is likely not meant is advice, and no fault', () => {
  const bare = defineSection({
    name: 'job.bare',
    version: 1,
    oldestWriter: 1,
    fields: { anything: register(z.unknown()), line: register(line()) },
  });
  const model = defineModel({
    ...asked({ overtakenBy: ['take-job', 'let-home', 'end'], by: 'the firm', undoneBy: [] }),
    kinds: [home, job, { ...job, name: 'garden' }],
    sections: [
      ...all.sections.filter((part) => part !== jobNotes),
      { ...jobNotes, pattern: /\d+/, always: 'running' },
      { ...jobPlan, title: 'Bare', schema: bare },
    ],
  });

  expect(
    adviceOn(model)
      .filter(({ path }) => !/^decisions\.(?!help)/.test(path))
      .map(({ path, rule }) => `${path} ${rule}`),
  ).toEqual([
    'kinds.job.conditions.own-firm is named by no cell.',
    'kinds.garden has no section: nothing can be written in such a record.',
    'kinds.garden is begun by no decision: only whoever runs the authority can.',
    ...['worker', 'helper', 'nobody'].map((seat) => `kinds.garden.seats.${seat} may read no section.`),
    ...['running', 'up-to-adding', 'own-firm', 'invited'].map(
      (each) => `kinds.garden.conditions.${each} is named by no cell.`,
    ),
    'sections.job.notes.*.example is left out, so that documentation cannot show its fields.',
    'sections.job.bare.anything does not say what it holds, so that the API and screens take it for any JSON.',
    'decisions.help.overtakenBy.take-job never is decided about a record that is there already.',
    'decisions.help.overtakenBy.let-home never is decided about a record that is there already.',
  ]);
  expect(adviceOn(homes).map(({ path }) => path)).toContain('decisions.let-home.by');
  expect(adviceOn(homes).map(({ path }) => path)).toContain('decisions.end.undoneBy');
  expect(adviceOn(repairs)).toEqual([]);
  expect(letHome.type).toBe('opening');
});

test('[M6] a section says no more of itself than it has to say', () => {
  const schema = defineSection({ name: 'home.keys', version: 1, oldestWriter: 1, fields: {} });
  const keys = sectionOf(home, schema, {
    title: 'Keys',
    about: 'Who has a key.',
    rights: { landlord: 'write', tenant: 'read', worker: 'none' },
  });
  const model = defineModel({ ...declaration, sections: [...declaration.sections, keys] });
  const view = openSection(schema, {
    doc: new Y.Doc(),
    now: () => 0,
    newId: () => 'r',
    authorOf: () => undefined,
  }).view();

  expect(keys).toMatchObject({ hasPresence: true });
  expect(listed(model, keys, view, 0)).toBeNull();
  expect(findingsIn(model, keys, view, { today: '2026-12-01' })).toEqual([]);
});
