import {
  collection,
  compareSchemas,
  defineSection,
  LIMITS,
  log,
  openSection,
  progress,
  readSection,
  register,
  richText,
  schemaMarkdown,
  schemaSummary,
  type SectionSchema,
  setOf,
} from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { plan } from './fixtures.ts';

const open = <Schema extends SectionSchema>(schema: Schema, client: number, state?: Uint8Array) => {
  const doc = new Y.Doc();
  if (state !== undefined) Y.applyUpdate(doc, state);
  doc.clientID = client;
  let made = 0;
  const newId = () => `r${client}x${(made += 1)}`;
  return openSection(schema, { doc, now: () => 0, newId, authorOf: () => undefined });
};

const base = {
  jobs: collection({ what: register(z.string()), level: register(z.number()) }, { label: 'Job' }),
  visits: log({ occurredOn: register(z.iso.date()), text: register(z.string()) }),
};
const merge = (...all: readonly { readonly doc: Y.Doc }[]): void => {
  for (const from of all) for (const to of all) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));
};

const first = defineSection({ name: 'jobs', version: 1, oldestWriter: 1, fields: base });
const second = defineSection({
  name: 'jobs',
  version: 2,
  oldestWriter: 1,
  fields: {
    ...base,
    place: register(z.string()),
    size: register(z.number()),
    jobs: collection({
      ...base.jobs.fields,
      urgent: register(z.boolean()),
      tags: setOf(z.string(), { exclusive: ['none'] }),
      stage: progress(['new', 'seen', ['done', 'dropped']]),
    }),
    visits: log({ ...base.visits.fields, kind: register(z.string().optional()) }),
  },
  upgrades: {
    2: {
      fields: (view) => ({ place: (view.size ?? 0) > 1 ? 'several' : 'one' }),
      rows: {
        jobs: (job) => ({ urgent: (job.level ?? 0) > 3, tags: ['b', 'none', 'a'], stage: 'seen' }),
        visits: (visit) => ({ kind: visit.text?.startsWith('Home') === true ? 'home' : 'other' }),
      },
    },
  },
});

test('[R150] fields that a version brings show what its upgrade makes of older work, and older versions go on writing', () => {
  const old = open(first, 1);
  old.edit((draft) => {
    draft.jobs.add({ what: 'Lamp', level: 4 });
    draft.visits.append({ occurredOn: '2026-01-02', text: 'Home visit' });
  });
  const now = open(second, 2, Y.encodeStateAsUpdate(old.doc));

  expect(now.view().jobs[0]).toMatchObject({ what: 'Lamp', urgent: true, tags: ['a', 'b'], stage: 'seen' });
  expect(now.view().visits[0]).toMatchObject({ kind: 'home' });
  expect(now.view().place).toBe('one');

  const id = now.view().jobs[0]?.id ?? '';
  now.edit((draft) => {
    draft.jobs.byId(id).urgent = false;
  });
  expect(now.view().jobs[0]).toMatchObject({ urgent: false, tags: ['a', 'b'] });

  old.edit((draft) => void draft.jobs.add({ what: 'Chair', level: 5 }));
  merge(now, old);
  expect(now.view().jobs.map(({ what, urgent }) => [what, urgent])).toEqual([
    ['Lamp', false],
    ['Chair', true],
  ]);
  now.edit((draft) => {
    draft.size = 2;
  });
  expect(now.view().place).toBe('several');
  expect(readSection(second, now.doc)).toEqual(now.view());
});

test('[R150] what was cleared was written: no upgrade fills it in', () => {
  const now = open(second, 1);
  now.edit((draft) => void draft.jobs.add({ what: 'Lamp', level: 4, urgent: null }));

  expect(now.view().jobs[0]?.urgent).toBeNull();
});

test('[R151] an upgrade writes nothing, and what did not change stays the same object', () => {
  const old = open(first, 1);
  old.edit((draft) => void draft.jobs.add({ what: 'Lamp', level: 4 }));
  const now = open(second, 2, Y.encodeStateAsUpdate(old.doc));
  const before = Y.encodeStateAsUpdate(now.doc);
  const tags = now.view().jobs[0]?.tags;

  expect(Y.encodeStateAsUpdate(now.doc)).toEqual(before);
  const id = now.view().jobs[0]?.id ?? '';
  now.edit((draft) => {
    draft.jobs.byId(id).what = 'Lamp, red';
  });
  expect(now.view().jobs[0]?.tags).toBe(tags);
});

test('[R152] an upgrade that throws, or gives what its field does not allow, shows nothing there', () => {
  const odd = defineSection({
    name: 'jobs',
    version: 3,
    oldestWriter: 1,
    fields: { ...base, place: register(z.string().min(3)), size: register(z.number()) },
    upgrades: {
      2: { fields: () => ({ place: 'x', size: 3 }) },
      3: {
        fields: (view) => {
          throw new Error(String(view.size));
        },
      },
    },
  });
  const section = open(odd, 1);

  expect(section.view()).toMatchObject({ place: null, size: 3 });
});

