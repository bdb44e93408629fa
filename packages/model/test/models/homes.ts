import { defineSection, register, text } from '@caseweave/record';
import {
  coded,
  codeList,
  decision,
  defineModel,
  group,
  kind,
  line,
  listOf,
  moment,
  opening,
  optional,
  recordOf,
  sectionSeriesOf,
  sectionOf,
  unit,
  who,
  type ModelDeclaration,
} from '@caseweave/model';
import { z } from 'zod';

/** What the directory says of somebody. */
export interface Person {
  readonly id: string;
  readonly firm: string | null;
}

/** What is decided about a home. */
export interface HomeFacts {
  readonly landlord: string;
  readonly tenants: readonly string[];
  readonly shutOut: readonly string[];
}

/** What is decided about a job in a home. */
export interface JobFacts {
  readonly home: string;
  readonly firm: string;
  readonly endsAt: number | null;
  readonly helpers: readonly { readonly who: string; readonly until: number }[];
}

const person = z.object({ id: z.string(), firm: z.string().nullable() });
const homeFacts = z.strictObject({
  landlord: z.string(),
  tenants: z.array(z.string()).readonly(),
  shutOut: z.array(z.string()).readonly(),
});
const jobFacts = z.strictObject({
  home: z.string(),
  firm: z.string(),
  endsAt: z.number().nullable(),
  helpers: z.array(z.strictObject({ who: z.string(), until: z.number() })).readonly(),
});

const runs = ({ endsAt }: JobFacts, at: number): boolean => endsAt === null || at < endsAt;
const jobsAt = (linkedFrom: readonly { readonly kind: string; readonly facts: unknown }[]): readonly JobFacts[] =>
  linkedFrom.filter((one) => one.kind === 'job').map(({ facts }) => facts as JobFacts);

export const home = kind('home', {
  title: 'Home',
  about: 'A place where somebody lives.',
  who: person,
  facts: { schema: homeFacts, version: 1 },
  seats: {
    landlord: { says: 'lets the home', holds: (one, { facts }) => facts.landlord === one.id },
    tenant: { says: 'lives there', holds: (one, { facts }) => facts.tenants.includes(one.id) },
    worker: {
      says: 'works for a firm that has a job there',
      holds: (one, { linkedFrom }, at) => jobsAt(linkedFrom).some((job) => job.firm === one.firm && runs(job, at)),
    },
  },
  conditions: {},
  barred: (one, { facts }) => facts.shutOut.includes(one.id),
  index: {
    keys: ({ facts, linkedFrom }) => [
      `is:${facts.landlord}`,
      ...facts.tenants.map((id) => `is:${id}`),
      ...jobsAt(linkedFrom).map(({ firm }) => `firm:${firm}`),
    ],
    moments: () => [],
    links: () => [],
    people: ({ landlord, tenants, shutOut }) => [landlord, ...tenants, ...shutOut],
  },
  seen: {
    facts: (reader, { facts }) => ({ ...facts, shutOut: reader.id === facts.landlord ? facts.shutOut : [] }),
    who: (reader, other, { facts }) =>
      !facts.shutOut.includes(other.id) ||
      [reader.id, other.id].includes(facts.landlord) ||
      facts.tenants.includes(other.id),
    decided: (told) => homeFacts.safeParse(told).data ?? null,
    pending: ({ facts }) => facts,
  },
});

