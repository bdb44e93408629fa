import { beforeEach, expect, test } from 'vitest';
import { asker } from './ask.ts';
import { idOf } from './memory/memory-authority.ts';
import { smallTown } from './repairs/small-town.ts';

let town = smallTown();
let ask = asker(town);
let keys = 0;
beforeEach(() => {
  town = smallTown();
  for (const record of [boiler, door])
    town.record(record, 'job', { tenant: 'tim', officer: 'olive', firm: 'brook', home: null, closedAt: null });
  town.record(hidden, 'job', { tenant: 'nobody', officer: null, firm: null, home: null, closedAt: null });
  town.record(home, 'home', { landlord: 'nobody' });
  ask = asker(town);
});

// Commands take ids of the system's own form alone.
const [boiler, door, hidden, home] = ['boiler', 'door', 'hidden', 'home'].map(idOf) as [string, string, string, string];

const outcome = `__typename
  ... on Decided { version recordId record { id ... on Repair { tenant { name } firm { id } home { id } } } begun { __typename id } }
  ... on NotDecided { code words stands }`;

interface Told {
  readonly __typename: string;
  readonly recordId?: string;
  readonly begun?: readonly { readonly __typename: string; readonly id: string }[];
}

async function decide(who: string, call: string, key = `key-${(keys += 1)}`): Promise<Told> {
  const { body, text } = await ask(who, `mutation { ${call.replace('(', `(key: "${key}", `)} { ${outcome} } }`);
  const [told] = Object.values((body.data ?? {}) as Record<string, Told>);
  if (told === undefined) throw new Error(text);
  return told;
}

test('[G29] a decision that begins a record is taken once for its key, and the record can be written in at once', async () => {
  const first = await decide('olive', 'report(tenant: "tim")', 'same');
  expect(first).toMatchObject({
    __typename: 'Decided',
    record: { id: first.recordId, tenant: { name: 'Tim Field' } },
    begun: [{ __typename: 'Repair', id: first.recordId }],
  });
  expect(await decide('olive', 'report(tenant: "tim")', 'same')).toEqual(first);
  expect(await decide('olive', 'report(tenant: "olive")', 'same')).toEqual({ __typename: 'KeyReused' });
  const add = `mutation { addSparePart(key: "n", repair: "${first.recordId}", values: { name: "Lock" }) { __typename } }`;
  expect((await ask('olive', add)).text).toContain('Edited');
});

test('[G29] a decision about a record is told with the record as it is then, or with why not and what stands', async () => {
  expect(
    await decide('olive', `giveToFirm(repair: "${boiler}", firm: "stone", reason: "They are nearer")`),
  ).toMatchObject({
    __typename: 'Decided',
    recordId: boiler,
    record: { firm: { id: 'stone' } },
    begun: [],
  });
  expect(await decide('olive', `giveToFirm(repair: "${boiler}", firm: "stone")`)).toEqual({
    __typename: 'NotDecided',
    code: 'ALREADY',
    words: 'This firm has the repair already.',
    stands: 'The repair is with a firm.',
  });
  expect(await decide('olive', `giveToFirm(repair: "${boiler}", firm: "nobody")`)).toMatchObject({
    code: 'NO_SUCH_FIRM',
  });
});

test('[G29] a form is filled in by its value kinds: moments, lists of groups', async () => {
  const close = `close(repair: "${boiler}", at: "2026-12-05T12:00:00Z", costs: [{ what: "Valve", payer: "tim" }])`;
  expect((await decide('olive', close)).__typename).toBe('Decided');
  expect(town.facts.get(boiler)?.facts).toMatchObject({ closedAt: Date.UTC(2026, 11, 5, 12) });
});

test('[G29] an id that is left out of what a decision begins is made from its key; one that is given must be there', async () => {
  const made = await decide('olive', `nameHome(repair: "${boiler}")`, 'home');
  expect(made).toMatchObject({ __typename: 'Decided', begun: [{ __typename: 'Home' }] });
  expect(await decide('olive', `nameHome(repair: "${boiler}")`, 'home')).toEqual(made);
  const [begun] = made.begun ?? [];
  expect(await decide('olive', `nameHome(repair: "${door}", home: "${begun?.id}")`)).toMatchObject({
    __typename: 'Decided',
    record: { home: { id: begun?.id } },
    begun: [],
  });
  expect((await decide('olive', `nameHome(repair: "${door}", home: "${idOf('no such')}")`)).__typename).toBe(
    'NotAllowed',
  );
});

test('[G21] what one may not decide and what does not exist are one answer to the byte', async () => {
  const told = await Promise.all(
    [
      ['tim', boiler],
      ['olive', 'AAAAAAAAAAAAAAAAAAAAAA'],
      ['olive', hidden],
      ['olive', home],
    ].map(async ([who = '', repair = '']) => {
      const give = `mutation { giveToFirm(key: "${who}-${repair}", repair: "${repair}", firm: "stone") { ${outcome} } }`;
      return (await ask(who, give)).text;
    }),
  );
  expect(told[0]).toContain('NotAllowed');
  expect(new Set(told).size).toBe(1);
});

test('[G29] what only whoever runs the authority decides is in no schema', async () => {
  const { body } = await ask('olive', 'mutation { hideFromAll(key: "k", repair: "x") { __typename } }');
  expect(body.errors?.[0]?.message).toContain('Cannot query field "hideFromAll"');
});

test('[G29] a key or a version that is none is told as malformed, and nothing is decided', async () => {
  const facts = town.facts.get(boiler);
  expect(await decide('olive', `giveToFirm(repair: "${boiler}", firm: "stone")`, '')).toMatchObject({
    code: 'MALFORMED',
  });
  expect(await decide('olive', `giveToFirm(repair: "${boiler}", firm: "stone", seen: "elsewhere")`)).toMatchObject({
    code: 'MALFORMED',
  });
  expect(town.facts.get(boiler)).toBe(facts);
});
