import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineModel, line, memberDecisions, memberKind, sectionOf, whoById } from '@caseweave/model';
import { defineSection, register } from '@caseweave/record';
import { putPeople } from '@caseweave/server';
import { demoServing, type ModelDemo, run, startCommand } from '@caseweave/server/command';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const person = z.object({ id: z.string(), leads: z.boolean() });
const walk = memberKind('walk', {
  title: 'Walk',
  about: 'A walk with others.',
  who: person,
  roles: { walker: 'walks along', leader: 'leads it' },
  manages: ['leader'],
  opens: ({ leads }) => leads,
});
const route = defineSection({ name: 'walk.route', version: 1, oldestWriter: 1, fields: { to: register(line()) } });
const walks = defineModel({
  name: 'walks',
  version: 1,
  title: 'Walks',
  who: whoById(person),
  kinds: [walk],
  sections: [
    sectionOf(walk, route, { title: 'Route', about: 'Where it goes.', rights: { walker: 'read', leader: 'write' } }),
  ],
  decisions: [...memberDecisions(walk)],
});
const people = [
  { who: { id: 'ama', leads: true }, name: 'Ama Boateng' },
  { who: { id: 'wil', leads: false }, name: 'Wil Jansen' },
];
const begin = {
  type: 'register-walk',
  members: [
    { who: 'ama', role: 'leader' },
    { who: 'wil', role: 'walker' },
  ],
};
const demo: ModelDemo = {
  people,
  async fill(as) {
    const record = await as('ama').decide(begin);
    await as('ama').write(record, route, (draft) => void (draft.to = 'The old mill'));
  },
};

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'demo-'));
});

afterEach(() => rm(data, { recursive: true, force: true }));

/** Starts the program on the folder of the test, asks what is to be asked while it serves, and stops it. */
async function serving(shown: ModelDemo, ask: (url: string) => Promise<void> = async () => {}) {
  const said: string[] = [];
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  let asked = Promise.resolve();
  const code = await run({ start: startCommand([], () => demoServing(walks, shown)) }, ['start'], {
    env: { CASEWEAVE_DATA: data, PORT: '0' },
    say(words) {
      said.push(words);
      const url = /serves at (\S+)/.exec(words)?.[1];
      if (url !== undefined) asked = ask(url).finally(stop);
    },
    complain: (words) => said.push(words),
    report: (where, error) => said.push(`${where}: ${String(error)}`),
    stopped,
  }).catch((error: unknown) => error);
  await asked;
  return { code, said };
}

const json = async (url: string, body?: object): Promise<unknown> =>
  (await fetch(url, body && { method: 'POST', body: JSON.stringify(body) })).json();

test('[S32] a demonstration fills an empty store once, and its people are brought up', async () => {
  let fillings = 0;
  const counted: ModelDemo = {
    people,
    async fill(as) {
      fillings += 1;
      await demo.fill?.(as);
    },
  };
  const first = await serving(counted, async (url) => {
    expect(await json(`${url}/demo/people`)).toEqual([
      { id: 'ama', who: { id: 'ama', leads: true }, name: 'Ama Boateng', organisation: null },
      { id: 'wil', who: { id: 'wil', leads: false }, name: 'Wil Jansen', organisation: null },
    ]);
    expect(await json(`${url}/demo/sign-in`, { person: 'wil' })).toHaveProperty('token');
  });
  expect(first.said).toContain('Anybody may sign in as ama, wil.');
  expect([first.code, fillings]).toEqual([0, 1]);

  const more = [...people, { who: { id: 'bea', leads: false }, name: 'Bea Horn' }];
  const second = await serving({ ...counted, people: more }, async (url) => {
    expect(await json(`${url}/demo/sign-in`, { person: 'bea' })).toHaveProperty('token');
  });
  expect([second.code, fillings]).toEqual([0, 1]);
}, 60_000);

test('[S32] what the people of a demonstration may not do stops the start, and the next one begins again', async () => {
  const refused = await serving({
    people,
    fill: (as) =>
      as('wil')
        .decide(begin)
        .then(() => undefined),
  });
  expect(refused.code).toBeInstanceOf(TypeError);
  expect(String(refused.code)).toMatch(/wil may not: .*not-allowed/);

  const wrong = await serving({
    people,
    async fill(as) {
      const record = await as('ama').decide(begin);
      await as('wil').write(record, route, (draft) => void (draft.to = 'Home'));
    },
  });
  expect(String(wrong.code)).toMatch(/wil may not/);

  expect((await serving(demo)).code).toBe(0);
}, 60_000);

test('[S32] a store that holds other people is refused', async () => {
  const own = startCommand([], () => ({
    model: walks,
    prepare: async ({ database: { db }, authority }) => void (await putPeople(db, authority.id, walks, people)),
  }));
  const context = { say: () => {}, complain: () => {}, report: () => {}, stopped: Promise.resolve() };
  expect(await run({ start: own }, ['start'], { env: { CASEWEAVE_DATA: data, PORT: '0' }, ...context })).toBe(0);

  const refused = await serving(demo);
  expect([refused.code, refused.said.join()]).toEqual([1, expect.stringContaining('no demonstration') as string]);
}, 60_000);
