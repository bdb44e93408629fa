import { useRecord, useRecords } from '@caseweave/react';
import { DecideForm, DecidedLately, HereNow, NeedsAttention, SectionForm, StatusLine } from '@caseweave/react/plain';
import type { RecordId } from '@caseweave/caseload';
import {
  codedProgress,
  codedRegister,
  codedSet,
  codeList,
  day,
  decision,
  decisionPort,
  defineModel,
  group,
  knownOf,
  line,
  memberDecisions,
  memberKind,
  passage,
  sectionOf,
  truth,
  whole,
  whoById,
} from '@caseweave/model';
import { collection, defineSection, log, position, ref, register, setOf, text } from '@caseweave/record';
import { act } from 'react';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { choose, done, give, input, leave, offered, press, said, show, tick } from './shown-page.tsx';
import { offlineCaseload as offlineWith } from './world.ts';

const urgencies = codeList('urgency', 'local', { later: 'When it suits', now: 'Today' });
const stages = codeList('stage', 'local', { waiting: 'Waiting', done: 'Done' });
const plan = defineSection({
  name: 'plan',
  version: 1,
  oldestWriter: 1,
  fields: {
    title: register(line({ longest: 40 }), { label: 'Title' }),
    urgency: codedRegister(urgencies, { label: 'How urgent', standing: 'highest' }),
    visitOn: register(day(), { label: 'Visit' }),
    rooms: register(whole({ least: 1, most: 9 }), { label: 'Rooms' }),
    isSafe: register(truth(), { label: 'Safe' }),
    story: text({ label: 'Story' }),
    reasons: codedSet(urgencies, { label: 'Reasons' }),
    tools: setOf(line(), { label: 'Tools' }),
    actions: collection(
      {
        what: register(line(), { label: 'Action' }),
        after: ref('actions', { label: 'After' }),
        stage: codedProgress(stages, stages.codes, { label: 'Stage' }),
        place: position(),
      },
      { label: 'Action' },
    ),
    calls: log(
      { said: register(passage(), { label: 'What was said' }), on: register(day(), { label: 'On' }) },
      { label: 'Call' },
    ),
  },
});
const offlineCaseload = (more: Parameters<typeof offlineWith>[0] = {}) => offlineWith({ ...more, schema: plan });

function Plan({ record }: { readonly record: RecordId }) {
  const open = useRecord(record);
  return (
    <>
      <StatusLine />
      <HereNow record={open} of={plan} />
      <SectionForm record={open} of={plan} without={['visitOn']} />
      <NeedsAttention />
    </>
  );
}

test('[H14] every field is shown in order by what it holds, and written by an input of its kind', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(caseload, <Plan record={record} />);
  const probe = (await caseload.open(record)).section(plan);
  expect(offered()).toEqual([
    'Work online',
    'Title',
    'How urgent',
    'Rooms',
    'Safe',
    'Story',
    ' When it suits',
    ' Today',
    'New action',
    'Add: action',
    'New call: what was said',
    'New call: on',
    'Add: call',
  ]);
  expect(said()).toContain('Tools Not given');

  await give(input('Title'), 'Okafor');
  await leave(input('Title'));
  await choose('How urgent', 'Today');
  await give(input('Rooms'), '3');
  await leave(input('Rooms'));
  await choose('Safe', 'No');
  await give(input('Story'), 'Since May.');
  await tick(' Today');

  expect(probe?.current.view()).toMatchObject({ title: 'Okafor', urgency: 'now', rooms: 3, isSafe: false });
  expect(probe?.current.view()).toMatchObject({ story: 'Since May.', reasons: ['now'] });
  expect(said()).toContain('6 changes are on this device only. Offline, by your switch.');
  expect(said()).toContain('Only you are here.');
  await act(() => caseload.close());
});

test('[H14] rows are added by their first words, and filled in where they stand; entries are written whole', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(caseload, <Plan record={record} />);
  const probe = (await caseload.open(record)).section(plan);
  for (const words of ['Call', 'Visit']) {
    await give(input('New action'), words);
    await press('Add: action');
  }
  await choose('After', 'Visit');
  await choose('Stage', 'Done');
  const [call, visit] = probe?.current.view().actions ?? [];
  expect([call, visit?.what]).toMatchObject([{ what: 'Call', after: visit?.id, stage: 'done' }, 'Visit']);

  await press('Add: call');
  expect(said()).toContain('An entry must say this.');
  await give(input('New call: what was said'), 'The part is on order.');
  await give(input('New call: on'), '2026-12-01');
  await press('Add: call');
  expect(probe?.current.view().calls).toMatchObject([{ said: 'The part is on order.', on: '2026-12-01' }]);
  expect(said()).toContain('What was said The part is on order.');
  expect(said()).toContain('Asha Patel');
  await act(() => caseload.close());
});

test('[H14] a question is shown beside its field with each answer, and settled by keeping one', async () => {
  const { caseload, record } = await offlineCaseload({ title: ['Okafor', 'Reid'] });
  await show(caseload, <Plan record={record} />);
  expect(said()).toContain('Different answers: Title');

  await press('Keep Reid (somebody)');

  expect(input('Title').value).toBe('Reid');
  expect(said()).not.toContain('Different answers');
  await act(() => caseload.close());
});

