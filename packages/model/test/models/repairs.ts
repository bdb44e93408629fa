import { collection, defineSection, log, register, text } from '@caseweave/record';
import { z } from 'zod';
import {
  codedRegister,
  codeList,
  day,
  decision,
  defineModel,
  group,
  kind,
  line,
  moment,
  opening,
  passage,
  sectionOf,
  unit,
  who,
} from '@caseweave/model';

/** What the directory says of somebody. */
export interface Staff {
  readonly id: string;
  readonly firm: string | null;
  readonly roles: readonly string[];
}

const staff = z.object({ id: z.string(), firm: z.string().nullable(), roles: z.array(z.string()).readonly() });
const jobFacts = z.object({
  tenant: z.string(),
  firm: z.string().nullable(),
  officer: z.string().nullable(),
  closedAt: z.number().nullable(),
});

const job = kind('job', {
  title: 'Repair',
  about: 'Something that is broken in a home.',
  who: staff,
  facts: { schema: jobFacts, version: 1 },
  seats: {
    tenant: { says: 'lives there', holds: (one, { facts }) => facts.tenant === one.id },
    contractor: {
      says: 'works for the firm that the repair is given to',
      holds: (one, { facts }) => facts.firm !== null && facts.firm === one.firm,
    },
    officer: { says: 'answers for the repair', holds: (one, { facts }) => facts.officer === one.id },
  },
  conditions: {
    open: {
      says: 'the repair is open',
      allows: ({ state: { facts }, at }) => facts.closedAt === null || at < facts.closedAt,
    },
  },
  barred: () => false,
  index: {
    keys: ({ facts: { tenant, firm, officer } }) => [
      `is:${tenant}`,
      ...(officer === null ? [] : [`is:${officer}`]),
      ...(firm === null ? [] : [`firm:${firm}`]),
    ],
    moments: ({ closedAt }) => (closedAt === null ? [] : [closedAt]),
    links: () => [],
    people: ({ tenant, officer }) => (officer === null ? [tenant] : [tenant, officer]),
  },
  seen: {
    facts: (_reader, { facts }) => facts,
    who: () => true,
    decided: (told) => jobFacts.safeParse(told).data ?? null,
    pending: ({ facts }) => facts,
  },
});

const urgencies = codeList('urgencies', 'local', [
  { code: 'now', label: 'Today' },
  { code: 'soon', label: 'This week' },
  { code: 'later', label: 'When it suits' },
]);

const plan = defineSection({
  name: 'job.plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    title: register(line(), { label: 'What is broken' }),
    urgency: codedRegister(urgencies, { label: 'How urgent' }),
    visitOn: register(day(), { label: 'Visit on', standing: 'earliest' }),
    story: text({ label: 'What happened' }),
    steps: collection({ what: register(line(), { label: 'Step' }) }, { label: 'Step' }),
  },
});

const notes = defineSection({
  name: 'job.notes',
  version: 1,
  oldestWriter: 1,
  fields: { notes: log({ text: register(passage(), { label: 'Note' }) }, { label: 'Note' }) },
});

export const jobPlan = sectionOf(job, plan, {
  title: 'Plan',
  about: 'What is to be repaired, and when.',
  rights: { tenant: 'read', contractor: { level: 'write', when: 'open' }, officer: 'write' },
  list: {
    fields: { title: { label: 'What is broken', value: line(), isSearched: true } },
    show: (view) => ({ title: view.title }),
  },
  findings: () => [],
  hasPresence: true,
});

const jobNotes = sectionOf(job, notes, {
  title: 'Notes',
  about: 'What the office and the firm tell each other.',
  rights: { tenant: 'none', contractor: 'append', officer: 'append' },
  list: null,
  findings: () => [],
  hasPresence: true,
});

const report = opening(job, 'report', {
  title: 'Report a repair',
  by: 'the tenant themself, or an officer',
  version: 1,
  form: group({ tenant: who({ label: 'Tenant' }) }),
  refusals: { unknown: 'There is nobody of that name. Look them up.' },
  may: ({ who: author }, { tenant }) => author.id === tenant || author.roles.includes('officer'),
  check: ({ tenant }, _by, known) => (known.who(tenant) === null ? 'unknown' : null),
  fold: ({ tenant }, { who: by }) => ({ tenant, firm: null, officer: by === tenant ? null : by, closedAt: null }),
  people: ({ tenant }) => [tenant],
  words: ({ tenant }, names) => `A repair is reported for ${names.who(tenant) ?? 'a tenant'}`,
  told: (_telling, form) => form,
});

const giveToFirm = decision(job, 'give-to-firm', {
  title: 'Give the repair to a firm',
  by: 'whoever answers for the repair',
  undoneBy: ['give-to-firm'],
  version: 1,
  form: group({ firm: unit('firm', { label: 'Firm' }) }),
  refusals: {
    already: 'This firm has the repair already.',
    closed: 'The repair is closed. Open it again first.',
    'no-such-firm': 'There is no such firm. Choose another.',
  },
  may: ({ seats }) => seats.has('officer'),
  check: (facts, { firm }, _by, known) => {
    if (facts.closedAt !== null) return 'closed';
    if (facts.firm === firm) return 'already';
    return known.unit('firm', firm) === null ? 'no-such-firm' : null;
  },
  fold: (facts, { firm }) => ({ ...facts, firm }),
  overtakenBy: ['give-to-firm'],
  words: ({ firm }, names) => `The repair is given to ${names.unit('firm', firm) ?? 'a firm'}`,
  stands: (facts, _form, names) =>
    facts.firm === null ? null : `The repair is with ${names.unit('firm', facts.firm) ?? 'a firm'}.`,
  told: (_telling, form) => form,
});

const close = decision(job, 'close', {
  title: 'Close the repair',
  by: 'whoever answers for the repair, and the firm',
  undoneBy: ['reopen'],
  version: 1,
  form: group({ at: moment({ label: 'From' }) }),
  refusals: { closed: 'The repair is closed already.', past: 'That moment has passed. Choose a later one.' },
  may: ({ seats }) => seats.has('officer') || seats.has('contractor'),
  check: (facts, form, { at }) => (facts.closedAt !== null ? 'closed' : form.at < at ? 'past' : null),
  fold: (facts, form) => ({ ...facts, closedAt: form.at }),
  overtakenBy: ['close', 'give-to-firm'],
  words: () => 'The repair is closed',
  stands: (facts) => (facts.closedAt === null ? null : 'The repair has an end.'),
  told: (_telling, form) => form,
});

const reopen = decision(job, 'reopen', {
  title: 'Open the repair again',
  by: 'whoever answers for the repair',
  undoneBy: ['close'],
  version: 1,
  form: group({}),
  refusals: { open: 'The repair is open.' },
  may: ({ seats }) => seats.has('officer'),
  check: (facts) => (facts.closedAt === null ? 'open' : null),
  fold: (facts) => ({ ...facts, closedAt: null }),
  overtakenBy: [],
  words: () => 'The repair is open again',
  stands: () => null,
  told: (_telling, form) => form,
});

export const repairs = defineModel({
  name: 'repairs',
  version: 1,
  title: 'Repairs',
  who: {
    schema: staff,
    keys: ({ id, firm }: Staff) => [`is:${id}`, ...(firm === null ? [] : [`firm:${firm}`])],
    organisation: { unit: 'firm', of: ({ firm }: Staff) => firm },
  },
  units: { firm: { title: 'Firm', about: 'A firm that repairs homes.' } },
  kinds: [job],
  sections: [jobPlan, jobNotes],
  decisions: [report, giveToFirm, close, reopen],
});