export const job = kind('job', {
  title: 'Job',
  about: 'Work in a home.',
  who: person,
  facts: { schema: jobFacts, version: 2, upgrade: { 1: (facts) => ({ ...(facts as object), helpers: [] }) } },
  seats: {
    worker: { says: 'works for the firm', holds: (one, { facts }) => facts.firm === one.firm },
    helper: {
      says: 'helps until a moment',
      holds: (one, { facts }, at) => facts.helpers.some(({ who: id, until }) => id === one.id && at < until),
    },
    nobody: { says: 'is nobody', holds: () => false },
  },
  conditions: {
    running: { says: 'the job runs', allows: ({ state: { facts }, at }) => runs(facts, at) },
    // Who has no firm may add to what the job is, and no more.
    'up-to-adding': { says: 'adding is enough', allows: ({ who: one }) => (one.firm === null ? 'append' : 'write') },
    'own-firm': {
      says: 'the notes are of their own firm',
      allows: ({ who: one, parameter }) => one.firm === parameter,
    },
    invited: {
      says: 'they are called tess',
      allows: () => true,
      sits: ({ id }) => (id === 'tess' ? 'nobody' : undefined),
    },
  },
  barred: () => false,
  index: {
    keys: ({ facts: { firm, helpers } }) => [`firm:${firm}`, 'is:tess', ...helpers.map((one) => `is:${one.who}`)],
    moments: ({ endsAt, helpers }) => [...(endsAt === null ? [] : [endsAt]), ...helpers.map(({ until }) => until)],
    links: ({ home: at }) => [at],
    people: ({ helpers }) => helpers.map((one) => one.who),
  },
  seen: {
    facts: (_reader, { facts }) => facts,
    who: () => true,
    decided: (told) => jobFacts.safeParse(told).data ?? null,
    pending: ({ facts }) => facts,
  },
});

const section = (name: string) =>
  defineSection({
    name,
    version: 1,
    oldestWriter: 1,
    fields: { what: register(line(), { label: 'What' }), story: text() },
  });

const part = { about: 'What is written there.', list: null, findings: () => [], hasPresence: true } as const;

export const homePlace = sectionOf(home, section('home.place'), {
  ...part,
  title: 'Place',
  rights: { landlord: 'write', tenant: 'append', worker: 'read' },
});

export const jobPlan = sectionOf(job, section('job.plan'), {
  ...part,
  title: 'Plan',
  rights: {
    worker: { level: 'write', when: 'running' },
    helper: { level: 'write', when: 'up-to-adding' },
    nobody: { level: 'read', when: 'invited' },
  },
});

const noteSections = new Map<string, ReturnType<typeof section>>();

export const jobNotes = sectionSeriesOf(job, {
  ...part,
  title: 'Notes',
  rights: { worker: 'write', helper: 'read', nobody: 'none' },
  always: 'own-firm',
  prefix: 'job.notes.',
  pattern: /[a-z]{1,12}/,
  parameter: unit('firm'),
  schemaOf(firm) {
    const known = noteSections.get(firm) ?? section(`job.notes.${firm}`);
    noteSections.set(firm, known);
    return known;
  },
  parameters: ({ facts }) => [facts.firm],
});

export const letHome = opening(home, 'let-home', {
  title: 'Let a home',
  version: 1,
  form: group({ tenants: listOf(who(), { label: 'Tenants', most: 4 }) }),
  refusals: { unknown: 'One of them is not known. Look them up.' },
  may: ({ who: author }) => author.firm === null,
  check: ({ tenants }, _by, known) => (tenants.some((id) => known.who(id) === null) ? 'unknown' : null),
  fold: ({ tenants }, { who: by }) => ({ landlord: by ?? 'nobody', tenants, shutOut: [] }),
  words: () => 'A home is let',
  told: (_telling, form) => form,
});

export const shutOut = decision(home, 'shut-out', {
  title: 'Shut somebody out',
  version: 1,
  form: group({ who: who({ label: 'Whom' }) }),
  refusals: { already: 'They are shut out already.', self: 'Nobody shuts out themselves.' },
  may: ({ seats }) => seats.has('landlord'),
  check: (facts, form, by) => (form.who === by.who ? 'self' : facts.shutOut.includes(form.who) ? 'already' : null),
  fold: (facts, form) => ({ ...facts, shutOut: [...facts.shutOut, form.who] }),
  overtakenBy: [],
  words: (form, names) => `${names.who(form.who) ?? 'Somebody'} is shut out`,
  stands: () => null,
  told: ({ reader, state }, form) => (state.facts.landlord === reader.id ? form : null),
});

const speeds = codeList('speeds', 'local', [
  { code: 'now', label: 'Today' },
  { code: 'later', label: 'When it suits' },
]);

