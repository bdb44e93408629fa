import { randomUUID } from 'node:crypto';

import { expect, test } from 'vitest';
import { EventStream } from './event-stream.ts';
import { useServer } from './service-authority.ts';
import { changeRecord, type RecordChange, putPrincipals } from '../models/early-help/authority.ts';

const server = useServer(2);

const followFamily = `subscription F($family: ID!) { familyChanged(family: $family) { __typename
  ... on FamilyChanged { asOf sections { name } family { id plan { needs(first: 50) { nodes { title } } } chronology { events { nodes { text } } } } }
  ... on Ended { why }
} }`;
const followCaseload = `subscription { familiesChanged { __typename
  ... on FamiliesChanged { asOf changed { id } left } ... on Ended { why }
} }`;

interface Told {
  readonly data?: {
    readonly familyChanged?: { readonly __typename: string; readonly sections?: readonly { readonly name: string }[] };
    readonly familiesChanged?: { readonly __typename: string; readonly left?: readonly string[] };
  };
}

const accept = { accept: 'text/event-stream' };

async function listen(who: string, query: string, variables: object = {}, life?: number) {
  const response = await server.send(who, query, variables, accept, life);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  return new EventStream<Told>(response);
}

const addNeed = `mutation Add($key: ID!, $family: ID!, $title: String!) {
  addNeed(key: $key, family: $family, values: { title: $title }) { __typename }
}`;
const addWorry = `mutation Add($key: ID!, $family: ID!, $title: String!) {
  addWorry(key: $key, family: $family, values: { text: $title }) { __typename }
}`;
const write = (who: string, query: string, family: string, title: string) =>
  server.text(who, query, { key: randomUUID(), family, title });

const node = () => server.filled.server.node;
async function change(family: string, what: RecordChange): Promise<void> {
  await changeRecord(node(), family, what);
  await node().tail.catchUp();
}

test('[G26] who follows a family is told what changes, as it then is', async () => {
  const { family } = server.filled;
  const events = await listen('partner', followFamily, { family });
  await write('worker', addNeed, family, 'A bed of his own');
  const event = await events.next();
  expect(event).toMatchObject({
    data: {
      familyChanged: {
        __typename: 'FamilyChanged',
        sections: [{ name: 'plan.shared' }],
        family: { id: family, plan: { needs: { nodes: [{ title: 'A bed of his own' }] } } },
      },
    },
  });
  await events.close();
});

test('[G26] nothing is told of what may not be read, nor that anything happened', async () => {
  const { family } = server.filled;
  const [school, lead] = [
    await listen('partner', followFamily, { family }),
    await listen('lead', followFamily, { family }),
  ];
  await write('lead', addWorry, family, 'canary-practice');
  expect((await lead.next())?.data?.familyChanged?.sections).toEqual([{ name: 'plan.practice' }]);
  // The next that the school hears is what came after.
  await write('worker', addNeed, family, 'Seen by all');
  expect((await school.next())?.data?.familyChanged?.sections).toEqual([{ name: 'plan.shared' }]);
  expect(school.everything).not.toContain('practice');
  await Promise.all([school.close(), lead.close()]);
});

test('[G27] a family that may not be read and one that does not exist end alike, at once', async () => {
  const { family } = server.filled;
  const told = await Promise.all(
    [family, 'AAAAAAAAAAAAAAAAAAAAAA'].map(async (id) => {
      const events = await listen('stranger', followFamily, { family: id });
      expect((await events.next())?.data).toEqual({ familyChanged: { __typename: 'Ended', why: 'NOTHING_TO_FOLLOW' } });
      expect(await events.next()).toBeUndefined();
      return events.everything;
    }),
  );
  expect(told[0]).toBe(told[1]);
});

