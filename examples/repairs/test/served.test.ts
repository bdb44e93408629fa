import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelCommands, run } from '@caseweave/server/command';
import { afterAll, beforeAll, expect, test } from 'vitest';

const served = fileURLToPath(new URL('../src/server.ts', import.meta.url));
const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
let url = '';
let data: string;
let running: Promise<number>;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'repairs-'));
  const { promise: serving, resolve: serves } = Promise.withResolvers<string>();
  running = run(modelCommands, ['start', '--model', served], {
    env: { PORT: '0', CASEWEAVE_DATA: data },
    say: (words) => words.startsWith('Caseweave serves at ') && serves(words.slice('Caseweave serves at '.length)),
    complain: (words) => console.error(words),
    report: (where, error) => console.error(where, error),
    stopped,
  });
  url = await Promise.race([serving, running.then(() => Promise.reject(new Error('The server did not start.')))]);
}, 60_000);

afterAll(async () => {
  stop();
  await running;
  await rm(data, { recursive: true, force: true });
}, 60_000);

const post = async (path: string, body: object, headers = {}): Promise<string> =>
  (
    await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  ).text();

/** Asks the API as somebody, and gives the answer as it came. */
async function ask(person: string, query: string, variables: object = {}): Promise<string> {
  const { token } = JSON.parse(await post('/demo/sign-in', { person })) as { token: string };
  return post('/graphql', { query, variables }, { authorization: `Bearer ${token}` });
}

const whole = `{
  repairs(first: 1) {
    nodes {
      id
      members { who { name } role { code } }
      own { completedOn }
      plan { title urgency { words } steps { nodes { id what room { name } progress { code } } } }
      office { notes { nodes { text written { author { name } } } } }
    }
  }
}`;

interface Repair {
  readonly id: string;
  readonly plan: { readonly steps: { readonly nodes: readonly { readonly id: string }[] } };
}

const repairOf = async (person: string): Promise<Repair> => {
  const answer = await ask(person, whole);
  const read = JSON.parse(answer) as { readonly data?: { readonly repairs: { readonly nodes: readonly Repair[] } } };
  const repair = read.data?.repairs.nodes[0];
  if (repair === undefined) throw new Error(answer);
  return repair;
};

test('the API has what the model says, and no byte of the office for who lives there', async () => {
  expect(await repairOf('cal')).toMatchObject({
    members: [
      { who: { name: 'Olu Adeyemi' }, role: { code: 'OFFICER' } },
      { who: { name: 'Cal Rossi' }, role: { code: 'CONTRACTOR' } },
      { who: { name: 'Tess Brandt' }, role: { code: 'TENANT' } },
    ],
    plan: {
      title: 'The boiler loses pressure',
      steps: { nodes: [{ what: 'Find the leak', room: { name: 'Kitchen' } }] },
    },
    office: { notes: { nodes: [{ text: 'The part is on order.' }] } },
  });

  const tenant = await ask('tess', whole);
  expect(JSON.parse(tenant)).toMatchObject({ data: { repairs: { nodes: [{ office: null }] } } });
  expect(tenant).not.toContain('The part is on order');
});

test('a program writes by the rights of whoever it signs in as', async () => {
  const { id, plan } = await repairOf('cal');
  const change = `mutation ($key: ID!, $repair: ID!, $row: ID!) {
    changeStep(key: $key, repair: $repair, row: $row, values: { progress: DONE }) {
      __typename
      ... on Edited { version }
      ... on NotAllowed { words }
    }
  }`;
  const step = { repair: id, row: plan.steps.nodes[0]?.id };

  expect(await ask('tess', change, { key: 'a', ...step })).toContain('"NotAllowed"');
  expect(await ask('cal', change, { key: 'b', ...step })).toContain('"Edited"');
  expect(await repairOf('tess')).toMatchObject({ plan: { steps: { nodes: [{ progress: { code: 'DONE' } }] } } });
});

test('the repair is completed once, and who says it second is told what stands', async () => {
  const { id } = await repairOf('cal');
  const complete = `mutation ($key: ID!, $repair: ID!, $on: Date!) {
    complete(key: $key, repair: $repair, on: $on) {
      __typename
      ... on Decided { record { ... on Repair { own { completedOn } } } }
      ... on NotDecided { code stands }
    }
  }`;
  const said = async (person: string, key: string, on: string): Promise<unknown> =>
    JSON.parse(await ask(person, complete, { key, repair: id, on }));

  expect(await said('cal', 'c', '2026-12-01')).toMatchObject({
    data: { complete: { __typename: 'Decided', record: { own: { completedOn: '2026-12-01' } } } },
  });
  expect(await said('olu', 'd', '2026-12-03')).toMatchObject({
    data: { complete: { __typename: 'NotDecided', stands: 'It was completed on 2026-12-01.' } },
  });
});
