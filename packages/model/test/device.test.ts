import {
  authorityInMemory,
  decisionPort,
  defineModel,
  judgeAhead,
  newCommand,
  nothingKnown,
  sectionPort,
  toldFacts,
  type AnyDecision,
  type MemoryAuthority,
  type Model,
} from '@caseweave/model';
import type { Json } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directory, id, one } from './directory.ts';
import { declaration, help, homes } from './models/homes.ts';
import { repairs } from './models/repairs.ts';

const people = ['asha', 'tim', 'tess', 'finn', 'ada'] as const;

/** What an authority tells somebody of a record. */
const tells = (
  model: Model,
  { states, known }: MemoryAuthority,
  reader: string,
  record: string,
  at: number,
): Json | null => {
  const state = states.get(record);
  return state === undefined ? null : toldFacts(model, one(reader).who, state, known, at);
};

const whoms = fc.constantFrom(...people);
const firms = fc.constantFrom('brook', 'ashdown', 'none');
const of = (record: number, more: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Json> =>
  fc.record({ record: fc.constant(id(record)), ...more });
const type = fc.constant;

/** Commands of a model about a few records, most of which stand to reason sooner or later. */
const commandsOf = {
  repairs: fc.oneof(
    of(1, { type: type('report'), tenant: whoms }),
    of(1, { type: type('give-to-firm'), firm: firms }),
    of(1, { type: type('close'), at: fc.integer({ min: 1, max: 60 }) }),
    of(1, { type: type('reopen') }),
  ),
  homes: fc.oneof(
    of(1, { type: type('let-home'), tenants: fc.array(whoms, { maxLength: 2 }) }),
    of(1, { type: type('shut-out'), who: whoms }),
    of(1, { type: type('order-job'), version: type(2), job: type(id(2)), firm: firms, speed: type('now') }),
    of(3, { type: type('take-job'), home: type(id(1)) }),
    of(2, { type: type('help'), who: whoms, until: fc.integer({ min: 1, max: 60 }) }),
    of(3, { type: type('help'), who: whoms, until: fc.integer({ min: 1, max: 60 }) }),
    of(2, { type: type('end'), at: fc.integer({ min: 1, max: 60 }) }),
  ),
};

test.each([
  ['repairs', repairs, commandsOf.repairs],
  ['homes', homes, commandsOf.homes],
] as const)('[M70, M72] %s: what is pending is what the server will tell', (_name, model, commands) => {
  let decidedOnes = 0;
  const authors = fc.oneof({ weight: 2, arbitrary: fc.constant('asha') }, whoms);
  const steps = fc.array(fc.record({ who: authors, json: commands }), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(steps, (history) => {
      const authority = authorityInMemory(model, directory);
      let at = 0;
      for (const { who, json } of history) {
        at += 1;
        const port = decisionPort(model, one(who), authority.known);
        const record = port.record(json);
        const before = tells(model, authority, who, record, at);
        const shown = before === null ? null : port.fold(before, json, { principal: who, at });
        const begun = port.records(json, before, { at });
        const decided = authority.decide(who, json, at);
        if (decided.type === 'refused') continue;
        decidedOnes += 1;
        const after = tells(model, authority, who, record, at);
        if (before !== null) expect(shown).toEqual(after);
        const begins = decided.states.filter((state) => before === null || state.record !== record);
        expect(begun.map((each) => each.facts)).toEqual(
          begins.map((each) => tells(model, authority, who, each.record, at)),
        );
      }
    }),
    { numRuns: 200 },
  );
  expect(decidedOnes).toBeGreaterThan(300);
});

const settled = () => {
  const authority = authorityInMemory(homes, directory);
  authority.decide('asha', { type: 'let-home', record: id(1), tenants: ['tim'] }, 1);
  authority.decide('tim', { type: 'order-job', version: 2, record: id(1), job: id(2), firm: 'brook', speed: 'now' }, 2);
  return authority;
};
const helping: Json = { type: 'help', record: id(2), who: 'tess', until: 50 };

test('[M71] what does not stand to reason, or is not known here, shows nothing', () => {
  const authority = settled();
  const port = decisionPort(homes, one('finn'), authority.known);
  const by = { principal: 'finn', at: 10 };
  const told = tells(homes, authority, 'finn', id(2), 10);

  expect(port.fold(told, helping, by)).toMatchObject({ helpers: [{ who: 'tess', until: 50 }] });
  expect(port.fold(told, { ...(helping as object), until: 5 }, by)).toBeNull();
  expect(port.fold(null, helping, by)).toBeNull();
  expect(port.fold({ strange: true }, helping, by)).toBeNull();
  expect(port.fold(told, { type: 'take-job', record: id(2), home: id(1) }, by)).toBeNull();
  expect(port.records(helping, told)).toEqual([]);
  expect(port.check(helping)).toBeNull();
  expect(port.check({ ...(helping as object), until: 'soon' })?.code).toBe('malformed');
  expect(() => port.words({ ...(helping as object), until: 'soon' })).toThrow(TypeError);
  expect(port.words(helping)).toBe('Tess Brandt helps');
});

test('[M71] code that throws shows nothing, and is reported', () => {
  const fails = (): never => {
    throw new Error('broken');
  };
  const broken = { ...help, check: fails, words: fails } as AnyDecision;
  const told: string[] = [];
  const model = defineModel({
    ...declaration,
    decisions: declaration.decisions.map((each): AnyDecision => (each.name === 'help' ? broken : each)),
  }).with({ report: (path) => void told.push(path) });
  const port = decisionPort(model, one('finn'), nothingKnown);

  expect(port.fold(tells(homes, settled(), 'finn', id(2), 10), helping, { principal: 'finn', at: 10 })).toBeNull();
  expect(port.words(helping)).toBe('Ask somebody to help');
  expect(told).toEqual(['decisions.help', 'decisions.help.words']);
});

const counted = () => {
  let n = 100;
  return () => id((n += 1));
};

test('[M72, M73] what a new command begins has its sections at once, where its author may write', () => {
  const { known, states } = settled();
  const make = (who: string, type: string, record: string, form: { readonly [name: string]: Json }): Json =>
    newCommand(homes, one(who), { type, record, form }, states.get(record), known, counted());

  const ordered = make('asha', 'order-job', id(1), { job: id(4), firm: 'brook', speed: 'now' });
  expect(ordered).toEqual({
    type: 'order-job',
    version: 2,
    record: id(1),
    job: id(4),
    firm: 'brook',
    speed: 'now',
    sections: [],
  });
  const taken = make('finn', 'take-job', id(5), { home: id(1) });
  expect(taken).toMatchObject({
    sections: [
      { record: id(5), name: 'job.plan', section: id(101) },
      { record: id(5), name: 'job.notes.brook', section: id(102) },
    ],
  });
  expect(decisionPort(homes, one('finn'), known).records(taken)).toEqual([
    {
      record: id(5),
      kind: 'job',
      facts: { home: id(1), firm: 'brook', endsAt: null, helpers: [] },
      sections: [
        { section: id(101), name: 'job.plan', acts: { read: true, append: true, write: true } },
        { section: id(102), name: 'job.notes.brook', acts: { read: true, append: true, write: true } },
      ],
    },
  ]);
  expect(make('finn', 'help', id(2), { who: 'tess' })).toEqual({ type: 'help', record: id(2), who: 'tess' });
});

test('[M75] sections are found by their names, with what lists show of them', () => {
  const view = { title: 'Tap', urgency: null, visitOn: null, story: '', steps: [] };

  expect(sectionPort(homes).schemas('job.notes.brook')?.name).toBe('job.notes.brook');
  expect(sectionPort(homes).schemas('job.garden')).toBeUndefined();
  expect(sectionPort(repairs).project('job.plan', view, 0)).toEqual({ title: 'Tap' });
  expect(sectionPort(repairs).project('job.notes', { notes: [] }, 0)).toBeNull();
  expect(sectionPort(repairs).project('job.garden', {}, 0)).toBeNull();
});

test('[M73] a form that is wrong is the mistake of the app, and what is not known here is no hindrance', () => {
  const make = (type: string, form: { readonly [name: string]: Json }): Json =>
    newCommand(homes, one('asha'), { type, record: id(1), form }, undefined, nothingKnown, counted());

  expect(() => make('let-home', { tenants: 'tim' })).toThrow('tenants: is not a list, each somebody who signs in');
  expect(() => make('paint', {})).toThrow(TypeError);
  expect(make('order-job', { job: id(4), firm: 'brook', speed: 'now' })).toMatchObject({ job: id(4) });
  expect(make('help', { who: 'tess' })).toMatchObject({ who: 'tess' });
});

test('[M74] ahead of the server a command is judged as there, by what the device was told', () => {
  const codes = new Map<string, number>();
  const authors = fc.oneof({ weight: 2, arbitrary: fc.constant('asha') }, whoms);
  const steps = fc.array(fc.record({ who: authors, json: commandsOf.repairs }), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(steps, (history) => {
      const authority = authorityInMemory(repairs, directory);
      for (const [at, { who, json }] of history.entries()) {
        const told = tells(repairs, authority, who, id(1), at);
        const known = authority.known;
        const ahead = judgeAhead(repairs, one(who), json, { told, known, at })?.code ?? null;
        const decided = authority.decide(who, json, at);
        const code = decided.type === 'refused' ? decided.refusal.code : null;
        // Where nothing was told, whether there is such a record is the server's to say.
        if (code === 'id-taken') continue;
        codes.set(code ?? 'taken', (codes.get(code ?? 'taken') ?? 0) + 1);
        expect(ahead).toBe(code);
      }
    }),
    { numRuns: 100 },
  );
  expect([...codes.keys()]).toEqual(
    expect.arrayContaining(['taken', 'not-allowed', 'already', 'closed', 'no-such-firm']),
  );
});

test('[M74] a refusal ahead says why, and where nothing was told, or code throws, nothing is allowed', () => {
  const authority = settled();
  const told = tells(homes, authority, 'finn', id(2), 10);
  const judged = { told, known: authority.known, at: 10 };

  expect(judgeAhead(homes, one('finn'), helping, judged)).toBeNull();
  expect(judgeAhead(homes, one('finn'), { ...(helping as object), until: 5 }, judged)?.words).toMatch(/\.$/);
  expect(judgeAhead(homes, one('finn'), helping, { ...judged, told: null })?.code).toBe('not-allowed');
  expect(judgeAhead(homes, one('finn'), helping, { ...judged, told: { strange: true } })?.code).toBe('not-allowed');
  expect(judgeAhead(homes, one('finn'), { type: 'help' }, judged)?.code).toBe('malformed');
});
