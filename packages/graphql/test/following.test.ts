import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { endpointOf, post } from './ask.ts';
import { EventStream } from './event-stream.ts';
import { notesOf, plan } from './repairs/plan.ts';
import { smallTown } from './repairs/small-town.ts';

let town = smallTown(2);
let endpoint = endpointOf(town);
beforeEach(() => {
  town = smallTown(2);
  endpoint = endpointOf(town);
});

const followRepair = `subscription F($id: ID!) { repairChanged(repair: $id) { __typename
  ... on RepairChanged { asOf sections { name } repair { id firm { id } plan { title } notes { notes { nodes { text } } } } }
  ... on Ended { why }
} }`;
const followRepairs = `subscription { repairsChanged { __typename
  ... on RepairsChanged { asOf changed { id } left } ... on Ended { why }
} }`;

interface Told {
  readonly data?: { readonly repairChanged?: Event; readonly repairsChanged?: Event };
  readonly errors?: unknown;
}

interface Event {
  readonly __typename: string;
  readonly why?: string;
  readonly sections?: readonly { readonly name: string }[];
  readonly changed?: readonly { readonly id: string }[];
  readonly left?: readonly string[];
}

async function listen(who: string, query: string, variables: object = {}) {
  const headers = { authorization: `Bearer ${who}`, accept: 'text/event-stream' };
  return new EventStream<Told>(await endpoint.fetch(post({ query, variables }, headers)));
}

const next = async (events: EventStream<Told>) => {
  const data = (await events.next())?.data;
  return data?.repairChanged ?? data?.repairsChanged;
};

/** Another decision about a record, as whoever runs the authority takes it. */
function decide(record: string, facts: object): void {
  const state = town.state(record);
  town.facts.set(record, { record, kind: 'job', facts: { ...(state?.facts as object), ...facts } });
  town.position += 1;
  town.tell([record], [], [{ record, state: state ?? null, at: town.now }]);
}

const retitle = (record: string, title: string) => town.write('olive', record, plan, (draft) => (draft.title = title));

test('[G26] who follows a record is told what changes, as it then is, and of what they may not read nothing', async () => {
  const [tenant, officer] = [
    await listen('tim', followRepair, { id: 'boiler' }),
    await listen('olive', followRepair, { id: 'boiler' }),
  ];
  town.write('brook', 'boiler', notesOf('brook'), (draft) => draft.notes.append({ text: 'canary' }));
  expect((await next(officer))?.sections).toEqual([{ name: 'notes.brook' }]);
  retitle('boiler', 'The new boiler');
  expect(await next(tenant)).toMatchObject({
    __typename: 'RepairChanged',
    sections: [{ name: 'job.plan' }],
    repair: { id: 'boiler', firm: null, plan: { title: 'The new boiler' } },
  });
  expect(tenant.everything).not.toContain('canary');
  expect(tenant.everything).not.toContain('notes.brook');
  await Promise.all([tenant.close(), officer.close()]);
});

test('[G26] a decision that changes nothing of what somebody is told is not told to them', async () => {
  const [tenant, officer] = [
    await listen('tim', followRepair, { id: 'boiler' }),
    await listen('olive', followRepair, { id: 'boiler' }),
  ];
  decide('boiler', { firm: 'stone' });
  expect(await next(officer)).toMatchObject({ sections: [], repair: { firm: { id: 'stone' } } });
  retitle('boiler', 'The next thing');
  expect((await next(tenant))?.sections).toEqual([{ name: 'job.plan' }]);
  await Promise.all([tenant.close(), officer.close()]);
});

test('[G26] my list tells of records that come, change and go, and of no others', async () => {
  const mine = await listen('stone', followRepairs);
  retitle('boiler', 'Nothing to another firm');
  decide('boiler', { firm: 'stone' });
  expect(await next(mine)).toMatchObject({ changed: [{ id: 'boiler' }], left: [] });
  retitle('boiler', 'Something to this one');
  expect(await next(mine)).toMatchObject({ changed: [{ id: 'boiler' }], left: [] });
  decide('boiler', { firm: 'brook' });
  expect(await next(mine)).toMatchObject({ changed: [], left: ['boiler'] });
  expect(mine.everything).not.toContain('job-0');
  await mine.close();
});

