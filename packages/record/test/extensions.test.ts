import {
  collection,
  compareSchemas,
  defineSection,
  extendSection,
  freeze,
  log,
  oldestWritersOf,
  openSection,
  position,
  progress,
  readFrozen,
  readSection,
  ref,
  register,
  schemaMarkdown,
  schemaSummary,
  type SectionSchema,
  setOf,
  shapeOf,
  text,
  versionsOf,
} from '@caseweave/record';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';

const base = {
  place: register(z.string()),
  jobs: collection({ what: register(z.string()), level: register(z.number()) }, { label: 'Job' }),
  visits: log({ occurredOn: register(z.iso.date()), text: register(z.string()) }),
};
const jobs = defineSection({ name: 'jobs', version: 1, oldestWriter: 1, fields: base });

/** What a town adds: a budget code, a cost and a note beside each job, and inspections of its own. */
const leeds = extendSection(jobs, {
  name: 'leeds',
  version: 2,
  oldestWriter: 1,
  fields: {
    budgetCode: register(z.string()),
    inspections: collection({ on: register(z.iso.date()), job: ref('jobs'), after: ref('leeds:inspections') }),
    calls: log({ occurredOn: register(z.iso.date()) }),
  },
  rows: { jobs: { cost: register(z.number(), { standing: 'highest' }), note: text() } },
  upgrades: {
    2: {
      fields: (view) => ({ 'leeds:budgetCode': view.place === null ? 'none' : `code ${view.place}` }),
      rows: { jobs: (job) => ({ 'leeds:cost': (job.level ?? 0) * 100 }) },
    },
  },
});

const open = <Schema extends SectionSchema>(schema: Schema, client: number, state?: Uint8Array) => {
  const doc = new Y.Doc();
  if (state !== undefined) Y.applyUpdate(doc, state);
  doc.clientID = client;
  let made = 0;
  const newId = () => `r${client}x${(made += 1)}`;
  return openSection(schema, { doc, now: () => 0, newId, authorOf: () => undefined });
};
const stateOf = ({ doc }: { readonly doc: Y.Doc }): Uint8Array => Y.encodeStateAsUpdate(doc);
const merge = (...all: readonly { readonly doc: Y.Doc }[]): void => {
  for (const from of all) for (const to of all) Y.applyUpdate(to.doc, stateOf(from));
};
const badSchema = (path: string): Error =>
  expect.objectContaining({ code: 'bad-schema', details: expect.objectContaining({ path }) as unknown }) as Error;

test('[R130] an extension adds fields to the section, its rows and its types, and both kinds of device keep all', () => {
  const theirs = open(leeds, 1);
  theirs.edit((draft) => {
    draft['leeds:budgetCode'] = 'EH-7';
    const job = draft.jobs.add({ what: 'Lamp', 'leeds:cost': 12, 'leeds:note': 'Red' });
    draft['leeds:inspections'].add({ on: '2026-01-02', job });
    draft['leeds:calls'].append({ occurredOn: '2026-01-03' });
  });
  const view = theirs.view();
  expectTypeOf(view['leeds:budgetCode']).toEqualTypeOf<string | null>();
  expectTypeOf(view.jobs[0]?.['leeds:cost']).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(view.jobs[0]?.what).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(view['leeds:inspections'][0]?.on).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(view).not.toHaveProperty('budgetCode');
  expect(view.jobs[0]).toMatchObject({ what: 'Lamp', 'leeds:cost': 12, 'leeds:note': 'Red' });
  expect(view['leeds:inspections'][0]).toMatchObject({ on: '2026-01-02', job: view.jobs[0]?.id });

  const ours = open(jobs, 2, stateOf(theirs));
  const id = ours.view().jobs[0]?.id ?? '';
  expect(ours.view().jobs[0]).toMatchObject({ id, what: 'Lamp', level: null });
  ours.edit((draft) => {
    draft.jobs.byId(id).what = 'Lamp, red';
  });
  merge(theirs, ours);
  expect(theirs.view()).toMatchObject({ 'leeds:budgetCode': 'EH-7', jobs: [{ what: 'Lamp, red', 'leeds:cost': 12 }] });
});

