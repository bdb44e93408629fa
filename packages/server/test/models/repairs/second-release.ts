import {
  decision,
  defineModel,
  group,
  kind,
  type ModelDeclaration,
  opening,
  passage,
  recordOf,
  sectionOf,
  truth,
} from '@caseweave/model';
import { defineSection, log, register, text } from '@caseweave/record';
import { z } from 'zod';
import { decisions } from './decisions.ts';
import { type JobFacts, staff, type Staff } from './facts.ts';
import { job } from './kinds.ts';
import { declaration } from './repairs.ts';
import { plan, sections } from './sections.ts';

/** What is decided about a job from the second release on. */
export interface PausedJob extends JobFacts {
  readonly isPaused: boolean;
}

const pausedJob = z.looseObject({ isPaused: z.boolean() }) as unknown as z.ZodType<PausedJob>;

/** Facts of jobs say whether they are paused. */
const secondJob = kind('job', {
  ...job,
  facts: {
    schema: pausedJob,
    version: 2,
    upgrade: { 1: (facts: object) => ({ ...facts, isPaused: false }) },
  },
} as unknown as Parameters<typeof kind<'job', Staff, PausedJob, 'officer', never>>[1]);

/** A visit to a home: a kind that the second release brings. */
const visit = kind('visit', {
  title: 'Visit',
  about: 'Somebody visits a home.',
  who: staff,
  facts: { schema: z.object({ by: z.string(), home: z.string() }), version: 1 },
  seats: { visitor: { says: 'visits', holds: ({ id }, { facts }) => facts.by === id } },
  conditions: {},
  barred: () => false,
  index: {
    keys: ({ facts: { by } }) => [`is:${by}`],
    moments: () => [],
    links: ({ home }) => [home],
    people: ({ by }) => [by],
  },
  seen: { facts: (_reader, { facts }) => facts, who: () => true, decided: () => null, pending: ({ facts }) => facts },
});

const secondPlan = defineSection({
  name: 'job.plan',
  version: 2,
  oldestWriter: 1,
  fields: { ...plan.fields, costs: text({ label: 'What it costs' }) },
});
const photos = defineSection({
  name: 'job.photos',
  version: 1,
  oldestWriter: 1,
  fields: { photos: log({ of: register(passage(), { label: 'Of what' }) }, { label: 'Photo' }) },
});
const report = defineSection({
  name: 'visit.report',
  version: 1,
  oldestWriter: 1,
  fields: { text: text({ label: 'Report' }) },
});

const pause = decision(secondJob, 'pause', {
  title: 'Pause the job',
  version: 1,
  form: group({ isPaused: truth({ label: 'Paused' }) }),
  refusals: {},
  may: ({ seats }) => seats.has('officer'),
  check: () => null,
  fold: (facts, { isPaused }) => ({ ...facts, isPaused }),
  overtakenBy: [],
  words: () => 'The job is paused',
  stands: () => null,
  told: (_telling, form) => form,
});
const plannedVisit = opening(visit, 'plan-visit', {
  title: 'Plan a visit',
  version: 1,
  form: group({ home: recordOf('home', { label: 'Home' }) }),
  refusals: {},
  others: ({ home }) => [home],
  may: ({ others }) => others.every(({ seats }) => seats.has('officer')),
  check: () => null,
  fold: ({ home }, { who }) => ({ by: who ?? '', home }),
  words: () => 'A visit is planned',
  told: (_telling, form) => form,
});

const common = { findings: () => [], list: null, hasPresence: true };

/** What the second release declares. */
export const secondDeclaration: ModelDeclaration<Staff> = {
  ...declaration,
  version: 2,
  kinds: [secondJob, ...declaration.kinds.filter(({ name }) => name !== 'job'), visit] as ModelDeclaration['kinds'],
  sections: [
    ...sections.map((part) =>
      part.type === 'section' && part.schema.name === plan.name ? { ...part, schema: secondPlan } : part,
    ),
    sectionOf(secondJob, photos, {
      ...common,
      title: 'Photos',
      about: 'What it looks like.',
      rights: { officer: 'write', supervisor: 'read', office: 'append', contractor: 'append', tenant: 'none' } as {
        readonly officer: 'write';
      },
    }),
    sectionOf(visit, report, {
      ...common,
      title: 'Report',
      about: 'What was seen.',
      rights: { visitor: 'write' },
    }),
  ] as ModelDeclaration['sections'],
  decisions: [
    ...decisions.map((one) =>
      one.type === 'opening' && one.kind === 'job'
        ? { ...one, fold: (...given: Parameters<typeof one.fold>) => ({ ...one.fold(...given), isPaused: false }) }
        : one,
    ),
    pause,
    plannedVisit,
  ] as ModelDeclaration['decisions'],
};

/** The second release: a section, a field, a kind and decisions more, and facts of jobs of another version. */
export const repairs2 = defineModel(secondDeclaration);
