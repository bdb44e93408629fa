import {
  cellCondition,
  cellLevel,
  defineModel,
  higher,
  holds,
  kind,
  levels,
  lower,
  nothingKnown,
  readRights,
  sectionOf,
  type Acts,
  type Level,
  type RecordState,
} from '@caseweave/model';
import { defineSection } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { homes, type HomeFacts, type JobFacts } from './models/homes.ts';
import { one } from './directory.ts';

const homeState = (facts: Partial<HomeFacts>, linkedFrom: readonly RecordState[] = []): RecordState => ({
  record: 'h',
  kind: 'home',
  facts: { landlord: 'asha', tenants: ['tim'], shutOut: [], ...facts },
  linkedFrom,
});
const jobState = (facts: Partial<JobFacts>): RecordState => ({
  record: 'j',
  kind: 'job',
  facts: { home: 'h', firm: 'brook', endsAt: null, helpers: [], ...facts },
  linkedFrom: [],
});
const levelOf = ({ read, append, write }: Acts): Level =>
  write ? 'write' : append ? 'append' : read ? 'read' : 'none';
const level = (who: string, section: string, state: RecordState, at = 0, model = homes): Level =>
  levelOf(model.acts(one(who).who, section, state, at));

/** A model of one kind whose functions are given. */
const small = (asked: {
  readonly barred?: () => boolean;
  readonly holds?: () => boolean;
  readonly allows?: () => boolean | Level;
}) => {
  const plain = z.object({ id: z.string() });
  const box = kind('box', {
    title: 'Box',
    about: 'A box.',
    who: plain,
    facts: { schema: z.object({}), version: 1 },
    seats: {
      owner: { says: 'owns it', holds: asked.holds ?? (() => true) },
      looker: { says: 'looks at it', holds: () => true },
    },
    conditions: { fair: { says: 'it is fair', allows: asked.allows ?? (() => true) } },
    barred: asked.barred ?? (() => false),
    index: { keys: () => ['is:all'], moments: () => [], links: () => [], people: () => [] },
    seen: { facts: () => ({}), who: () => true, decided: () => ({}), pending: () => ({}) },
  });
  const schema = defineSection({ name: 'box.lid', version: 1, oldestWriter: 1, fields: {} });
  const lid = sectionOf(box, schema, {
    title: 'Lid',
    about: 'What is on the lid.',
    rights: { owner: { level: 'write', when: 'fair' }, looker: 'read' },
    list: null,
    findings: () => [],
    hasPresence: false,
  });
  const model = defineModel({
    name: 'boxes',
    version: 1,
    title: 'Boxes',
    who: { schema: plain, keys: () => ['is:all'], organisation: null },
    units: {},
    kinds: [box],
    sections: [lid],
    decisions: [],
  });
  const told: string[] = [];
  const state: RecordState = { record: 'b', kind: 'box', facts: {}, linkedFrom: [] };
  const watched = model.with({ report: (path) => void told.push(path) });
  const now = levelOf(watched.acts({ id: 'x' }, 'box.lid', state, 0));
  return { now, seats: [...watched.seats({ id: 'x' }, state, 0)], told };
};

test('[M20] what nothing allows is not allowed', () => {
  expect(level('finn', 'home.place', homeState({}))).toBe('none');
  expect(level('asha', 'job.plan', homeState({}))).toBe('none');
  expect(level('asha', 'home.garden', homeState({}))).toBe('none');
  expect(level('asha', 'home.place', { ...homeState({}), kind: 'garden' })).toBe('none');
  expect([...homes.seats(one('asha').who, { ...homeState({}), kind: 'garden' }, 0)]).toEqual([]);
  expect(homes.may(one('asha').who, 'read', '__proto__', homeState({}), 0)).toBe(false);
});

test('[M21] of several seats the highest cell counts', () => {
  const state = homeState({ landlord: 'tim' });

  expect([...homes.seats(one('tim').who, state, 0)]).toEqual(['landlord', 'tenant']);
  expect(level('tim', 'home.place', state)).toBe('write');
  expect(level('tim', 'home.place', homeState({}))).toBe('append');
});