test('[R2] [R5] [R6] [R132] what an extension writes is stored under its name, and so is its version', () => {
  const section = open(leeds, 1);
  section.edit((draft) => {
    draft['leeds:budgetCode'] = 'EH-7';
    const id = draft.jobs.add({ 'leeds:cost': 12, 'leeds:note': 'Red' });
    draft['leeds:inspections'].add({ on: '2026-01-02' });
    expect(id).toBe('r1x1');
  });
  const fields = section.doc
    .getArray<readonly unknown[]>('claims')
    .toArray()
    .map(([entity, field]) => `${String(entity)} ${String(field)}`);

  expect(fields).toEqual([
    ' leeds:budgetCode',
    'r1x1 jobs',
    'r1x1 jobs.leeds:cost',
    'r1x2 leeds:inspections',
    'r1x2 leeds:inspections.on',
  ]);
  expect(section.doc.getText('jobs.leeds:note/r1x1').toJSON()).toBe('Red');
  expect([...section.doc.getMap('versions').keys()].toSorted()).toEqual(['leeds:w2', 'w1']);
  expect(section.provenance('r1x1', 'jobs.leeds:cost')).toMatchObject([{ value: 12 }]);
});

test('[R132] versions are those of the section and of each extension apart', () => {
  const both = extendSection(leeds, {
    name: 'york',
    version: 5,
    oldestWriter: 4,
    fields: { ward: register(z.string()) },
  });

  expect(versionsOf(jobs)).toEqual({ version: 1, extensions: {} });
  expect(versionsOf(both)).toEqual({ version: 1, extensions: { leeds: 2, york: 5 } });
  expect(oldestWritersOf(both)).toEqual({ version: 1, extensions: { leeds: 1, york: 4 } });
  expect(shapeOf(both)).toMatchObject({
    version: 1,
    oldestWriter: 1,
    extensions: { leeds: { version: 2, oldestWriter: 1 }, york: { version: 5, oldestWriter: 4 } },
    fields: {
      'leeds:budgetCode': { kind: 'register' },
      'jobs.leeds:cost': { kind: 'register' },
      'jobs.leeds:note': { kind: 'text' },
      'leeds:inspections': { kind: 'collection' },
      'leeds:inspections.on': { kind: 'register' },
      'leeds:calls.addenda': { kind: 'addendum' },
      'york:ward': { kind: 'register' },
    },
  });
});

describe('names', () => {
  const field = { cost: register(z.number()) };

  test('[R133] two extensions and a later version of the section may all call a field the same', () => {
    const later = defineSection({
      name: 'jobs',
      version: 2,
      oldestWriter: 1,
      fields: { ...base, jobs: collection({ ...base.jobs.fields, ...field }), leeds: register(z.string()) },
    });
    const one = extendSection(later, { name: 'leeds', version: 1, oldestWriter: 1, rows: { jobs: field } });
    const both = extendSection(one, { name: 'york', version: 1, oldestWriter: 1, rows: { jobs: field } });
    const section = open(both, 1);
    section.edit((draft) => {
      draft.leeds = 'a town';
      draft.jobs.add({ cost: 1, 'leeds:cost': 2, 'york:cost': 3 });
    });

    expect(section.view()).toMatchObject({ leeds: 'a town', jobs: [{ cost: 1, 'leeds:cost': 2, 'york:cost': 3 }] });
    const other = extendSection(jobs, { name: 'york', version: 1, oldestWriter: 1, rows: { jobs: field } });
    expect(open(other, 2, stateOf(section)).view().jobs[0]).toMatchObject({ 'york:cost': 3 });
  });

  test('[R133] an extension may extend what another one added', () => {
    const both = extendSection(leeds, {
      name: 'york',
      version: 1,
      oldestWriter: 1,
      rows: { 'leeds:inspections': { by: register(z.string()) } },
    });
    const section = open(both, 1);
    section.edit((draft) => void draft['leeds:inspections'].add({ on: '2026-01-02', 'york:by': 'Ada' }));

    expect(section.view()['leeds:inspections'][0]).toMatchObject({ on: '2026-01-02', 'york:by': 'Ada' });
    expect(Object.keys(shapeOf(both).fields)).toContain('leeds:inspections.york:by');
  });

  test('[R131] an extension whose name is none or is taken, and one of rows that are none, is refused', () => {
    const named = (name: string) => () => extendSection(leeds, { name, version: 1, oldestWriter: 1 });
    for (const name of ['', 'Leeds', 'leeds:york', 'le eds', 'x'.repeat(41)]) {
      expect(named(name)).toThrow(badSchema('name'));
    }
    expect(named('leeds')).toThrow(badSchema('leeds'));
    const numbered = (version: number, oldestWriter: number) => () =>
      extendSection(jobs, { name: 'leeds', version, oldestWriter });
    for (const wrong of [numbered(0, 0), numbered(1, 2), numbered(1.5, 1)]) {
      expect(wrong).toThrow(badSchema('leeds:oldestWriter'));
    }
    // @ts-expect-error: a log has no rows
    const noRows = () => extendSection(jobs, { name: 'x', version: 1, oldestWriter: 1, rows: { visits: field } });
    expect(noRows).toThrow(badSchema('visits'));
    const place = { place: position() };
    // @ts-expect-error: rows stand where the collection itself says
    const placed = () => extendSection(jobs, { name: 'x', version: 1, oldestWriter: 1, rows: { jobs: place } });
    expect(placed).toThrow(badSchema('jobs.x:place'));
    const fields = { 'leeds:cost': register(z.number()) };
    expect(() => defineSection({ name: 'x', version: 1, oldestWriter: 1, fields })).toThrow(badSchema('leeds:cost'));
  });

  test('[R124] [R131] an extension refers to rows by the names under which they are used', () => {
    // @ts-expect-error: its own rows are those of its name
    const fields: { of: never } = { of: ref('inspections') };
    const wrong = () => extendSection(jobs, { name: 'x', version: 1, oldestWriter: 1, fields });
    expect(wrong).toThrow(badSchema('x:of'));

    const other = defineSection({
      name: 'o',
      version: 1,
      oldestWriter: 1,
      fields: { of: ref(leeds, 'leeds:inspections') },
    });
    expect(schemaSummary(other).fields['of']).toMatchObject({ target: 'jobs/leeds:inspections' });
  });

  test('[R131] [R141] a name that every object has is a name like any other', () => {
    const named = { hasOwnProperty: register(z.string()) };
    const extended = extendSection(jobs, {
      name: 'leeds',
      version: 1,
      oldestWriter: 1,
      fields: named,
      rows: { jobs: named },
    });

    const found = compareSchemas(schemaSummary(jobs), schemaSummary(extended));
    expect(found.map(({ path }) => path)).toEqual(['jobs.leeds:hasOwnProperty', 'leeds:hasOwnProperty']);
  });
});

