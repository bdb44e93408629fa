import { randomUUID } from 'node:crypto';
import { buildSchema, parse, print, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningServer } from '../../packages/trials/src/whole/running-server.ts';
import { DemoApi } from '../../packages/trials/src/whole/demo-api.ts';
import { ask } from '../snippets/query/ask.ts';
import { follow } from '../snippets/query/follow.ts';
import {
  JoinTeamDocument,
  MyCaseloadDocument,
  OpenQuestionsDocument,
  ReadBackDocument,
  RecordAttendanceDocument,
  SettleDocument,
  WholeFamilyDocument,
} from '../snippets/query/generated/graphql.ts';
import { tellAttendance } from '../snippets/query/school-register.ts';
import { operations } from '../src/operations.ts';
import { root, textOf } from '../src/repository.ts';
import { blocksOf, ownPages } from './shown.ts';

const schema = buildSchema(textOf('packages/early-help-server/schema.graphql'));

test('the operations of the guide are valid, and what is generated from them is up to date', async () => {
  expect(validate(schema, parse(textOf('docs/snippets/query/operations.graphql')))).toEqual([]);
  for (const { path, text } of await operations()) expect({ path, text: textOf(path) }).toEqual({ path, text });
}, 60_000);

test('every operation that a page shows is one of these', () => {
  // Those over a domain of one's own are validated with it, in `own-domain.test.ts`.
  const files = ['docs/snippets/query/operations.graphql', 'docs/snippets/domain/repairs.graphql'];
  const known = new Set(
    files.flatMap((file) => parse(textOf(file)).definitions.map((definition) => print(definition))),
  );
  const shown = ownPages().flatMap((page) => blocksOf(page).filter(({ language }) => language === 'graphql'));

  expect(shown.length).toBeGreaterThan(4);
  for (const { text } of shown) for (const one of parse(text).definitions) expect(known).toContain(print(one));
});

let server: RunningServer;
let lead: { readonly url: string; readonly token: string };
let school: typeof lead;
let family: string;
let pupil: string;

// In production mode, with the list that the guide's settings wrote: so what is asked here is asked as an app asks.
beforeAll(async () => {
  const list = `${root}docs/snippets/query/generated/persisted-documents.json`;
  server = await RunningServer.with({ CASEWEAVE_PRODUCTION: '1', CASEWEAVE_OPERATIONS: list }, undefined, [
    '--families',
    '8',
  ]);
  await server.startAgain();
  const api = new DemoApi(server.url);
  lead = { url: server.url, token: await api.token('early-help-1') };
  school = { url: server.url, token: await api.token('school-1') };
  const { caseload } = await ask(lead, MyCaseloadDocument, { after: null });
  family = caseload.nodes.find(({ name }) => name === 'Okafor')?.id ?? '';
  const whole = await ask(lead, WholeFamilyDocument, { id: family });
  pupil = whole.family?.people.find(({ role }) => role?.code === 'CHILD')?.person.id ?? '';
}, 120_000);

afterAll(() => server.stop());

test('a caseload, a family and its questions are answered as the guide says', async () => {
  const { caseload, asOf } = await ask(lead, MyCaseloadDocument, { after: null });
  expect(caseload.nodes.map(({ name }) => name)).toContain('Okafor');
  expect(asOf).not.toBe('');

  const whole = await ask(lead, WholeFamilyDocument, { id: family });
  expect(whole.family?.plan?.actions.nodes.length).toBeGreaterThan(0);
  expect(whole.family?.people.some(({ person }) => person.id === pupil)).toBe(true);

  const { family: asked } = await ask(lead, OpenQuestionsDocument, { id: family });
  const [question] = asked?.plan?.questions ?? [];
  const [claim] = question?.claims ?? [];
  expect(question?.claims).toHaveLength(2);
  const settled = await ask(lead, SettleDocument, {
    key: randomUUID(),
    family,
    question: question?.id ?? '',
    claim: claim?.id ?? '',
    reason: 'Agreed on the telephone',
  });
  expect(settled.settleQuestion.__typename).toBe('Edited');
});

test('attendance is written once, read back, and refused in words', async () => {
  const term = 'autumn-1';
  const first = await tellAttendance(school, { family, pupil, term });
  expect(first).toContain('61');
  expect(await tellAttendance(school, { family, pupil, term })).toBe(first);

  const attendance = { from: '2026-09-02', to: '2026-10-23', possible: 74, attended: 61 };
  const tell = async (key: string, change: object, from = school) =>
    (
      await ask(from, RecordAttendanceDocument, {
        key,
        family,
        pupil,
        attendance: { ...attendance, ...change },
      })
    ).recordAttendance;
  const key = randomUUID();
  const told = await tell(key, {});
  expect(told.__typename).toBe('Edited');
  expect((await tell(key, { attended: 60 })).__typename).toBe('KeyReused');
  expect((await tell(randomUUID(), { attended: 99 })).__typename).toBe('Refused');
  const version = told.__typename === 'Edited' ? told.version : '';
  const { atLeast } = await ask(lead, ReadBackDocument, { version, family });
  expect(atLeast.__typename).toBe('Reached');
  // A family that is not there, and one that is not yours, are one answer.
  const elsewhere = { key: randomUUID(), family: 'AAAAAAAAAAAAAAAAAAAAAA', pupil, attendance };
  expect((await ask(school, RecordAttendanceDocument, elsewhere)).recordAttendance.__typename).toBe('NotAllowed');
});

test('a subscription tells of a decision', async () => {
  const events = await follow(lead, family);
  const join = await ask(lead, JoinTeamDocument, {
    key: randomUUID(),
    family,
    practitioner: 'school-2',
    reason: 'Takes over from September',
    seen: null,
  });
  expect(join.joinTeam.__typename).toBe('Decided');
  const { value: event } = (await events.next()) as IteratorYieldResult<{ readonly __typename: string }>;
  expect(event.__typename).toBe('FamilyChanged');
  await events.return(undefined);
});

test('in production only listed operations are taken', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${lead.token}` },
    body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
  });
  expect(await response.text()).toContain('OPERATION_NOT_LISTED');
});

test('without a token nothing is answered', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: MyCaseloadDocument.toString() }),
  });
  expect(response.status).toBe(401);
});
