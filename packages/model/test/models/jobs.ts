import { defineSection, register } from '@caseweave/record';
import { decision, defineModel, group, line, memberDecisions, memberKind, sectionOf, whoById } from '@caseweave/model';
import { z } from 'zod';

const staff = z.object({ id: z.string(), roles: z.array(z.string()).readonly() });

/** A repair whose tenant, contractor and officer are its members. */
const job = memberKind('job', {
  title: 'Repair',
  about: 'Something that is broken in a home.',
  who: staff,
  roles: { tenant: 'lives there', contractor: 'does the work', officer: 'answers for the repair' },
  manages: ['officer'],
  opens: ({ roles }) => roles.includes('officer'),
  own: { schema: z.object({ doneAt: z.number().nullable() }), version: 1, initial: { doneAt: null } },
  conditions: {
    open: { says: 'the repair is not done', allows: ({ state: { facts } }) => facts.own.doneAt === null },
  },
  // Who mends it need not know who lives there.
  unseen: { contractor: ['tenant'] },
});

const plan = sectionOf(
  job,
  defineSection({ name: 'job.plan', version: 1, oldestWriter: 1, fields: { what: register(line()) } }),
  {
    title: 'Plan',
    about: 'What is to be repaired.',
    rights: { tenant: 'read', contractor: { level: 'append', when: 'open' }, officer: 'write' },
    list: null,
    findings: () => [],
    hasPresence: true,
  },
);

const complete = decision(job, 'complete-job', {
  title: 'The repair is done',
  by: 'the contractor',
  undoneBy: [],
  version: 1,
  form: group({}),
  refusals: { done: 'It is done already.' },
  may: ({ seats }) => seats.has('contractor'),
  check: ({ own }) => (own.doneAt === null ? null : 'done'),
  fold: (facts, _form, { at }) => ({ ...facts, own: { doneAt: at } }),
  overtakenBy: [],
  words: () => 'The repair is done',
  stands: () => null,
  told: (_telling, form) => form,
});

/** Repairs by members, with one decision of its own. */
export const jobs = defineModel({
  name: 'jobs',
  version: 1,
  title: 'Repairs',
  who: whoById(staff),
  kinds: [job],
  sections: [plan],
  decisions: [...memberDecisions(job), complete],
});
