import {
  coded,
  codedRegister,
  codeList,
  day,
  line,
  moment,
  number,
  passage,
  recordOf,
  sectionSeriesOf,
  sectionOf,
  unit,
  who,
} from '@caseweave/model';
import { collection, defineSection, log, register, richText, setOf, text } from '@caseweave/record';
import type { JobFacts, Staff } from './facts.ts';
import { home, job } from './kinds.ts';

const once = { version: 1, oldestWriter: 1 };

const urgencies = codeList('urgency', 'local', [
  { code: 'now', label: 'Today' },
  { code: 'soon', label: 'This week' },
]);

export const plan = defineSection({
  ...once,
  name: 'job.plan',
  fields: {
    title: register(line(), { label: 'What is broken' }),
    urgency: codedRegister(urgencies, { label: 'How urgent' }),
    visitOn: register(day(), { label: 'Visit on', standing: 'earliest' }),
    promisedAt: register(moment(), { label: 'Promised at' }),
    cost: register(number({ least: 0, most: 100_000 }), { label: 'Cost' }),
    answers: register(who(), { label: 'Who answers for it' }),
    story: richText({ label: 'What happened' }),
    steps: collection(
      {
        what: register(line(), { label: 'Step' }),
        dueOn: register(day(), { label: 'Until' }),
        by: setOf(who(), { label: 'By whom' }),
        at: register(recordOf('home'), { label: 'At which home' }),
        firm: register(unit('firm'), { label: 'Which firm' }),
      },
      { label: 'Step' },
    ),
  },
});
export const estimate = defineSection({
  ...once,
  name: 'job.estimate',
  fields: { analysis: text({ label: 'What it may cost' }) },
});
export const diary = defineSection({
  ...once,
  name: 'job.diary',
  fields: { entries: log({ text: register(passage(), { label: 'Entry' }) }, { label: 'Entry' }) },
});
export const alarm = defineSection({
  ...once,
  name: 'job.alarm',
  fields: { code: register(line(), { label: 'Code' }) },
});
const notes = new Map<string, ReturnType<typeof notesOf>>();
const notesOf = (firm: string) =>
  defineSection({ ...once, name: `notes.${firm}`, fields: { text: text({ label: 'Notes' }) } });
const address = defineSection({
  ...once,
  name: 'home.address',
  fields: { street: register(line(), { label: 'Street' }) },
});
export const keys = defineSection({
  ...once,
  name: 'home.keys',
  fields: { where: register(line(), { label: 'Where the key is' }) },
});

const common = { findings: () => [], list: null, hasPresence: true };
const all = { officer: 'write', supervisor: 'write', office: 'write', contractor: 'write', tenant: 'read' } as const;
const byName = { level: 'write', when: 'named' } as const;

export const sections = [
  sectionOf(job, plan, {
    ...common,
    title: 'Plan',
    about: 'What is to be mended, and when.',
    rights: all,
    list: {
      fields: {
        title: { label: 'What is broken', value: line(), isSearched: true },
        urgency: { label: 'How urgent', value: coded(urgencies), isFiltered: true },
        visitOn: { label: 'Visit on', value: day(), isFiltered: true },
        promisedAt: { label: 'Promised at', value: moment(), isFiltered: true },
        cost: { label: 'Cost', value: number({ least: 0, most: 100_000 }) },
      },
      show: ({ title, urgency, visitOn, promisedAt, cost }) => ({ title, urgency, visitOn, promisedAt, cost }),
    },
  }),
  sectionOf(job, estimate, {
    ...common,
    title: 'Estimate',
    about: 'What it may cost.',
    rights: { ...all, contractor: 'none', tenant: 'none' },
  }),
  sectionOf(job, diary, {
    ...common,
    title: 'Diary',
    about: 'What happened, day by day.',
    rights: { officer: 'write', supervisor: 'read', office: 'append', contractor: 'append', tenant: 'none' },
  }),
  sectionOf(job, alarm, {
    ...common,
    title: 'Alarm',
    about: 'How the alarm is turned off.',
    rights: { officer: byName, supervisor: byName, office: byName, contractor: byName, tenant: 'none' },
    hasPresence: false,
  }),
  sectionSeriesOf(job, {
    ...common,
    title: 'Notes of a firm',
    about: 'What a firm notes for itself.',
    rights: {
      officer: 'none',
      supervisor: 'read',
      office: 'none',
      contractor: { level: 'write', when: 'own-firm' },
      tenant: 'none',
    },
    prefix: 'notes.',
    pattern: /^[a-z][a-z-]{0,39}$/,
    parameter: unit('firm'),
    schemaOf(firm) {
      const schema = notes.get(firm) ?? notesOf(firm);
      notes.set(firm, schema);
      return schema;
    },
    parameters: ({ facts }, known) => firmsOf(facts, (id) => known.who(id)?.who),
  }),
  sectionOf(home, address, {
    ...common,
    title: 'Address',
    about: 'Where the home is.',
    rights: { ...all, office: 'read', contractor: 'read' },
    list: {
      fields: { street: { label: 'Street', value: line(), isSearched: true } },
      show: ({ street }) => ({ street }),
    },
  }),
  sectionOf(home, keys, {
    ...common,
    title: 'Keys',
    about: 'Where the key is.',
    rights: { ...all, contractor: { level: 'read', when: 'unguarded' }, tenant: 'none' },
  }),
];

const firmsOf = ({ workers }: JobFacts, staffOf: (id: string) => Staff | undefined): readonly string[] =>
  workers.flatMap(({ who: id }) => staffOf(id)?.firm ?? []);
