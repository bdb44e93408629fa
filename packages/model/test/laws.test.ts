import { checkModelLaws, ModelLawBroken, modelLaws, type ModelLaw } from '@caseweave/model/laws';
import { defineModel, type AnyDecision, type Kind, type Model, type Schema } from '@caseweave/model';
import { expect, test } from 'vitest';
import { directory } from './directory.ts';
import { declaration, end, help, home, homes, job, shutOut, takeJob, type JobFacts } from './models/homes.ts';
import { jobs } from './models/jobs.ts';
import { repairs } from './models/repairs.ts';

test.each([
  ['homes', homes],
  ['jobs', jobs],
  ['repairs', repairs],
] as const)('[M100] %s keeps every law, and every decision of it is taken', (_name, model: Model) => {
  const { laws, taken, runs } = checkModelLaws(model, { directory, runs: 60, seed: 20 });

  expect(laws).toEqual(Object.keys(modelLaws));
  expect(runs).toBe(60);
  expect(Object.entries(taken).filter(([, times]) => times === 0)).toEqual([]);
});

const changed = ({ kind, decision }: { readonly kind?: Kind; readonly decision?: AnyDecision }): Model =>
  defineModel({
    ...declaration,
    kinds: declaration.kinds.map((one): Kind => (one.name === kind?.name ? kind : one)),
    decisions: declaration.decisions.map((one): AnyDecision => (one.name === decision?.name ? decision : one)),
  });
// Typed each by its own kind, and only then of any.
const ofHome = (more: Partial<typeof home>): Model => changed({ kind: { ...home, ...more } });
const ofJob = (more: Partial<typeof job>): Model => changed({ kind: { ...job, ...more } });
const ending = (fold: typeof end.fold): Model => changed({ decision: { ...end, fold } });

const keptByFirm: typeof job.index = { ...job.index, keys: ({ facts }) => [`firm:${facts.firm}`, 'is:tess'] };
const keptByPeople: typeof home.index = {
  ...home.index,
  keys: ({ facts }) => [`is:${facts.landlord}`, ...facts.tenants.map((one) => `is:${one}`)],
};
const withoutEnds: typeof job.index = { ...job.index, moments: ({ helpers }) => helpers.map(({ until }) => until) };
const dated: typeof help.fold = (facts, form, by) => ({ ...help.fold(facts, form, by), endsAt: new Date(0) as never });
const undated = { ...job.facts, schema: anything<JobFacts>() };
let asked = 0;
const inTurns: typeof takeJob.fold = (form, by) => ({
  ...takeJob.fold(form, by),
  firm: (asked += 1) % 2 === 0 ? 'brook' : 'ashdown',
});
const toldWhole: typeof home.seen = { ...home.seen, facts: (_reader, { facts }) => facts };
const toldHowMany: typeof home.seen = {
  ...home.seen,
  facts: (_reader, { facts }) => ({ ...facts, shutOut: facts.shutOut.map(() => 'x') }),
};
const shownWithout: typeof job.seen = { ...job.seen, pending: ({ facts }) => ({ ...facts, helpers: [] }) };

/** A mistake for each law, and the law by which it is found. */
const planted: readonly (readonly [law: ModelLaw, what: string, model: Model])[] = [
  ['keys', 'a helper has no key', ofJob({ index: keptByFirm })],
  ['keys', 'whoever works there has none', ofHome({ index: keptByPeople })],
  ['moments', 'the end of a job is no moment', ofJob({ index: withoutEnds })],
  [
    'total',
    'a fold that throws where it stands to reason no more',
    ending((facts, form, by) => (facts.helpers.length > 1 ? fails() : end.fold(facts, form, by))),
  ],
  ['plain', 'facts with a date', changed({ kind: { ...job, facts: undated }, decision: { ...help, fold: dated } })],
  ['replay', 'a fold that is another each time', changed({ decision: { ...takeJob, fold: inTurns } })],
  ['unseen', 'who is shut out is told to all', ofHome({ seen: toldWhole })],
  [
    'unseen',
    'a decision is told with whom it shuts out',
    changed({ decision: { ...shutOut, told: (_telling: unknown, form: never) => form } }),
  ],
  ['silent', 'facts tell of a decision that is not told', ofHome({ seen: toldHowMany })],
  ['pending', 'a device shows other facts', ofJob({ seen: shownWithout })],
  [
    'faultless',
    'a bar that throws',
    ofHome({ barred: (_who, { facts }) => (facts.tenants.length > 1 ? fails() : false) }),
  ],
  [
    'faultless',
    'a fold that changes what it was handed',
    ending((facts, { at }) => Object.assign(facts, { endsAt: at })),
  ],
];

function anything<Value>(): Schema<Value> {
  return { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value: value as Value }) } };
}

function fails(): never {
  throw new Error('broken');
}

test.each(planted)('[M101] %s: %s is found, and told by the shortest history', (law, _what, model) => {
  const check = (): unknown => checkModelLaws(model, { directory, laws: [law], runs: 500, steps: 12, seed: 7 });

  expect(check).toThrow(ModelLawBroken);
  try {
    check();
  } catch (error) {
    if (!(error instanceof ModelLawBroken)) throw error;
    expect(error.breach.law).toBe(law);
    expect(error.steps.length).toBeLessThanOrEqual(6);
    expect(error.message).toContain(modelLaws[law]);
    expect(error.message).toMatch(/To replay it: \{ seed: 7, path: '[\d:]+' \}$/);
  }
});

test('[M102] a printed seed and path replay the failure', () => {
  const model = planted[0]?.[2] ?? homes;
  const broken = (options: object): string => {
    try {
      checkModelLaws(model, { directory, ...options });
      return '';
    } catch (error) {
      return error instanceof ModelLawBroken ? error.message : String(error);
    }
  };
  const first = broken({ seed: 11, runs: 300 });
  const path = /path: '([\d:]+)'/.exec(first)?.[1] ?? '';

  expect(first).not.toBe('');
  expect(broken({ seed: 11, path })).toBe(first);
});

test('[M102] what is not asked is not checked, and decisions that were never taken are told', () => {
  const nobody = { people: directory.people.slice(0, 1) };
  const { laws, taken } = checkModelLaws(repairs, { directory: nobody, laws: ['keys'], runs: 20, seed: 3 });

  expect(laws).toEqual(['keys']);
  expect(taken['give-to-firm']).toBe(0);
});
