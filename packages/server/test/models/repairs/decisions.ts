import {
  coded,
  codeList,
  decision,
  group,
  line,
  listOf,
  moment,
  opening,
  optional,
  recordOf,
  truth,
  unit,
  who,
} from '@caseweave/model';
import { endedAt, isNow, type JobFacts, plainHome } from './facts.ts';
import { home, job } from './kinds.ts';

const levels = codeList('level', 'local', [
  { code: 'read', label: 'Read' },
  { code: 'append', label: 'Add to' },
  { code: 'write', label: 'Write' },
]);
const nobody = { 'no-such-person': 'There is nobody of that name. Look them up.' };
const quiet = { overtakenBy: [], stands: () => null };

/** Begins a job, at homes that are known or begin with it. */
const report = opening(job, 'report', {
  title: 'Report a job',
  version: 1,
  form: group({
    officer: optional(who({ label: 'Officer' })),
    homes: listOf(group({ home: recordOf('home'), isNew: truth() }), { most: 10 }),
  }),
  refusals: nobody,
  others: ({ homes }) => homes.flatMap(({ home: id, isNew }) => (isNew ? [] : [id])),
  begins: ({ homes }) =>
    homes.flatMap(({ home: id, isNew }) => (isNew ? [{ record: id, kind: 'home', facts: { ...plainHome } }] : [])),
  may: ({ who: author, others }) => author.home === undefined && others.every(({ seats }) => seats.has('officer')),
  check: ({ officer }, _by, known) =>
    officer !== undefined && officer !== null && known.who(officer) === null ? 'no-such-person' : null,
  fold: ({ officer, homes }, { who: by, at }) => ({
    officer: officer ?? by,
    district: null,
    workers: by === null ? [] : [{ who: by, from: at, to: null }],
    named: [],
    barred: [],
    homes: homes.map(({ home: id }) => id),
  }),
  words: () => 'A job is reported',
  told: (_telling, { officer }) => ({ officer: officer ?? null, homes: [] }),
});

const workerOf = (facts: JobFacts, id: string, at: number) =>
  facts.workers.find((one) => one.who === id && isNow(one, at));

/** Puts somebody to work at a job, for a time or for good. */
const join = decision(job, 'join', {
  title: 'Put somebody to work',
  version: 1,
  form: group({ who: who({ label: 'Who' }), until: optional(moment({ label: 'Until' })) }),
  refusals: { already: 'They work there already.', past: 'This end has passed. Choose a later one.', ...nobody },
  may: ({ seats }) => seats.has('officer') || seats.has('supervisor'),
  check(facts, { who: id, until }, { at }, known) {
    if (typeof until === 'number' && until <= at) return 'past';
    if (workerOf(facts, id, at) !== undefined) return 'already';
    const one = known.who(id);
    return one === null || facts.barred.includes(id) ? 'no-such-person' : null;
  },
  fold: (facts, { who: id, until }, { at }) => ({
    ...facts,
    workers: [...facts.workers, { who: id, from: at, to: until ?? null }],
  }),
  overtakenBy: ['leave'],
  words: ({ who: id }, names) => `${names.who(id) ?? 'Somebody'} works at the job`,
  stands: (facts, { who: id }, names, at) =>
    workerOf(facts, id, at) === undefined ? null : `${names.who(id) ?? 'Somebody'} works at the job.`,
  told: ({ known }, { who: id, until }) => (known.who(id) === null ? null : { who: id, until: until ?? null }),
});

/** Ends somebody's work at a job. */
const leave = decision(job, 'leave', {
  title: 'End the work of somebody',
  version: 1,
  form: group({ who: who({ label: 'Who' }) }),
  refusals: { already: 'They do not work there.' },
  may: ({ seats, who: author }, { who: id }) => seats.has('officer') || seats.has('supervisor') || author.id === id,
  check: (facts, { who: id }, { at }) => (workerOf(facts, id, at) === undefined ? 'already' : null),
  fold: (facts, { who: id }, { at }) => ({
    ...facts,
    workers: facts.workers.map((one) => (one.who === id ? endedAt(one, at) : one)),
  }),
  overtakenBy: [],
  words: ({ who: id }, names) => `${names.who(id) ?? 'Somebody'} works at the job no longer`,
  stands: () => null,
  told: (_telling, form) => form,
});

