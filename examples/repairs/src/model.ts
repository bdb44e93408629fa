/** Repairs of homes: tenants tell what is broken, contractors mend it, and a housing office answers for both. */
import {
  coded,
  codedProgress,
  codedRegister,
  codeList,
  day,
  decision,
  defineModel,
  group,
  line,
  memberDecisions,
  memberKind,
  optional,
  passage,
  sectionOf,
  whoById,
} from '@caseweave/model';
import { collection, defineSection, log, position, ref, register } from '@caseweave/record';
import { z } from 'zod';

const person = z.object({ id: z.string(), isOfficer: z.boolean() });

export const job = memberKind('job', {
  title: 'Repair',
  about: 'Something that is broken in a home, until it is mended.',
  who: person,
  roles: { tenant: 'lives there', contractor: 'mends it', officer: 'answers for it' },
  manages: ['officer'],
  opens: ({ isOfficer }) => isOfficer,
  own: { schema: group({ completedOn: optional(day({ label: 'Completed on' })) }), version: 1, initial: {} },
  conditions: {
    open: { says: 'it is not complete', allows: ({ state }) => (state.facts.own.completedOn ? 'read' : true) },
  },
});

const urgencies = codeList('urgency', 'local', { later: 'When it suits', soon: 'This week', now: 'Today' });
const stages = codeList('progress', 'local', { waiting: 'Waiting', begun: 'Begun', done: 'Done' });

/** What is to be done, for all three. */
export const plan = defineSection({
  name: 'job.plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    title: register(line(), { label: 'What is broken' }),
    // Two answers are a question, and the more careful one stands; of two states of a step, the further one simply holds.
    urgency: codedRegister(urgencies, { label: 'How urgent', standing: 'highest' }),
    visitOn: register(day(), { label: 'Next visit', standing: 'earliest' }),
    access: register(passage(), { label: 'How to get in' }),
    rooms: collection({ name: register(line(), { label: 'Room' }) }, { label: 'Room' }),
    steps: collection(
      {
        what: register(line(), { label: 'Step' }),
        room: ref('rooms', { label: 'Room' }),
        progress: codedProgress(stages, stages.codes, { label: 'Progress' }),
        place: position(),
      },
      { label: 'Step' },
    ),
  },
});

/** What the office and its contractors tell one another. */
export const office = defineSection({
  name: 'job.office',
  version: 1,
  oldestWriter: 1,
  fields: { notes: log({ text: register(passage(), { label: 'Note' }) }, { label: 'Note' }) },
});

const planPart = sectionOf(job, plan, {
  title: 'Plan',
  about: 'What is broken, and what is to be done about it.',
  rights: { tenant: 'read', contractor: { level: 'write', when: 'open' }, officer: 'write' },
  list: {
    fields: {
      title: { label: 'What is broken', value: line(), isSearched: true },
      urgency: { label: 'How urgent', value: coded(urgencies), isFiltered: true },
    },
    show: ({ title, urgency }) => ({ title, urgency }),
  },
});

const officePart = sectionOf(job, office, {
  title: 'Office',
  about: 'What the office and its contractors tell one another.',
  rights: { tenant: 'none', contractor: { level: 'append', when: 'open' }, officer: 'append' },
});

/** The repair is done, whoever says so first. */
const complete = decision(job, 'complete', {
  title: 'Complete the repair',
  by: 'its contractors, and whoever answers for it',
  undoneBy: [],
  version: 1,
  form: group({ on: day({ label: 'Completed on' }) }),
  refusals: { already: 'The repair is complete already. There is nothing more to do.' },
  may: ({ seats }) => seats.has('contractor') || seats.has('officer'),
  check: ({ own }) => (own.completedOn ? 'already' : null),
  fold: (facts, { on }) => ({ ...facts, own: { completedOn: on } }),
  overtakenBy: ['complete'],
  words: ({ on }) => `The repair was completed on ${on}`,
  stands: ({ own }) => (own.completedOn ? `It was completed on ${own.completedOn}.` : null),
  told: (_telling, form) => form,
});

/** The whole domain. */
export const repairs = defineModel({
  name: 'repairs',
  version: 1,
  title: 'Repairs',
  who: whoById(person),
  kinds: [job],
  sections: [planPart, officePart],
  decisions: [...memberDecisions(job), complete],
});
