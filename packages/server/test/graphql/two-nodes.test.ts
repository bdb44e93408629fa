import { earlyHelp } from '@caseweave/family';
import { randomUUID } from 'node:crypto';
import { issueToken, startServer, type RunningServer } from '@caseweave/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EventStream } from './event-stream.ts';
import { useServer } from './service-authority.ts';

const first = useServer();
let second: RunningServer;

beforeAll(async () => {
  second = await startServer({
    model: earlyHelp,
    database: first.address,
    authority: first.filled.server.node.authority.id,
  });
}, 60_000);
afterAll(() => second.close());

async function send(server: RunningServer, who: string, query: string, variables: object, accept = 'application/json') {
  const { token } = await issueToken(server.node.authority, who, server.node.now());
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
}

async function ask<Data>(server: RunningServer, who: string, query: string, variables: object): Promise<Data> {
  const { data, errors } = (await (await send(server, who, query, variables)).json()) as {
    data?: Data;
    errors?: unknown;
  };
  if (data === undefined) throw new Error(JSON.stringify(errors));
  return data;
}

const add = `mutation Add($key: ID!, $family: ID!, $title: String!) {
  addNeed(key: $key, family: $family, values: { title: $title }) { __typename ... on Edited { row version } }
}`;
const read = `query Read($version: Version!, $family: ID!) { atLeast(version: $version) { ... on Reached { query {
  family(id: $family) { plan { needs(first: 50) { nodes { id title } } } }
} } } }`;

interface Added {
  readonly addNeed: { readonly __typename: string; readonly row: string; readonly version: string };
}

test('[G19] one key at two nodes at once is one edit, told alike by both', async () => {
  const { family } = first.filled;
  const same = { key: randomUUID(), family, title: 'Once' };
  const told = await Promise.all(
    [first.filled.server, second, first.filled.server, second].map((node) => ask<Added>(node, 'partner', add, same)),
  );
  expect(told.map(({ addNeed }) => addNeed.__typename)).toEqual(['Edited', 'Edited', 'Edited', 'Edited']);
  expect(new Set(told.map(({ addNeed }) => addNeed.row)).size).toBe(1);
});

test('[G23] edits of one principal at two nodes at once are all taken', async () => {
  const { family } = first.filled;
  const titles = Array.from({ length: 12 }, (_, index) => `At two nodes ${index}`);
  const told = await Promise.all(
    titles.map((title, index) =>
      ask<Added>(index % 2 === 0 ? first.filled.server : second, 'partner', add, { key: randomUUID(), family, title }),
    ),
  );
  expect(told.filter(({ addNeed }) => addNeed.__typename !== 'Edited')).toEqual([]);
});

test('[G25] what one node wrote is read at the other, at the version that the edit gave', async () => {
  const { family } = first.filled;
  const { addNeed } = await ask<Added>(first.filled.server, 'partner', add, {
    key: randomUUID(),
    family,
    title: 'Over there',
  });
  const answer = await ask<object>(second, 'lead', read, { version: addNeed.version, family });
  expect(JSON.stringify(answer)).toContain(`{"id":"${addNeed.row}","title":"Over there"}`);
});

test('[G26] who follows at one node is told what was written at the other', async () => {
  const { family } = first.filled;
  const follow = `subscription F($family: ID!) { familyChanged(family: $family) { __typename ... on FamilyChanged { sections { name } } } }`;
  const events = new EventStream<object>(await send(second, 'lead', follow, { family }, 'text/event-stream'));
  await ask<Added>(first.filled.server, 'partner', add, { key: randomUUID(), family, title: 'Heard of' });
  expect(await events.next()).toEqual({
    data: { familyChanged: { __typename: 'FamilyChanged', sections: [{ name: 'plan.shared' }] } },
  });
  await events.close();
});