test('[H14] who may only read is offered nothing to write', async () => {
  const { caseload, record } = await offlineCaseload({ title: ['Okafor', 'Reid'], writes: false });
  await show(caseload, <Plan record={record} />);

  expect(offered()).toEqual(['Work online']);
  expect(said()).toContain('Title Okafor');
  expect(said()).toContain('Reid (somebody)');
  await act(() => caseload.close());
});

test('[H15] the switch works offline and online, and what needs attention is said until it is put away', async () => {
  const { caseload, record, openTab } = await offlineCaseload();
  await show(caseload, <Plan record={record} />);
  await press('Work online');
  expect(said()).toContain('Your sign-in has run out.');
  await press('Work offline');
  expect(said()).toContain('Offline, by your switch.');

  const reader = await openTab();
  await show(reader, <Plan record={record} />);
  const section = (await reader.open(record)).section(plan);
  await done(() => section?.current.doc.transact(() => section.current.doc.getText('story/').insert(0, 'Lost words')));
  expect(said()).toMatch(/Needs attention.*Lost words/);
  await act(() => reader.close());
  await act(() => caseload.close());
});

const person = z.object({ id: z.string() });
const job = memberKind('job', {
  title: 'Job',
  about: 'Work that is done.',
  who: person,
  roles: { worker: 'does it', boss: 'answers for it' },
  manages: ['boss'],
  opens: () => true,
  own: { schema: z.object({ note: z.string().nullable() }), version: 1, initial: { note: null } },
});
const note = decision(job, 'note', {
  title: 'Note it',
  by: 'anybody who has to do with it',
  undoneBy: [],
  version: 1,
  form: group({ words: line({ label: 'Words' }) }),
  refusals: { noted: 'It is noted already.' },
  may: ({ seats }) => seats.size > 0,
  check: ({ own }) => (own.note === null ? null : 'noted'),
  fold: (facts, { words }) => ({ ...facts, own: { note: words } }),
  overtakenBy: [],
  words: ({ words }) => `Noted: ${words}`,
  stands: ({ own }) => own.note,
  told: (_telling, form) => form,
});
const jobs = defineModel({
  name: 'jobs',
  version: 1,
  title: 'Jobs',
  who: whoById(person),
  kinds: [job],
  sections: [
    sectionOf(job, plan, { title: 'Plan', about: 'What is done.', rights: { worker: 'write', boss: 'write' } }),
  ],
  decisions: [...memberDecisions(job), note],
});
const named = (id: string, name: string) => ({ who: { id }, name, organisation: null });
const people = [named('asha', 'Asha Patel'), named('ben', 'Ben Cole')] as const;
const member = (who: string, role: string) => ({ who, role, from: 0, to: null, name: null, organisation: null });

function Decisions({ decide, me = people[0] }: { readonly decide: string; readonly me?: (typeof people)[number] }) {
  return useRecords().map((record) => (
    <div key={record.record}>
      <DecideForm model={jobs} decision={decide} record={record} me={me} people={people} />
      <DecidedLately record={record} />
    </div>
  ));
}

const decidable = (...members: readonly object[]) =>
  offlineCaseload({
    facts: { members, own: { note: null } },
    decisions: decisionPort(jobs, people[0], knownOf(people)),
  });

test('[H16] a decision is asked for by what its form holds, shown as not yet confirmed, and what stands is said then', async () => {
  const { caseload } = await decidable(member('asha', 'boss'));
  await show(caseload, <Decisions decide="note" />);
  expect(offered()).toEqual(['Words', 'Note it']);

  await give(input('Words'), 'The part is here');
  await press('Note it');

  expect(said()).toContain('Noted: The part is here Not yet confirmed');
  expect(offered()).toEqual([]);
  await act(() => caseload.close());
});

test('[H16] only what the model does not refuse may be chosen', async () => {
  const { caseload } = await decidable(member('asha', 'boss'), member('ben', 'boss'));
  await show(caseload, <Decisions decide="add-job-member" />);
  const choices = (label: string) =>
    Array.from((input(label) as HTMLElement).querySelectorAll('option'), (option) => option.textContent);
  expect([choices('Who'), choices('Role')]).toEqual([['Asha Patel', 'Ben Cole'], ['Worker']]);

  await choose('Who', 'Ben Cole');
  await press('Add a member');
  expect(choices('Who')).toEqual(['Asha Patel']);
  await act(() => caseload.close());
});

test('[H16] whoever may not decide is offered nothing, nor is what has no input here', async () => {
  const { caseload } = await decidable(member('asha', 'boss'));
  for (const shown of [
    <Decisions key="stranger" decide="note" me={people[1]} />,
    <Decisions key="opening" decide="register-job" />,
    <Decisions key="unknown" decide="paint-job" />,
  ]) {
    await show(caseload, shown);
    expect(offered()).toEqual([]);
  }
  await act(() => caseload.close());
});