test.each<readonly [name: string, gives: () => unknown]>([
  ['nothing', () => undefined],
  ['null', () => null],
  ['a text', () => 'place'],
  ['a promise', async () => Promise.resolve({ place: 'far' })],
  [
    'what throws when it is read',
    () => ({
      get place() {
        throw new Error('not here');
      },
    }),
  ],
  [
    'what throws when it is looked at',
    () =>
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error('not here');
          },
        },
      ),
  ],
  ['a date', () => ({ place: new Date(0) })],
  ['a text that is too long', () => ({ place: 'x'.repeat(LIMITS.valueUnits + 1) })],
  ['a field that is none', () => ({ nowhere: 'x', jobs: [] })],
])('[R152] an upgrade that gives %s keeps nobody from reading', (_, gives) => {
  const fields = { ...base, place: register(z.string()) };
  const upgrades = { 2: { fields: gives as () => object } };
  const odd = defineSection({ name: 'jobs', version: 2, oldestWriter: 1, fields, upgrades });

  expect(open(odd, 1).view()).toEqual({ place: null, jobs: [], visits: [] });
});

test.each<readonly [name: string, path: string, upgrade: unknown]>([
  ['nothing', 'upgrades.2', null],
  ['no function', 'upgrades.2', { fields: { place: 'far' } }],
  ['rows without a function', 'upgrades.2', { rows: { jobs: { urgent: true } } }],
  ['rows that are none', 'upgrades.2', { rows: 7 }],
  ['rows of another name', 'upgrades.2.rows.visitors', { rows: { visitors: () => ({}) } }],
  ['a field as if it were rows', 'upgrades.2.rows.place', { rows: { place: () => ({}) } }],
])('[R153] an upgrade that is %s is refused when it is declared', (_, path, upgrade) => {
  const fields = { ...base, place: register(z.string()) };
  const upgrades = { 2: upgrade as object };
  const declare = () => defineSection({ name: 'jobs', version: 2, oldestWriter: 1, fields, upgrades });

  expect(declare).toThrow(
    expect.objectContaining({ code: 'bad-schema', details: expect.objectContaining({ path }) as unknown }),
  );
});

test('[R153] an upgrade of a version that there is not is refused', () => {
  const declare = () =>
    defineSection({ name: 'jobs', version: 1, oldestWriter: 1, fields: base, upgrades: { 2: { fields: () => ({}) } } });

  expect(declare).toThrow(expect.objectContaining({ code: 'bad-schema' }) as Error);
});

test('[R140] a schema prints as documentation that says of each field what merging means', () => {
  const printed = schemaMarkdown(plan);

  expect(printed).toContain('## plan');
  expect(printed).toContain('| `needs.level` | Level of need | register | all different values are kept');
  expect(printed).toContain('the highest stands meanwhile');
  expect(printed).toContain('21 gives way to any other');
  expect(printed).toContain('done or not_done or no_longer_needed');
});

test('[R140] what is in an entry is printed as written once', () => {
  const printed = schemaMarkdown(first);

  expect(printed).toContain('| `visits.text` | Text | register | written once, with its entry |');
  expect(printed).toMatch(/`jobs\.what`.*all different values are kept/);
});

const changed = (fields: SectionSchema['fields'], version = 2, oldestWriter = 1) =>
  schemaSummary(defineSection({ name: 'jobs', version, oldestWriter, fields }));
const breaking = (next: ReturnType<typeof changed>, released = schemaSummary(first)) =>
  compareSchemas(released, next)
    .filter((found) => found.breaking)
    .map(({ path }) => path);

test('[R141] adding fields with a new version is compatible', () => {
  expect(breaking(schemaSummary(second))).toEqual([]);
  expect(compareSchemas(schemaSummary(first), schemaSummary(second)).map(({ path }) => path)).toContain('jobs.urgent');
});

test('[R141] what would lose work, or show different things on two versions, is said to break', () => {
  const { jobs, visits } = base;
  const moved = progress(['seen', 'new', ['done', 'dropped']]);
  const staged = (stage: ReturnType<typeof progress>) => ({ stage });
  expect(breaking(changed({ jobs }))).toEqual(['visits', 'visits.occurredOn', 'visits.text']);
  expect(breaking(changed({ jobs, visits, more: register(z.string()) }, 1))).toEqual(['more']);
  expect(
    breaking(changed({ jobs: collection({ what: setOf(z.string()), level: jobs.fields.level }), visits })),
  ).toEqual(['jobs.what']);
  expect(
    breaking(
      changed({ jobs: collection({ ...jobs.fields, level: register(z.number(), { standing: 'highest' }) }), visits }),
    ),
  ).toEqual(['jobs.level']);
  const steps = changed(staged(progress(['new', 'seen', ['done', 'dropped']])), 1);
  expect(breaking(changed(staged(moved)), steps)).toEqual(['stage']);
  expect(breaking(changed(staged(progress(['new', ['done', 'dropped']]))), steps)).toEqual(['stage']);
  expect(breaking(changed(staged(progress(['new', 'seen', 'waiting', ['done', 'dropped']]))), steps)).toEqual([]);
  const bold = changed({ story: richText({ formats: ['bold'] }) }, 1);
  expect(breaking(changed({ story: richText({ formats: [] }) }), bold)).toEqual(['story']);
  const shut = changed(base, 2, 2);
  expect(breaking(changed(base, 3, 1), shut)).toEqual(['']);
  expect(breaking(changed(base, 1, 1), shut)).toEqual(['', '']);
});