test('[G27] when access ends, that is the last that is told, and nothing of what came after', async () => {
  const family = server.filled.ids[1]?.family ?? '';
  const events = await listen('worker', followFamily, { family });
  const mine = await listen('worker', followCaseload);
  await change(family, { type: 'part', principal: 'worker' });
  await write('partner', addNeed, family, 'canary-after');
  expect((await events.next())?.data).toEqual({ familyChanged: { __typename: 'Ended', why: 'NOTHING_TO_FOLLOW' } });
  expect(await events.next()).toBeUndefined();
  expect((await mine.next())?.data?.familiesChanged?.left).toEqual([family]);
  expect(events.everything + mine.everything).not.toContain('canary-after');
  await mine.close();
  await change(family, { type: 'join', principal: 'worker' });
});

test('[G26] my caseload tells of families that come and change, and of no others', async () => {
  const [first, second] = server.filled.ids.map(({ family }) => family);
  const mine = await listen('stranger', followCaseload);
  await write('partner', addNeed, first ?? '', 'Nothing to a stranger');
  await change(second ?? '', { type: 'join', principal: 'stranger' });
  expect(await mine.next()).toMatchObject({ data: { familiesChanged: { changed: [{ id: second }], left: [] } } });
  await write('partner', addNeed, second ?? '', 'Something to a colleague');
  expect(await mine.next()).toMatchObject({ data: { familiesChanged: { changed: [{ id: second }] } } });
  expect(mine.everything).not.toContain(first);
  await mine.close();
  await change(second ?? '', { type: 'part', principal: 'stranger' });
});

test('[G26] a decision that changes nothing for a reader is not told to them', async () => {
  const { family } = server.filled;
  const events = await listen('partner', followFamily, { family });
  await change(family, { type: 'grant', principal: 'lead', section: 'safety.intelligence', act: 'write' });
  await write('worker', addNeed, family, 'The next thing');
  expect((await events.next())?.data?.familyChanged?.sections).toEqual([{ name: 'plan.shared' }]);
  await change(family, { type: 'join', principal: 'stranger' });
  expect((await events.next())?.data?.familyChanged?.sections).toEqual([]);
  await change(family, { type: 'part', principal: 'stranger' });
  await events.close();
});

test('[G27] when a token runs out, the subscription ends with it', async () => {
  const events = await listen('partner', followFamily, { family: server.filled.family }, 1_500);
  expect((await events.next())?.data).toEqual({ familyChanged: { __typename: 'Ended', why: 'SIGN_IN_AGAIN' } });
});

test('[G27] when what a person is changes, they begin again', async () => {
  const events = await listen('worker', followCaseload);
  const { tail } = node();
  await putPrincipals(node(), [
    {
      id: 'worker',
      kind: 'practitioner',
      name: 'Name of worker',
      agency: 'early-help',
      hub: null,
      roles: ['taf_practitioner'],
    },
  ]);
  await tail.catchUp();
  expect((await events.next())?.data).toEqual({ familiesChanged: { __typename: 'Ended', why: 'BEGIN_AGAIN' } });
});

test('[G28] one person follows twenty things at once at most; who stops makes room', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => listen('lead', followCaseload)));
  const more = await listen('lead', followCaseload);
  expect((await more.next())?.data).toEqual({ familiesChanged: { __typename: 'Ended', why: 'TOO_MANY' } });
  const other = await listen('partner', followCaseload);
  await Promise.all(all.map((events) => events.close()));
  await other.close();
  await expect
    .poll(async () => {
      const again = await listen('lead', followFamily, { family: 'AAAAAAAAAAAAAAAAAAAAAA' });
      const event = await again.next();
      return event?.data?.familyChanged;
    })
    .toEqual({ __typename: 'Ended', why: 'NOTHING_TO_FOLLOW' });
});

test('[G28] a subscription that would cost too much with each event is refused before it begins', async () => {
  const costly = `subscription { familiesChanged { ... on FamiliesChanged { changed { plan { needs(first: 50) { nodes { title about { id } } } actions(first: 50) { nodes { what } } } } } } }`;
  const response = await server.send('lead', costly, {}, accept);
  expect(await response.text()).toContain('TOO_COMPLEX');
});
