import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AddedJob, askRepairs } from './repairs-server.ts';

let server: Awaited<ReturnType<typeof askRepairs>>;
let job: AddedJob;

beforeAll(async () => {
  server = await askRepairs();
  const from = server.node.now();
  const workers = ['worker', 'partner', 'nurse'].map((who) => ({ who, from, to: null }));
  const [added] = await server.add([{ officer: 'lead', district: 'east', workers }]);
  if (added === undefined) throw new Error('A job was added.');
  job = added;
}, 60_000);
afterAll(async () => {
  await server.close();
  expect(server.failures).toEqual([]);
});

const told = `query Told($id: ID!) { job(id: $id) {
  officer { name } district workers { who { name } until } homes { id } notesOfAFirm { firm { name } text }
} }`;

interface TextAdded {
  readonly addToText: { readonly __typename: string };
}
let keys = 0;
const addTo = async (who: string, text: string, words: string, section: string | null = null): Promise<string> => {
  const { data } = await server.ask<TextAdded>(
    who,
    `mutation Add($key: ID!, $job: ID!, $words: String!, $section: String) {
      addToText(key: $key, record: $job, text: ${text}, words: $words, section: $section) { __typename }
    }`,
    { key: `key-${(keys += 1)}`, job: job.job, words, section },
  );
  return data?.addToText.__typename ?? 'nothing';
};

test('[G8] what is decided is told as far as each may know it', async () => {
  const ask = async (who: string) => (await server.ask<object>(who, told, { id: job.job })).data;
  const worker = (id: string) => ({ who: { name: `Name of ${id}` }, until: null });
  const common = { officer: { name: 'Name of lead' }, district: 'East', homes: [{ id: job.home }], notesOfAFirm: [] };

  expect(await ask('lead')).toEqual({
    job: { ...common, workers: [worker('worker'), worker('partner'), worker('nurse')] },
  });
  expect(await ask('stranger')).toEqual({ job: null });
});

test('[G21] the notes of a firm are written and read by it alone', async () => {
  expect(await addTo('partner', 'NOTES_TEXT', 'They are in on Mondays.')).toBe('Edited');
  expect(await addTo('nurse', 'NOTES_TEXT', 'The roof is steep.')).toBe('Edited');
  expect(await addTo('nurse', 'NOTES_TEXT', 'canary', 'notes.oak')).toBe('NotAllowed');
  expect(await addTo('worker', 'NOTES_TEXT', 'canary')).toBe('NotAllowed');

  const notes = async (who: string) =>
    (await server.ask<{ job: { notesOfAFirm: unknown } }>(who, told, { id: job.job })).data?.job.notesOfAFirm;
  const oak = { firm: { name: 'Oak Heating' }, text: 'They are in on Mondays.' };
  const elm = { firm: { name: 'Elm Roofs' }, text: 'The roof is steep.' };
  expect(await notes('partner')).toEqual([oak]);
  expect(await notes('nurse')).toEqual([elm]);
  expect(await notes('manager')).toEqual(expect.arrayContaining([oak, elm]));
  expect(await notes('lead')).toEqual([]);
});

test('[G26] who follows a job hears of the notes of their firm, and others hear nothing of them', async () => {
  const follow = `subscription F($job: ID!) { jobChanged(job: $job) { __typename
    ... on JobChanged { sections { name } } } }`;
  interface Heard {
    readonly data?: { readonly jobChanged?: { readonly sections?: readonly { readonly name: string }[] } };
  }
  const listen = (who: string) => server.listen<Heard>(who, follow, { job: job.job });
  const [partner, nurse] = [await listen('partner'), await listen('nurse')];
  const heard = async (events: typeof partner) =>
    (await events.next())?.data?.jobChanged?.sections?.map(({ name }) => name);

  expect(await addTo('partner', 'NOTES_TEXT', 'The key is with them.')).toBe('Edited');
  expect(await heard(partner)).toEqual(['notes.oak']);
  expect(await addTo('worker', 'JOB_PLAN_STORY', 'It is cold again.')).toBe('Edited');
  expect([await heard(partner), await heard(nurse)]).toEqual([['job.plan'], ['job.plan']]);
  await Promise.all([partner.close(), nurse.close()]);
});

test('[G29] what only whoever runs the authority decides has no mutation; other decisions are taken and told', async () => {
  const { errors } = await server.ask<object>(
    'lead',
    'mutation { bar(key: "bar", job: "j", who: "worker") { __typename } }',
  );
  expect(errors?.[0]?.message).toContain('Cannot query field "bar"');

  const decide = `mutation Leave($job: ID!, $key: ID!) { leave(key: $key, job: $job, who: "nurse") { __typename
    ... on Decided { record { ... on Job { workers { who { id } } } } } ... on NotDecided { code words } } }`;
  const leave = async (key: string) => (await server.ask<object>('lead', decide, { job: job.job, key })).data;
  const workers = [{ who: { id: 'worker' } }, { who: { id: 'partner' } }];
  expect(await leave('once')).toEqual({ leave: { __typename: 'Decided', record: { workers } } });
  expect(await leave('again')).toEqual({
    leave: { __typename: 'NotDecided', code: 'ALREADY', words: 'They do not work there.' },
  });
});