test('[M21] a condition caps its cell, by a level too, and always caps every cell', () => {
  const ended = jobState({ endsAt: 10 });
  const helped = jobState({ helpers: [{ who: 'tim', until: 10 }] });

  expect([level('finn', 'job.plan', ended, 9), level('finn', 'job.plan', ended, 10)]).toEqual(['write', 'none']);
  expect([level('tim', 'job.plan', helped, 9), level('tim', 'job.plan', helped, 10)]).toEqual(['append', 'none']);
  expect(level('ada', 'job.plan', jobState({ helpers: [{ who: 'ada', until: 10 }] }), 9)).toBe('write');
  expect([level('finn', 'job.notes.brook', ended), level('finn', 'job.notes.ashdown', ended)]).toEqual([
    'write',
    'none',
  ]);
  expect(level('tim', 'job.notes.brook', helped)).toBe('none');
});

test('[M21] a level holds those below it', () => {
  const byRank = fc.constantFrom(...levels);
  fc.assert(
    fc.property(byRank, byRank, (a, b) => {
      expect(higher(a, b) === b || lower(a, b) === b).toBe(true);
      expect([higher(a, b), lower(a, b)].toSorted()).toEqual([a, b].toSorted());
      if (b !== 'none') expect(holds(a, b)).toBe(higher(a, b) === a);
    }),
  );
});

test('[M22] a record that is closed to somebody is so whatever else they are', () => {
  const state = homeState({ shutOut: ['asha', 'tim'] });

  expect(homes.isBarred(one('asha').who, state)).toBe(true);
  expect(level('asha', 'home.place', state)).toBe('none');
  expect([...homes.seats(one('asha').who, state, 0)]).toEqual([]);
  expect(homes.isBarred(one('finn').who, state)).toBe(false);
});

const fails = (): never => {
  throw new Error('broken');
};

test('[M23] what throws allows nothing and is told, and the others count on', () => {
  expect(small({})).toEqual({ now: 'write', seats: ['owner', 'looker'], told: [] });
  expect(small({ holds: fails })).toEqual({
    now: 'read',
    seats: ['looker'],
    told: ['rights.box.lid.owner', 'kinds.box.seats.owner'],
  });
  expect(small({ allows: fails })).toEqual({
    now: 'read',
    seats: ['owner', 'looker'],
    told: ['rights.box.lid where it is fair'],
  });
  expect(small({ barred: fails })).toEqual({ now: 'none', seats: [], told: ['kinds.box.barred', 'kinds.box.barred'] });
  expect(small({ allows: () => 'all' as Level }).now).toBe('read');
});

test('[M24] a condition seats somebody for the cells that name it, and for no others', () => {
  const state = jobState({});

  expect(level('tess', 'job.plan', state)).toBe('read');
  expect(level('tim', 'job.plan', state)).toBe('none');
  expect([...homes.seats(one('tess').who, state, 0)]).toEqual([]);
  expect(level('tess', 'job.notes.brook', state)).toBe('none');
});