describe('upgrades', () => {
  test('[R134] an upgrade of an extension fills in its own fields, of what the whole section shows', () => {
    const old = open(jobs, 1);
    old.edit((draft) => {
      draft.place = 'north';
      draft.jobs.add({ what: 'Lamp', level: 4 });
    });
    const now = open(leeds, 2, stateOf(old));

    expect(now.view()).toMatchObject({ 'leeds:budgetCode': 'code north', jobs: [{ 'leeds:cost': 400 }] });
    expect(readSection(leeds, now.doc)).toEqual(now.view());
  });

  test('[R134] what the section shows by itself is the same with an extension and without', () => {
    const later = defineSection({
      name: 'jobs',
      version: 2,
      oldestWriter: 1,
      fields: { ...base, size: register(z.number()) },
      upgrades: { 2: { fields: (view) => ({ size: Object.keys(view).length }) } },
    });
    const extended = extendSection(later, {
      name: 'leeds',
      version: 2,
      oldestWriter: 1,
      fields: { own: register(z.string()), more: text() },
      // A caller without types may give anything.
      upgrades: { 2: { fields: () => ({ size: 99, place: 'far', 'leeds:own': 'x' }) as object } },
    });
    const section = open(extended, 1);
    section.edit((draft) => draft['leeds:more'].insert(0, 'x'));

    expect(section.view()).toMatchObject({ size: 2, place: null, 'leeds:own': 'x' });
    expect(readSection(later, section.doc)).toMatchObject({ size: 2, place: null });
  });

  test('[R134] [R153] an upgrade belongs to a version of its extension, whatever that of the section is', () => {
    const declare = (version: number, of: number) => () =>
      extendSection(jobs, { name: 'x', version, oldestWriter: 1, upgrades: { [of]: { fields: () => ({}) } } });

    expect(declare(3, 3)).not.toThrow();
    expect(declare(2, 3)).toThrow(badSchema('x:upgrades.3'));
  });
});