test('[G26] several changes that come together are one event', async () => {
  const events = await listen('olive', followRepair, { id: 'boiler' });
  retitle('boiler', 'One');
  retitle('boiler', 'Two');
  expect(await next(events)).toMatchObject({ repair: { plan: { title: 'Two' } } });
  retitle('boiler', 'Three');
  expect(await next(events)).toMatchObject({ repair: { plan: { title: 'Three' } } });
  await events.close();
});

test('[G27] a record that may not be read and one that does not exist end alike, at once', async () => {
  const told = await Promise.all(
    ['boiler', 'hidden', 'AAAAAAAAAAAAAAAAAAAAAA'].map(async (id) => {
      const events = await listen('stranger', followRepair, { id });
      expect(await next(events)).toEqual({ __typename: 'Ended', why: 'NOTHING_TO_FOLLOW' });
      expect(await events.next()).toBeUndefined();
      return events.everything;
    }),
  );
  expect(new Set(told).size).toBe(1);
});

test('[G27] when access ends, that is the last that is told, and nothing of what came after', async () => {
  const events = await listen('brook', followRepair, { id: 'boiler' });
  decide('boiler', { firm: null });
  retitle('boiler', 'canary-after');
  expect(await next(events)).toEqual({ __typename: 'Ended', why: 'NOTHING_TO_FOLLOW' });
  expect(await events.next()).toBeUndefined();
  expect(events.everything).not.toContain('canary-after');
});

test('[G27] when the token is worth nothing any more, what a person is changes, or news are lost, that is told last', async () => {
  const gone = await listen('brook', followRepair, { id: 'boiler' });
  const other = await listen('olive', followRepairs);
  const lost = await listen('tim', followRepairs);
  town.people.delete('brook');
  retitle('boiler', 'Whatever');
  expect(await next(gone)).toEqual({ __typename: 'Ended', why: 'SIGN_IN_AGAIN' });
  await next(other);
  await next(lost);
  town.hear({ type: 'touched', position: town.position, records: [], people: new Set(['olive']) });
  expect(await next(other)).toEqual({ __typename: 'Ended', why: 'BEGIN_AGAIN' });
  town.hear({ type: 'lost' });
  expect(await next(lost)).toEqual({ __typename: 'Ended', why: 'BEGIN_AGAIN' });
});

test('[G27] a subscription ends with the server', async () => {
  const events = await listen('olive', followRepairs);
  endpoint.close();
  expect(await next(events)).toEqual({ __typename: 'Ended', why: 'BEGIN_AGAIN' });
});

test('[G28] one person follows twenty things at once at most; who stops makes room', async () => {
  const http = createServer((request, response) => void endpoint.handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const listenOver = async (who: string, query: string, variables: object = {}) =>
    new EventStream<Told>(
      await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${who}`, accept: 'text/event-stream' },
        body: JSON.stringify({ query, variables }),
      }),
    );
  try {
    const all = await Promise.all(Array.from({ length: 20 }, () => listenOver('olive', followRepairs)));
    expect(await next(await listenOver('olive', followRepairs))).toEqual({ __typename: 'Ended', why: 'TOO_MANY' });
    const other = await listenOver('tim', followRepairs);
    await Promise.all([...all, other].map((events) => events.close()));
    await expect
      .poll(async () => next(await listenOver('olive', followRepair, { id: 'none' })))
      .toMatchObject({ why: 'NOTHING_TO_FOLLOW' });
    await expect.poll(() => town.hearers.size).toBe(0);
  } finally {
    http.close();
    http.closeAllConnections();
  }
});

test('[G28] a subscription that would cost too much with each event is refused before it begins', async () => {
  const costly = `subscription { repairsChanged { ... on RepairsChanged { changed { plan {
    steps(first: 50) { nodes { what uses { name } } } parts(first: 50) { nodes { name } } } } } } }`;
  const headers = { authorization: 'Bearer olive', accept: 'text/event-stream' };
  const response = await endpoint.fetch(post({ query: costly }, headers));
  expect(await response.text()).toContain('TOO_COMPLEX');
  expect(town.hearers.size).toBe(0);
});
