import { randomUUID } from 'node:crypto';
import { planShared } from '@caseweave/family';
import { expect, test } from 'vitest';
import { connect } from '../sync/test-authority.ts';
import { useServer } from './service-authority.ts';

const server = useServer();

const outcome = `__typename
  ... on Decided { version recordId record { id sections { name } } begun { __typename id } }
  ... on NotDecided { code words stands }`;
const register = `mutation R($key: ID!, $hub: ID, $lead: ID, $persons: [RegisterFamilyPersonsInput!]!) {
  registerFamily(key: $key, hub: $hub, lead: $lead, persons: $persons) { ${outcome} }
}`;
const join = `mutation J($key: ID!, $family: ID!, $practitioner: ID!, $until: DateTime, $seen: Version) {
  joinTeam(key: $key, family: $family, principal: $practitioner, until: $until, seen: $seen, reason: "Asked for by the school") { ${outcome} }
}`;
const leave = `mutation L($key: ID!, $family: ID!, $practitioner: ID!) {
  leaveTeam(key: $key, family: $family, principal: $practitioner) { ${outcome} }
}`;
const allocate = `mutation A($key: ID!, $family: ID!, $hub: ID!) {
  allocate(key: $key, family: $family, hub: $hub) { ${outcome} }
}`;

interface Told {
  readonly __typename: string;
  readonly code?: string;
  readonly recordId?: string;
  readonly begun?: readonly { readonly __typename: string; readonly id: string }[];
}

async function decide(who: string, query: string, variables: object): Promise<Told> {
  const { data, errors } = await server.ask<Record<string, Told>>(who, query, { key: randomUUID(), ...variables });
  const [told] = Object.values(data ?? {});
  if (told === undefined) throw new Error(JSON.stringify(errors));
  return told;
}

const persons = [
  { role: 'CHILD', household: 'one' },
  { role: 'ADULT', household: 'one' },
];

test('[G29] a family is registered with its people, once for its key, and can be written in at once', async () => {
  const key = randomUUID();
  const variables = { key, hub: 'east', lead: 'worker', persons };
  const first = await decide('worker', register, variables);
  expect(first).toMatchObject({ __typename: 'Decided', record: { id: first.recordId } });
  expect(first.begun?.map(({ __typename }) => __typename)).toEqual(['Family', 'Person', 'Person']);
  const again = await decide('worker', register, variables);
  expect([again.recordId, again.begun]).toEqual([first.recordId, first.begun]);
  expect(await decide('worker', register, { ...variables, persons: [] })).toEqual({ __typename: 'KeyReused' });

  const device = await connect(server.filled.server, 'worker');
  const add = `mutation N($key: ID!, $family: ID!) { addNeed(key: $key, family: $family, values: { title: "A place at nursery" }) { __typename } }`;
  // A key stands for one thing, whether that was an edit or a decision.
  expect(await server.text('worker', add, { key, family: first.recordId })).toContain('KeyReused');
  const edited = randomUUID();
  expect(await server.text('worker', add, { key: edited, family: first.recordId })).toContain('Edited');
  expect(await decide('worker', register, { ...variables, key: edited })).toEqual({ __typename: 'KeyReused' });
  await device.until(() => device.view(first.recordId ?? '', planShared).needs.length === 1);
  await device.close();
});

test('[G29] a team is joined and left, and whoever joined reads from then on', async () => {
  const { family } = server.filled;
  const read = '{ families { nodes { id } } }';
  expect(await server.text('stranger', read)).not.toContain(family);
  const joined = await decide('lead', join, { family, practitioner: 'stranger', until: '2099-01-01T00:00:00Z' });
  expect(joined.__typename).toBe('Decided');
  expect(await server.text('stranger', read)).toContain(family);
  expect(await decide('lead', join, { family, practitioner: 'stranger', until: '2099-01-01T00:00:00Z' })).toMatchObject(
    {
      __typename: 'NotDecided',
      code: 'ALREADY',
    },
  );
  expect((await decide('lead', leave, { family, practitioner: 'stranger' })).__typename).toBe('Decided');
  expect(await server.text('stranger', read)).not.toContain(family);
  expect(await decide('lead', leave, { family, practitioner: 'lead' })).toMatchObject({ code: 'IS_LEAD' });
});

test('[G29] what was decided since the answer that a decision was made on is told instead', async () => {
  const { family } = server.filled;
  const { data } = await server.ask<{ asOf: string }>('lead', '{ asOf }');
  await decide('lead', join, { family, practitioner: 'stranger' });
  await decide('lead', leave, { family, practitioner: 'stranger' });
  const late = await decide('lead', join, { family, practitioner: 'stranger', seen: data?.asOf });
  expect(late).toMatchObject({ __typename: 'NotDecided', code: 'OVERTAKEN' });
});

test('[G21] what one may not decide and what does not exist are one answer to the byte', async () => {
  const { family } = server.filled;
  const told = await Promise.all(
    [family, 'AAAAAAAAAAAAAAAAAAAAAA'].map((id) =>
      server.text('stranger', allocate, { key: randomUUID(), family: id, hub: 'east' }),
    ),
  );
  expect(told[0]).toContain('NotAllowed');
  expect(told[0]).toBe(told[1]);
});

test('[G29] a family is allocated to a hub, if there is such a hub', async () => {
  const made = await decide('worker', register, { persons: [], lead: 'worker' });
  const family = made.recordId;
  expect(await decide('worker', allocate, { family, hub: 'nowhere' })).toMatchObject({ code: 'NO_SUCH_HUB' });
  expect(await decide('worker', allocate, { family, hub: 'east' })).toMatchObject({ __typename: 'Decided' });
});