describe('releases', () => {
  const breaking = (released: SectionSchema, next: SectionSchema): readonly string[] =>
    compareSchemas(schemaSummary(released), schemaSummary(next))
      .filter((found) => found.breaking)
      .map(({ path }) => path);
  const extended = (version: number, oldestWriter: number, fields: SectionSchema['fields'], of: SectionSchema = jobs) =>
    extendSection(of, { name: 'leeds', version, oldestWriter, fields });
  const cost = { cost: register(z.number()) };

  test('[R135] what an extension adds is compared by its own version, and what the section adds by that one', () => {
    const more = { ...cost, ward: register(z.string()) };
    const later = defineSection({ name: 'jobs', version: 2, oldestWriter: 1, fields: { ...base, more: text() } });
    const same = defineSection({ name: 'jobs', version: 1, oldestWriter: 1, fields: { ...base, more: text() } });

    expect(breaking(jobs, extended(1, 1, cost))).toEqual([]);
    expect(breaking(extended(1, 1, cost), extended(2, 1, more))).toEqual([]);
    expect(breaking(extended(1, 1, cost), extended(1, 1, more))).toEqual(['leeds:ward']);
    expect(breaking(extended(1, 1, cost), extended(1, 1, cost, later))).toEqual([]);
    expect(breaking(extended(1, 1, cost), extended(2, 1, cost, same))).toEqual(['more']);
  });

  test('[R135] an extension that is gone, or whose versions fall, is said to break', () => {
    expect(breaking(extended(1, 1, cost), jobs)).toEqual(['leeds:', 'leeds:cost']);
    expect(breaking(extended(3, 2, cost), extended(2, 1, cost))).toEqual(['leeds:', 'leeds:']);
    expect(breaking(extended(2, 1, cost), extended(2, 1, { cost: setOf(z.number()) }))).toEqual(['leeds:cost']);
    const shut = compareSchemas(schemaSummary(extended(2, 1, cost)), schemaSummary(extended(2, 2, cost)));
    expect(shut).toEqual([{ path: 'leeds:', breaking: false, words: 'versions below 2 may only read from now on' }]);
  });

  test('[R135] [R140] an extended section prints with the versions of what extends it', () => {
    const printed = schemaMarkdown(leeds);

    expect(printed).toContain('Version 1. Devices from version 1 on may write');
    expect(printed).toContain('Extended by `leeds`, version 2');
    expect(printed).toContain('| `jobs.leeds:cost` | Cost | register |');
    expect(Object.keys(schemaSummary(jobs))).not.toContain('extensions');
  });

  test('[R135] [R160] a frozen version says by which extensions it was read', () => {
    const section = open(leeds, 1);
    section.edit((draft) => void (draft['leeds:budgetCode'] = 'EH-7'));
    const frozen = freeze(leeds, section.doc);

    expect(frozen).toMatchObject({ version: 1, extensions: { leeds: 2 } });
    expect(freeze(jobs, section.doc)).not.toHaveProperty('extensions');
    expect(readFrozen(leeds, frozen)).toMatchObject({ type: 'read', view: { 'leeds:budgetCode': 'EH-7' } });
    expect(readFrozen(leeds, { ...frozen, extensions: { leeds: 3 } })).toEqual({ type: 'altered' });
  });
});

test('[R41] [R130] people who contradict one another in a field of an extension are asked, and may take back', () => {
  const [asha, jo] = [open(leeds, 1), open(leeds, 2)];
  asha.edit((draft) => void draft.jobs.add({ what: 'Lamp' }));
  merge(asha, jo);
  const id = asha.view().jobs[0]?.id ?? '';
  asha.edit((draft) => void (draft.jobs.byId(id)['leeds:cost'] = 1));
  jo.edit((draft) => void (draft.jobs.byId(id)['leeds:cost'] = 2));
  merge(asha, jo);

  const [question] = asha.questions();
  expect(question).toMatchObject({ path: 'jobs.leeds:cost', field: 'leeds:cost', label: 'Cost', standing: 2 });
  expect(asha.settle(question?.id ?? '', 1).type).toBe('edited');
  expect(asha.view().jobs[0]?.['leeds:cost']).toBe(1);
});

test('[R130] states and sets of an extension mean what they mean anywhere', () => {
  const more = extendSection(jobs, {
    name: 'york',
    version: 1,
    oldestWriter: 1,
    rows: { jobs: { stage: progress(['new', ['done', 'dropped']]), tags: setOf(z.string()) } },
  });
  const section = open(more, 1);
  section.edit((draft) => void draft.jobs.add({ 'york:stage': 'done', 'york:tags': ['b', 'a'] }));

  expect(section.view().jobs[0]).toMatchObject({ 'york:stage': 'done', 'york:tags': ['a', 'b'] });
});
