import {
  day,
  decision,
  defineModel,
  group,
  line,
  memberDecisions,
  memberKind,
  optional,
  sectionOf,
  whoById,
} from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { asker } from './ask.ts';
import { idOf, MemoryAuthority, NOW } from './memory/memory-authority.ts';

const person = z.object({ id: z.string() });

const job = memberKind('job', {
  title: 'Repair',
  about: 'Something that is broken in a home.',
  who: person,
  roles: { tenant: 'lives there', contractor: 'mends it', officer: 'answers for it' },
  manages: ['officer'],
  opens: ({ id }) => id === 'olive',
  own: {
    schema: group({ completedOn: optional(day({ label: 'Completed on' })) }, { label: 'How it stands' }),
    version: 1,
    initial: {},
  },
  unseen: { contractor: ['tenant'] },
});

const plan = defineSection({ name: 'job.plan', version: 1, oldestWriter: 1, fields: { what: register(line()) } });

const complete = decision(job, 'complete', {
  title: 'Complete the repair',
  by: 'its contractors',
  undoneBy: [],
  version: 1,
  form: group({ on: day({ label: 'Completed on' }) }),
  refusals: {},
  may: ({ seats }) => seats.has('contractor'),
  check: () => null,
  fold: (facts, { on }) => ({ ...facts, own: { completedOn: on } }),
  overtakenBy: [],
  words: () => 'The repair was completed',
  stands: () => null,
  told: (_telling, form) => form,
});

const jobs = defineModel({
  name: 'jobs',
  version: 1,
  title: 'Repairs',
  who: whoById(person),
  kinds: [job],
  sections: [
    sectionOf(job, plan, {
      title: 'Plan',
      about: 'What is to be done.',
      rights: { tenant: 'read', contractor: 'write', officer: 'write' },
    }),
  ],
  decisions: [...memberDecisions(job), complete],
});

const whole = `query Whole($id: ID!) { repair(id: $id) {
  members { who { name } role { code words } from to }
  own { completedOn }
} }`;

test('[G6] a record with members has those of whom I may know, in their roles, and what is decided beside', async () => {
  const authority = new MemoryAuthority(jobs);
  for (const [id, name] of [
    ['olive', 'Olive Marsh'],
    ['tim', 'Tim Field'],
    ['finn', 'Finn Brook'],
  ] as const)
    authority.person(id, name);
  const ask = asker(authority);

  const begun = await ask(
    'olive',
    `mutation { registerJob(
      members: [{ who: "olive", role: OFFICER }, { who: "tim", role: TENANT }, { who: "finn", role: CONTRACTOR }], key: "1"
    ) { ... on Decided { recordId } } }`,
  );
  const id = idOf('olive/1/1');
  expect(begun.body).toEqual({ data: { registerJob: { recordId: id } } });
  await ask('finn', 'mutation Done($id: ID!) { complete(repair: $id, on: "2026-12-01", key: "1") { __typename } }', {
    id,
  });

  const from = new Date(NOW).toISOString();
  const olive = { who: { name: 'Olive Marsh' }, role: { code: 'OFFICER', words: 'Officer' }, from, to: null };
  const finn = { who: { name: 'Finn Brook' }, role: { code: 'CONTRACTOR', words: 'Contractor' }, from, to: null };
  const tim = { who: { name: 'Tim Field' }, role: { code: 'TENANT', words: 'Tenant' }, from, to: null };
  const own = { completedOn: '2026-12-01' };
  expect((await ask('olive', whole, { id })).body).toEqual({ data: { repair: { members: [olive, tim, finn], own } } });
  expect((await ask('finn', whole, { id })).body).toEqual({ data: { repair: { members: [olive, finn], own } } });
});