/** Says who answers for a job. */
const appoint = decision(job, 'appoint', {
  ...quiet,
  title: 'Appoint the officer',
  byAuthority: true,
  version: 1,
  form: group({ who: optional(who({ label: 'Who' })) }),
  refusals: {},
  may: () => false,
  check: () => null,
  fold: (facts, { who: id }) => ({ ...facts, officer: id ?? null }),
  words: () => 'Somebody else answers for the job',
  told: () => null,
});

/** Gives a job to a district. */
const allocate = decision(job, 'allocate', {
  title: 'Allocate to a district',
  version: 1,
  form: group({ district: unit('district', { label: 'District' }) }),
  refusals: { already: 'It is there already.', 'no-such-district': 'There is no such district. Choose another.' },
  may: ({ seats, state: { facts } }) => seats.has('supervisor') || (seats.has('officer') && facts.district === null),
  check(facts, { district }, _by, known) {
    if (facts.district === district) return 'already';
    return known.unit('district', district) === null ? 'no-such-district' : null;
  },
  fold: (facts, { district }) => ({ ...facts, district }),
  overtakenBy: ['allocate'],
  words: ({ district }, names) => `The job is given to ${names.unit('district', district) ?? 'a district'}`,
  stands: ({ district }, _form, names) =>
    district === null ? null : `The job is with ${names.unit('district', district) ?? 'a district'}.`,
  told: (_telling, form) => form,
});

/** Opens a section to somebody by name. */
const name = decision(job, 'name', {
  ...quiet,
  title: 'Open a section to somebody',
  byAuthority: true,
  version: 1,
  form: group({
    who: who({ label: 'Who' }),
    section: line({ label: 'Section' }),
    level: coded(levels, { label: 'How much' }),
    until: optional(moment({ label: 'Until' })),
  }),
  refusals: nobody,
  may: () => false,
  check: (_facts, { who: id }, _by, known) => (known.who(id) === null ? 'no-such-person' : null),
  fold: (facts, { who: id, section, level, until }, { at }) => ({
    ...facts,
    named: [
      ...facts.named.filter((one) => one.who !== id || one.section !== section),
      { who: id, section, level, from: at, to: until ?? null },
    ],
  }),
  words: () => 'A section is opened to somebody',
  told: () => null,
});

/** Closes a job to somebody. */
const bar = decision(job, 'bar', {
  ...quiet,
  title: 'Close the job to somebody',
  byAuthority: true,
  version: 1,
  form: group({ who: who({ label: 'Who' }) }),
  refusals: {},
  may: () => false,
  check: () => null,
  fold: (facts, { who: id }) => ({ ...facts, barred: [...facts.barred, id] }),
  words: () => 'The job is closed to somebody',
  told: () => null,
});

/** Closes a home to somebody. */
const barFromHome = decision(home, 'bar-from-home', {
  ...quiet,
  title: 'Close the home to somebody',
  byAuthority: true,
  version: 1,
  form: group({ who: who({ label: 'Who' }) }),
  refusals: {},
  may: () => false,
  check: () => null,
  fold: (facts, { who: id }) => ({ ...facts, barred: [...facts.barred, id] }),
  words: () => 'The home is closed to somebody',
  told: () => null,
});

/** Says that a home is guarded, so that contractors do not learn where the key is. */
const guard = decision(home, 'guard', {
  ...quiet,
  title: 'Guard the home',
  version: 1,
  form: group({ isGuarded: truth({ label: 'Guarded' }) }),
  refusals: {},
  may: ({ seats }) => seats.has('officer'),
  check: () => null,
  fold: (facts, { isGuarded }) => ({ ...facts, isGuarded }),
  words: ({ isGuarded }) => (isGuarded ? 'The home is guarded' : 'The home is guarded no longer'),
  told: (_telling, form) => form,
});

export const decisions = [report, join, leave, appoint, allocate, name, bar, barFromHome, guard];