/** Begins a job beside the home that it is in. */
export const orderJob = decision(home, 'order-job', {
  title: 'Order a job',
  version: 2,
  form: group({ job: recordOf('job'), firm: unit('firm'), speed: coded(speeds, { label: 'How soon' }) }),
  upgrade: { 1: (form) => ({ ...(form as object), speed: 'later' }) },
  refusals: { 'no-such-firm': 'There is no such firm. Choose another.' },
  may: ({ seats }) => seats.has('landlord') || seats.has('tenant'),
  check: (_facts, { firm }, _by, known) => (known.unit('firm', firm) === null ? 'no-such-firm' : null),
  fold: (facts) => facts,
  begins: ({ job: id, firm }, _by, at) => [
    { record: id, kind: 'job', facts: { home: at, firm, endsAt: null, helpers: [] } },
  ],
  overtakenBy: [],
  words: ({ firm }, names) => `A job is given to ${names.unit('firm', firm) ?? 'a firm'}`,
  stands: () => null,
  told: (_telling, form) => form,
});

/** Begins a job in a home that is there. */
export const takeJob = opening(job, 'take-job', {
  title: 'Take on a job',
  version: 1,
  form: group({ home: recordOf('home', { label: 'Home' }) }),
  refusals: {},
  others: ({ home: at }) => [at],
  may: ({ who: author, others }) => author.firm !== null && others.every(({ seats }) => !seats.has('tenant')),
  check: () => null,
  fold: ({ home: at }, { who: by }) => ({
    home: at,
    firm: by === 'finn' ? 'brook' : 'ashdown',
    endsAt: null,
    helpers: [],
  }),
  words: () => 'A job is taken on',
  told: (_telling, form) => form,
});

export const help = decision(job, 'help', {
  title: 'Ask somebody to help',
  version: 1,
  form: group({ who: who({ label: 'Who' }), until: optional(moment({ label: 'Until' })) }),
  refusals: { past: 'That is over already. Choose a later end.' },
  may: ({ seats, acts }) => seats.has('worker') && acts('job.plan').read,
  check: (_facts, { until }, { at }) => ((until ?? at + 1) <= at ? 'past' : null),
  fold: (facts, form, { at }) => ({
    ...facts,
    helpers: [...facts.helpers, { who: form.who, until: form.until ?? at + 1_000 }],
  }),
  overtakenBy: ['end', 'help'],
  isOvertaken: (mine, other) => other.name === 'end' || (other.form as typeof mine).who === mine.who,
  words: (form, names) => `${names.who(form.who) ?? 'Somebody'} helps`,
  stands: (facts) => (facts.helpers.length === 0 ? null : `${facts.helpers.length} help.`),
  told: (_telling, form) => form,
});

export const end = decision(job, 'end', {
  title: 'End a job',
  version: 1,
  form: group({ at: moment({ label: 'When' }) }),
  refusals: { ended: 'The job has ended.' },
  may: ({ seats }) => seats.has('worker'),
  check: ({ endsAt }, _form, { at }) => (endsAt !== null && endsAt <= at ? 'ended' : null),
  fold: (facts, form) => ({ ...facts, endsAt: form.at }),
  overtakenBy: [],
  words: () => 'The job ends',
  stands: ({ endsAt }) => (endsAt === null ? null : 'It has an end.'),
  told: (_telling, form) => form,
});

export const declaration = {
  name: 'homes',
  version: 1,
  title: 'Homes',
  who: {
    schema: person,
    keys: ({ id, firm }: Person) => [`is:${id}`, ...(firm === null ? [] : [`firm:${firm}`])],
    organisation: { unit: 'firm', of: ({ firm }: Person) => firm },
  },
  units: { firm: { title: 'Firm', about: 'A firm that repairs homes.' } },
  kinds: [home, job],
  sections: [homePlace, jobPlan, jobNotes],
  decisions: [letHome, shutOut, orderJob, takeJob, help, end],
} satisfies ModelDeclaration<Person>;

/** Homes and the jobs in them: two kinds that lean on each other, and everything that a model may declare. */
export const homes = defineModel(declaration);
