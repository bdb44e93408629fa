import {
  authorityInMemory,
  defineModel,
  line,
  memberDecisions,
  memberKind,
  sectionOf,
  whoById,
} from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import { z } from 'zod';

const person = z.object({ id: z.string(), isOfficer: z.boolean() });
const job = memberKind('job', {
  title: 'Repair',
  about: 'Something that is broken in a home.',
  who: person,
  roles: { tenant: 'lives there', officer: 'answers for it' },
  manages: ['officer'],
  opens: ({ isOfficer }) => isOfficer,
});
const plan = defineSection({ name: 'job.plan', version: 1, oldestWriter: 1, fields: { what: register(line()) } });
const jobPlan = sectionOf(job, plan, {
  title: 'Plan',
  about: 'What to do.',
  rights: { tenant: 'read', officer: 'write' },
});
const decisions = memberDecisions(job);
const who = whoById(person);
export const repairs = defineModel({
  name: 'repairs',
  version: 1,
  title: 'Repairs',
  who,
  kinds: [job],
  sections: [jobPlan],
  decisions,
});

// Decides as a server does, in memory.
const people = ['asha', 'tim'].map((id) => ({ who: { id, isOfficer: id === 'asha' }, name: id, organisation: null }));
const authority = authorityInMemory(repairs, { people });
const record = 'k3H1vQ8mZr2aT0bYc5WxLA';
const members = [
  { who: 'asha', role: 'officer' },
  { who: 'tim', role: 'tenant' },
];
const registered = authority.decide('asha', { type: 'register-job', record, members }, Date.now());
const left = authority.decide('asha', { type: 'leave-job', record, who: 'asha' }, Date.now());
const state = authority.states.get(record);
const tim = state && repairs.acts(people[1]?.who, 'job.plan', state, Date.now()); // { read: true, append: false, write: false }
const why = left.type === 'refused' ? left.refusal.words : ''; // Nobody would be left who decides who is a member. …

export { registered, tim, why };
