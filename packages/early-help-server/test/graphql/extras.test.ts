import { randomUUID } from 'node:crypto';
import { extras } from '@caseweave/early-help-server';
import { earlyHelp, type AgencyKind, type Principal, type Role } from '@caseweave/family';
import { issueToken, putPeople, putUnits, type RunningServer, startServer } from '@caseweave/server';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let postgres: TestPostgres;
let server: RunningServer;
let family: string;
let child: string;

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: unknown;
}

async function ask<Data>(who: string, query: string, variables: object = {}): Promise<Answer<Data>> {
  const { token } = await issueToken(server.node.authority, who, server.node.now());
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<Data>;
}

interface Told {
  readonly __typename: string;
  readonly row?: string;
  readonly refusals?: readonly { readonly path: string }[];
}

/** Sends one mutation under a key of its own. */
async function change(who: string, call: string): Promise<Told> {
  const outcome = '__typename ... on Edited { row } ... on Refused { refusals { path rule } }';
  const asked = `mutation { ${call.replace('(', `(key: "${randomUUID()}", family: "${family}", `)} { ${outcome} } }`;
  const { data, errors } = await ask<Record<string, Told>>(who, asked);
  const [told] = Object.values(data ?? {});
  if (told === undefined) throw new Error(JSON.stringify(errors));
  return told;
}

const practitioner = (id: string, agency: string, kind: AgencyKind, role: Role, hub: string | null) => {
  const who: Principal = { id, kind: 'practitioner', agency: { id: agency, kind }, roles: [role], hub };
  return { who, name: `Name of ${id}` };
};

interface Registered {
  readonly registerFamily: {
    readonly recordId: string;
    readonly family: { readonly id: string };
    readonly people: readonly { readonly id: string }[];
  };
}

const register = `mutation R($key: ID!, $hub: ID, $persons: [RegisterFamilyPersonsInput!]!) {
  registerFamily(key: $key, hub: $hub, lead: "worker", persons: $persons) {
    ... on Decided { recordId family { id } people { id } } ... on NotDecided { words } } }`;

async function registered(hub: string, persons: readonly object[]) {
  const { data, errors } = await ask<Registered>('worker', register, { key: randomUUID(), hub, persons });
  if (data?.registerFamily.recordId === undefined) throw new Error(JSON.stringify([data, errors]));
  return data.registerFamily;
}

beforeAll(async () => {
  postgres = await startPostgres();
  server = await startServer({ model: earlyHelp, graphql: { extras }, database: postgres.address });
  const { database, authority } = server.node;
  await putUnits(database.db, authority.id, 'hub', [
    { id: 'east', name: 'East' },
    { id: 'west', name: 'West' },
  ]);
  await putUnits(database.db, authority.id, 'agency', [
    { id: 'early-help', name: 'Early help', more: { kind: 'la_early_help' } },
    { id: 'oak-school', name: 'Oak School', more: { kind: 'school' } },
  ]);
  await putPeople(database.db, authority.id, earlyHelp, [
    practitioner('worker', 'early-help', 'la_early_help', 'lead', 'east'),
    practitioner('manager', 'early-help', 'la_early_help', 'manager', 'east'),
    practitioner('school', 'oak-school', 'school', 'taf_practitioner', null),
  ]);
  const made = await registered('east', [
    { role: 'CHILD', household: 'one' },
    { role: 'ADULT', household: 'one' },
  ]);
  family = made.recordId;
  child = made.people[0]?.id ?? '';
  await ask('worker', `mutation { joinTeam(key: "join", family: "${family}", principal: "school") { __typename } }`);
  await change('worker', 'changePlan(values: { familyName: "Okafor", nextReviewOn: "2026-12-12" })');
  await ask(
    'worker',
    `mutation { changeIdentity(key: "name", person: "${child}", values: { givenName: "Tobi" }) { __typename } }`,
  );
}, 60_000);

afterAll(async () => {
  await server.close();
  await postgres.close();
});

const caseload = `query C($search: String, $hub: ID, $lead: ID, $levels: [LevelOfNeed!], $dueBefore: Date, $first: Int, $after: String) {
  caseload(search: $search, hub: $hub, lead: $lead, levels: $levels, dueBefore: $dueBefore, first: $first, after: $after) {
    totalCount nodes { id name nextReviewOn hub { name } } pageInfo { endCursor } } }`;

interface Caseload {
  readonly caseload: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly name: string | null; readonly hub: unknown }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

test('[X3, X7] a family that is registered has its lead, team, people and hub, with what they are called', async () => {
  const { data } = await ask(
    'school',
    `{ family(id: "${family}") { name nextReviewOn hub { name } lead { name hub { name } roles { code words } }
      team { id agency { name kind { code words } } } people { role { code words } person { name } } } }`,
  );

  expect(data).toEqual({
    family: {
      name: 'Okafor',
      nextReviewOn: '2026-12-12',
      hub: { name: 'East' },
      lead: { name: 'Name of worker', hub: { name: 'East' }, roles: [{ code: 'LEAD', words: 'Lead practitioner' }] },
      team: [
        {
          id: 'worker',
          agency: { name: 'Early help', kind: { code: 'LA_EARLY_HELP', words: expect.any(String) as string } },
        },
        { id: 'school', agency: { name: 'Oak School', kind: { code: 'SCHOOL', words: 'School' } } },
      ],
      people: expect.arrayContaining([
        { role: { code: 'CHILD', words: expect.any(String) as string }, person: { name: 'Tobi' } },
        { role: { code: 'ADULT', words: expect.any(String) as string }, person: { name: null } },
      ]) as unknown,
    },
  });
});

test('[X2] the caseload is in the order of the next reviews, and is narrowed by what is asked for', async () => {
  const other = (await registered('west', [])).recordId;
  const add = `mutation { changePlan(key: "later", family: "${other}", values: { familyName: "Zoë", nextReviewOn: "2026-12-01" }) { __typename }
    addNeed(key: "need", family: "${other}", values: { title: "Debt", level: LEVEL_OF_NEED_3, status: OPEN }) { __typename } }`;
  await ask('worker', add);
  const last = (await registered('west', [])).recordId;
  const of = async (who: string, variables: object = {}) => {
    const { data, errors } = await ask<Caseload>(who, caseload, variables);
    if (data === undefined) throw new Error(JSON.stringify(errors));
    expect(data.caseload.totalCount).toBe(data.caseload.nodes.length);
    return data.caseload.nodes.map(({ id }) => id);
  };

  expect(await of('worker')).toEqual([other, family, last]);
  expect(await of('school')).toEqual([family]);
  expect(await of('worker', { search: 'zoe' })).toEqual([other]);
  expect(await of('worker', { search: 'TOB' })).toEqual([family]);
  expect(await of('worker', { hub: 'west' })).toEqual([other, last]);
  expect(await of('worker', { lead: 'worker', hub: 'east' })).toEqual([family]);
  expect(await of('worker', { lead: 'school' })).toEqual([]);
  expect(await of('worker', { levels: ['LEVEL_OF_NEED_3', 'LEVEL_OF_NEED_4'] })).toEqual([other]);
  expect(await of('worker', { dueBefore: '2026-12-12' })).toEqual([other]);
  expect(await of('worker', { hub: 'no\u0000where' })).toEqual([]);
  const page = await ask<Caseload>('worker', caseload, { first: 1 });
  const after = page.data?.caseload.pageInfo.endCursor;
  expect((await ask<Caseload>('worker', caseload, { after })).data?.caseload.nodes.map(({ id }) => id)).toEqual([
    family,
    last,
  ]);
});

test('[X2] a hub that one may not know is not told, nor found by looking for it', async () => {
  const made = await registered('east', [{ role: 'ADULT' }]);
  const adult = made.people[0]?.id ?? '';
  await ask(
    'worker',
    `mutation { joinTeam(key: "${randomUUID()}", family: "${made.recordId}", principal: "school") { __typename } }`,
  );
  const { decisions, now, tail } = server.node;
  const decided = await decisions.decide({ type: 'protect-location', record: adult, isProtected: true }, now());
  expect(decided.type).toBe('decided');
  await tail.catchUp();
  const hubsOf = async (who: string, hub: string | null) =>
    (await ask<Caseload>(who, caseload, { hub })).data?.caseload.nodes
      .filter(({ id }) => id === made.recordId)
      .map((one) => one.hub);

  expect(await hubsOf('school', null)).toEqual([null]);
  expect(await hubsOf('school', 'east')).toEqual([]);
  expect(await hubsOf('manager', 'east')).toEqual([{ name: 'East' }]);
});

test('[X4] that a need is worse opens it again', async () => {
  const { row: need } = await change('school', 'addNeed(values: { title: "Reading", status: MET })');
  const worse = `addEvidence(values: { need: "${need}", direction: WORSE, text: "Fell behind", on: "2026-11-20", by: "school" })`;
  expect((await change('school', worse)).__typename).toBe('Edited');
  const { data } = await ask(
    'worker',
    `{ family(id: "${family}") { plan { needs(filter: { status: [OPEN] }) { nodes { title } }
      evidence { nodes { text need { title } by { practitioner { id } } } } } } }`,
  );

  expect(data).toEqual({
    family: {
      plan: {
        needs: { nodes: [{ title: 'Reading' }] },
        evidence: {
          nodes: [{ text: 'Fell behind', need: { title: 'Reading' }, by: { practitioner: { id: 'school' } } }],
        },
      },
    },
  });
});

test('[X5] attendance is told in words, as from the school', async () => {
  const attendance = (attended: number) =>
    `recordAttendance(person: "${child}", attendance: { from: "2026-11-02", to: "2026-11-20", possible: 30, attended: ${attended} })`;
  expect((await change('school', attendance(24))).__typename).toBe('Edited');
  expect(await change('school', attendance(31))).toMatchObject({
    __typename: 'Refused',
    refusals: [{ path: 'attendance' }],
  });
  expect((await change('manager', attendance(24))).__typename).toBe('NotAllowed');
  const { data } = await ask(
    'worker',
    `{ family(id: "${family}") { chronology { events { nodes { text sourceAgency about { id } } } } } }`,
  );

  expect(data).toEqual({
    family: {
      chronology: {
        events: {
          nodes: [
            {
              text: 'Attended 24 of 30 sessions (80%) from 2 November 2026 to 20 November 2026.',
              sourceAgency: 'Oak School',
              about: [{ id: child }],
            },
          ],
        },
      },
    },
  });
});

test('[X6] who came to a review is said one at a time', async () => {
  const { row: review } = await change('school', 'addReview(values: { heldOn: "2026-11-20" })');
  const mark = (given: string) =>
    `markReviewAttendance(review: "${review}", who: "worker", mark: ${given}, byName: true)`;
  await change('school', mark('ABSENT'));
  expect((await change('school', mark('ATTENDED'))).row).toBe(review);
  const { data } = await ask(
    'worker',
    `{ family(id: "${family}") { plan { reviews { nodes { whoCame { who { practitioner { id } } marks { code } }
      attendance { mark { code } markedBy { practitioner { id } } } } } } } }`,
  );

  expect(data).toEqual({
    family: {
      plan: {
        reviews: {
          nodes: [
            {
              whoCame: [{ who: { practitioner: { id: 'worker' } }, marks: [{ code: 'ATTENDED' }] }],
              attendance: [{ mark: { code: 'ATTENDED' }, markedBy: { practitioner: { id: 'school' } } }],
            },
          ],
        },
      },
    },
  });
});

test('[X7] who is put into a family is told with the decision, new or known', async () => {
  const query = `mutation P($key: ID!, $family: ID!, $person: ID) {
    registerPerson(key: $key, family: $family, person: $person, role: ADULT) {
      __typename ... on Decided { family { id } people { id } begun { id } } ... on NotDecided { code } } }`;
  const first = await ask('worker', query, { key: randomUUID(), family });
  expect(first.data).toMatchObject({ registerPerson: { family: { id: family }, people: [{}], begun: [{}] } });
  const other = (await registered('east', [])).recordId;
  const known = await ask('worker', query, { key: randomUUID(), family: other, person: child });
  expect(known.data).toEqual({
    registerPerson: { __typename: 'Decided', family: { id: other }, people: [{ id: child }], begun: [] },
  });
});
