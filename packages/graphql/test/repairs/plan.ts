import {
  coded,
  codedRegister,
  codedSet,
  codeList,
  day,
  group,
  line,
  moment,
  number,
  passage,
  recordOf,
  sectionSeriesOf,
  sectionOf,
  truth,
  unit,
  who,
  whole,
  whoOrRecord,
} from '@caseweave/model';
import { collection, defineSection, log, position, progress, ref, register, setOf, text } from '@caseweave/record';
import { job } from './job.ts';

const urgencies = codeList('urgency', 'local', [
  { code: 'now', label: 'Today' },
  { code: 'soon', label: 'This week' },
  { code: 'later', label: 'When it suits' },
]);

const grades = codeList('grade', 'Housing standards 2020', [
  { code: 1, label: 'Dangerous' },
  { code: 2, label: 'Unpleasant' },
]);

const hazards = codeList('hazard', 'Housing standards 2020', [
  { code: '1a', label: 'Damp' },
  { code: '2b', label: 'Fire' },
  { code: 'none', label: 'None', exclusive: true },
]);

export const plan = defineSection({
  name: 'job.plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    title: register(line(), { label: 'What is broken' }),
    urgency: codedRegister(urgencies, { label: 'How urgent' }),
    grade: codedRegister(grades, { label: 'Grade' }),
    hazards: codedSet(hazards, { label: 'Hazards' }),
    visitOn: register(day(), { label: 'Visit on', standing: 'earliest' }),
    promisedAt: register(moment(), { label: 'Promised at' }),
    story: text({ label: 'What happened' }),
    needs: setOf(line(), { label: 'What is needed' }),
    steps: collection(
      {
        what: register(line(), { label: 'What will be done' }),
        by: register(whoOrRecord('home'), { label: 'By whom' }),
        checkedBy: register(who(), { label: 'Checked by' }),
        at: register(recordOf('home'), { label: 'Where' }),
        firm: register(unit('firm'), { label: 'Which firm' }),
        status: progress(['agreed', ['done', 'not_done']], { label: 'Status', words: (state) => `It is ${state}` }),
        after: register(day(), { label: 'Not before' }),
        from: ref('steps', { label: 'Follows' }),
        uses: setOf(ref('parts'), { label: 'Uses' }),
        note: text({ label: 'How it went' }),
        place: position(),
      },
      { label: 'Step' },
    ),
    parts: collection(
      {
        name: register(line(), { label: 'Part' }),
        cost: register(number({ least: 0, most: 100_000 }), { label: 'Cost' }),
        count: register(whole({ least: 1, most: 1_000 }), { label: 'How many' }),
        isOrdered: register(truth(), { label: 'Whether it is ordered' }),
      },
      { label: 'Spare part' },
    ),
    visits: setOf(
      group({
        by: who({ label: 'Who came' }),
        on: day({ label: 'On' }),
        urgency: coded(urgencies, { label: 'Urgency' }),
      }),
      { label: 'Visits', words: ({ on }) => on },
    ),
  },
});

export const jobPlan = sectionOf(job, plan, {
  title: 'Plan',
  about: 'What is to be repaired, and when.',
  rights: { tenant: 'read', contractor: { level: 'write', when: 'open' }, officer: 'write' },
  list: {
    fields: {
      title: { label: 'What is broken', value: line(), isSearched: true },
      urgency: { label: 'How urgent', value: coded(urgencies), isFiltered: true },
      visitOn: { label: 'Visit on', value: day(), isFiltered: true },
      openSteps: { label: 'Open steps', value: whole({ least: 0, most: 10_000 }) },
    },
    show: (view) => ({
      title: view.title,
      urgency: view.urgency,
      visitOn: view.visitOn,
      openSteps: view.steps.filter(({ status }) => status === 'agreed').length,
    }),
  },
  findings: () => [],
  hasPresence: true,
});

export const diary = defineSection({
  name: 'job.diary',
  version: 1,
  oldestWriter: 1,
  fields: {
    events: log(
      {
        text: register(passage(), { label: 'What happened' }),
        occurredOn: register(day(), { label: 'On' }),
        about: setOf(who(), { label: 'Whom it is about' }),
        step: ref(plan, 'steps', { label: 'Step' }),
      },
      { label: 'Event' },
    ),
  },
});

export const jobDiary = sectionOf(job, diary, {
  title: 'Diary',
  about: 'What happened, day by day.',
  rights: { tenant: 'none', contractor: 'append', officer: 'append' },
  list: null,
  findings: () => [],
  hasPresence: true,
});

const madeNotes = new Map<string, ReturnType<typeof makeNotes>>();
const makeNotes = (firm: string) =>
  defineSection({
    name: `notes.${firm}`,
    version: 1,
    oldestWriter: 1,
    fields: {
      keptTo: register(day(), { label: 'Kept until' }),
      access: text({ label: 'How to get in' }),
      notes: log({ text: register(passage(), { label: 'Note' }) }, { label: 'Note' }),
    },
  });

/** The notes of a firm. */
export function notesOf(firm: string): ReturnType<typeof makeNotes> {
  const made = madeNotes.get(firm) ?? makeNotes(firm);
  madeNotes.set(firm, made);
  return made;
}

export const firmNotes = sectionSeriesOf(job, {
  title: 'Notes',
  about: "A firm's own notes.",
  prefix: 'notes.',
  pattern: /^[a-z-]{1,40}$/,
  schemaOf: notesOf,
  parameters: ({ facts: { firm } }) => (firm === null ? [] : [firm]),
  parameter: unit('firm'),
  rights: { tenant: 'none', contractor: { level: 'write', when: 'ofOwnFirm' }, officer: 'read' },
  list: null,
  findings: () => [],
  hasPresence: true,
});