test('[M25] a series has a section for each parameter that is wholly of its pattern', () => {
  const names = (firm: string): readonly string[] => homes.sectionNames(jobState({ firm }), nothingKnown);

  expect(names('brook')).toEqual(['job.plan', 'job.notes.brook']);
  expect(names('Brook')).toEqual(['job.plan']);
  expect(names('brook.x')).toEqual(['job.plan']);
  expect(homes.section('job.notes.brook')).toMatchObject({ row: 'job.notes.*', parameter: 'brook' });
  expect(homes.section('job.notes.brook')?.schema).toBe(homes.section('job.notes.brook')?.schema);
  expect(['job.notes.', 'job.notes.a b', 'job.notes.a\n', 'job.notes'].map((name) => homes.section(name))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('[M26] a table narrows, and leaves the rest as it is', () => {
  const read = readRights(homes, { 'home.place': { tenant: 'read' }, 'job.plan': { worker: 'none' } });
  if (read.type === 'refused') throw new Error('It was refused.');
  const narrow = homes.with({ rights: read.rights });

  expect(level('tim', 'home.place', homeState({}), 0, narrow)).toBe('read');
  expect(level('asha', 'home.place', homeState({}), 0, narrow)).toBe('write');
  expect(level('finn', 'job.plan', jobState({}), 0, narrow)).toBe('none');
  expect(level('tim', 'home.place', homeState({}))).toBe('append');
});

test('[M26] a wider cell is refused, and all that is wrong is told at once', () => {
  const wrong = readRights(homes, {
    'home.place': { tenant: 'write', cat: 'read', landlord: { level: 'read', when: 'raining' } },
    'home.garden': { tenant: 'read' },
    'job.plan': { worker: 'read', helper: { level: 'write', when: 'running' } },
  });

  expect(wrong.type === 'refused' && wrong.faults.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    'home.place.tenant is wider than append.',
    'home.place.cat is no seat of its kind.',
    'home.place.landlord names a condition that its kind has not.',
    'home.garden is no section of this model.',
    'job.plan.worker is wider than write when running.',
    'job.plan.helper is wider than write when up-to-adding.',
  ]);
  expect(readRights(homes, { 'home.place': { tenant: 'all' } })).toMatchObject({
    type: 'refused',
    faults: [{ path: 'home.place.tenant' }],
  });
  for (const json of [null, [], 'x', 7, { 'home.place': null }]) expect(readRights(homes, json).type).toBe('refused');
  expect(readRights(homes, JSON.parse('{"__proto__":{"tenant":"write"}}'))).toEqual({
    type: 'rights',
    rights: homes.rights,
  });
});

test('[M26] a condition that seats people is wider than none', () => {
  const wrong = readRights(homes, { 'job.notes.*': { helper: { level: 'read', when: 'invited' } } });

  expect(wrong).toMatchObject({ type: 'refused', faults: [{ path: 'job.notes.*.helper' }] });
  expect(readRights(homes, { 'job.plan': { nobody: { level: 'read', when: 'invited' } } }).type).toBe('rights');
});

test('[M26] a table that nobody read allows nothing on a condition that there is none of', () => {
  const table = {
    ...homes.rights,
    'home.place': { landlord: { level: 'write', when: 'raining' }, tenant: 'read' },
  } as const;

  expect(level('asha', 'home.place', homeState({}), 0, homes.with({ rights: table }))).toBe('none');
  expect(level('tim', 'home.place', homeState({}), 0, homes.with({ rights: table }))).toBe('read');
});

test('[M26] whatever table is taken, nobody may do more than before', () => {
  const cells = fc.oneof(
    fc.constantFrom(...levels),
    fc.record({ level: fc.constantFrom(...levels), when: fc.constantFrom('running', 'own-firm', 'up-to-adding') }),
  );
  const seats = fc.constantFrom('landlord', 'tenant', 'worker', 'helper', 'nobody');
  const tables = fc.dictionary(
    fc.constantFrom('home.place', 'job.plan', 'job.notes.*'),
    fc.dictionary(seats, cells, { maxKeys: 1 }),
    { maxKeys: 2 },
  );
  const states = [homeState({}), homeState({}, [jobState({})]), jobState({ helpers: [{ who: 'tim', until: 10 }] })];
  let taken = 0;
  fc.assert(
    fc.property(tables, (table) => {
      const read = readRights(homes, table);
      if (read.type === 'refused') return;
      taken += 1;
      const narrow = homes.with({ rights: read.rights });
      for (const state of states)
        for (const section of ['home.place', 'job.plan', 'job.notes.brook'])
          for (const who of ['asha', 'tim', 'tess', 'finn', 'ada']) {
            const [before, after] = [level(who, section, state, 5), level(who, section, state, 5, narrow)];
            expect(lower(before, after)).toBe(after);
          }
    }),
    { numRuns: 300 },
  );
  expect(taken).toBeGreaterThan(50);
});

test('[M27] may and acts are one rule, and one setting leaves another as it is', () => {
  const told: string[] = [];
  const watched = homes.with({ report: (path) => void told.push(path) });
  const broken: RecordState = { ...homeState({}), facts: null };
  for (const act of ['read', 'append', 'write'] as const)
    for (const who of ['asha', 'tim', 'tess', 'finn'])
      expect(homes.may(one(who).who, act, 'home.place', homeState({}), 0)).toBe(
        homes.acts(one(who).who, 'home.place', homeState({}), 0)[act],
      );

  expect(level('asha', 'home.place', broken)).toBe('none');
  expect(told).toEqual([]);
  expect(level('asha', 'home.place', broken, 0, watched)).toBe('none');
  expect(told).toEqual(['kinds.home.barred']);
});

test('[M21] a cell says its level and its condition', () => {
  expect([cellLevel('read'), cellCondition('read')]).toEqual(['read', undefined]);
  expect([cellLevel({ level: 'write', when: 'open' }), cellCondition({ level: 'write', when: 'open' })]).toEqual([
    'write',
    'open',
  ]);
});
