import { randomUUID } from 'node:crypto';
import type { Db } from '@caseweave/server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { changeRecord, type RecordChange, tryChange } from '../models/early-help/authority.ts';
import { useServer } from './service-authority.ts';

const server = useServer();

const on = 'occurredOn: "2026-11-20"';
/** One mutation of each section: what it writes in, what it needs, and how it is asked for. */
const edits: readonly (readonly [section: string, act: 'append' | 'write', of: 'family' | 'person', call: string])[] = [
  ['plan.shared', 'write', 'family', 'changePlan(values: { nextReviewOn: "2026-12-12" })'],
  ['plan.shared', 'write', 'family', 'addStrength(values: { text: "WORD" })'],
  ['plan.shared', 'write', 'family', 'addAction(values: { what: "WORD", owners: ["lead"], status: AGREED })'],
  ['plan.practice', 'write', 'family', 'addWorry(values: { text: "WORD", level: LEVEL_OF_NEED_3 })'],
  ['family.words', 'append', 'family', `addProposal(values: { ${on}, by: "lead", text: "WORD" })`],
  [
    'chronology.shared',
    'append',
    'family',
    `addChronologyEvent(values: { ${on}, precision: DAY, significance: KEY, text: "WORD", sourceAgency: "School" })`,
  ],
  ['oversight', 'append', 'family', `addOversightEntry(values: { ${on}, text: "WORD" })`],
  ['oversight', 'write', 'family', 'changeOversight(values: { visitAlert: ["WORD"] })'],
  ['safety.domestic-abuse', 'write', 'family', 'addSafetyStep(values: { what: "WORD" })'],
  [
    'safety.intelligence',
    'append',
    'family',
    `addIntelligenceItem(values: { ${on}, source: OFFICER, text: "WORD", handling: "With care" })`,
  ],
  ['person.identity', 'write', 'person', 'changeIdentity(values: { knownAs: "WORD", disabilities: [HEAR] })'],
  ['person.location', 'write', 'person', 'changeLocation(values: { school: "WORD" })'],
  ['person.location', 'write', 'person', 'addAddress(values: { lines: "WORD" })'],
  ['person.health', 'write', 'person', 'addCondition(values: { name: "WORD" })'],
  ['person.health', 'append', 'person', `addHealthContact(values: { ${on}, text: "WORD" })`],
  [
    'person.voice',
    'append',
    'person',
    `addWords(values: { ${on}, words: "WORD", method: SPOKEN, capturedBy: "lead" })`,
  ],
];

const people = ['lead', 'worker', 'partner', 'stranger'];

beforeAll(async () => {
  const { node } = server.filled.server;
  const { family, child } = server.filled;
  const grants = [
    [family, 'safety.domestic-abuse', 'lead', 'write'],
    [family, 'safety.intelligence', 'lead', 'append'],
    [family, 'safety.intelligence', 'worker', 'read'],
    [child, 'person.health', 'worker', 'append'],
  ] as const;
  for (const [record, section, principal, act] of grants) {
    const change = { type: 'grant', principal, section, act } as const;
    await changeRecord(node, record, change);
  }
  await node.tail.catchUp();
});

type Edit = (typeof edits)[number];

/** Sends an edit as somebody; beside what came of it, what should have, by the rights that are decided now. */
async function send([section, act, of, call]: Edit, who: string) {
  const { node } = server.filled.server;
  const record = of === 'family' ? server.filled.family : server.filled.child;
  const [people, states] = [await node.cache.people([who]), await node.cache.states([record])];
  const [known, state] = [people.get(who), states.get(record)];
  if (known === undefined || state === undefined) throw new Error('Somebody is missing.');
  const acts = node.model.now.acts(known.who, section, state, node.now());
  const query = `mutation { ${call.replace('(', `(key: "${randomUUID()}", ${of}: "${record}", `).replaceAll('WORD', `canary-${section}`)} { __typename } }`;
  const outcome = acts.read && acts[act] ? 'Edited' : 'NotAllowed';
  const expected = `{"data":{"${call.split('(')[0]}":{"__typename":"${outcome}"}}}`;
  return { text: await server.text(who, query), expected, outcome };
}

test('[G21] each edit is taken from exactly those who may make it, and told to the others as if nothing were there', async () => {
  for (const edit of edits) {
    for (const who of people) {
      const { text, expected } = await send(edit, who);
      expect([edit, who, text]).toEqual([edit, who, expected]);
    }
  }
});

test("[G21] a note goes to the notes of one's own agency, whoever asks", async () => {
  const { family } = server.filled;
  const add = `mutation { addNote(key: "${randomUUID()}", family: "${family}", values: { ${on}, kind: VISIT, text: "Of the school" }) { __typename } }`;
  expect(await server.text('partner', add)).toContain('Edited');
  const read = `{ family(id: "${family}") { notes { agency { id } notes { nodes { text author { id } } } } } }`;
  expect(await server.text('partner', read)).toContain(
    '"agency":{"id":"oak-school"},"notes":{"nodes":[{"text":"Of the school"',
  );
  expect(await server.text('worker', read)).not.toContain('Of the school');
});

/** Something is decided about who may do what, or somebody edits. */
const step = fc.oneof(
  fc.record({
    type: fc.constant('grant' as const),
    edit: fc.constantFrom(...edits),
    principal: fc.constantFrom(...people),
    act: fc.constantFrom('read' as const, 'append' as const, 'write' as const),
  }),
  fc.record({
    type: fc.constant('ungrant' as const),
    edit: fc.constantFrom(...edits),
    principal: fc.constantFrom(...people),
  }),
  fc.record({ type: fc.constantFrom('join' as const, 'part' as const), principal: fc.constantFrom(...people) }),
  fc.record({ type: fc.constant('lead' as const), principal: fc.constantFrom('lead', 'worker', null) }),
  fc.record({ type: fc.constant('edit' as const), edit: fc.constantFrom(...edits), who: fc.constantFrom(...people) }),
  fc.record({ type: fc.constant('edit' as const), edit: fc.constantFrom(...edits), who: fc.constantFrom(...people) }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function decide(change: Exclude<Step, { readonly type: 'edit' }>): Promise<void> {
  const { node } = server.filled.server;
  const { family, child } = server.filled;
  const at = node.now();
  const tell = (record: string, decided: RecordChange) => tryChange(node, record, decided, at);
  switch (change.type) {
    case 'grant':
    case 'ungrant': {
      const { edit, principal } = change;
      const [section, , of] = edit;
      const record = of === 'family' ? family : child;
      if (change.type === 'ungrant') await tell(record, { type: 'ungrant', principal, section });
      else await tell(record, { type: 'grant', principal, section, act: change.act });
      break;
    }
    case 'join':
    case 'lead':
    case 'part':
      await tell(family, change);
  }
  await node.tail.catchUp();
}

test('[G21] whatever is decided between, an edit is taken from exactly those who may make it; of the others nothing is kept', async () => {
  const { database, authority } = server.filled.server.node;
  const kept = async () => {
    const { rows } = await sql<{ log: number; held: number }>`
      select (select count(*)::int from log where authority = ${authority.id}) as log,
        (select count(*)::int from held where authority = ${authority.id}) as held`.execute(database.db);
    return rows[0] ?? { log: -1, held: -1 };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      for (const one of steps) {
        if (one.type !== 'edit') {
          await decide(one);
          continue;
        }
        const before = await kept();
        const { text, expected, outcome } = await send(one.edit, one.who);
        expect(text).toBe(expected);
        if (outcome === 'NotAllowed') expect(await kept()).toEqual(before);
      }
    }),
    // Each step is a request of its own, or a decision.
    { numRuns: Math.max(5, Math.ceil((fc.readConfigureGlobal().numRuns ?? 50) / 10)) },
  );
}, 120_000);

test('[G21] an edit whose right ends while it is made is held, and tells nothing more', async () => {
  const { node } = server.filled.server;
  const { family } = server.filled;
  const { db } = node.database;
  const change = (type: 'join' | 'part') => tryChange(node, family, { type, principal: 'partner' });
  await change('join');
  await node.tail.catchUp();
  const strength = (key: string) =>
    `mutation { addStrength(key: "${key}", family: "${family}", values: { text: "canary-late" }) { __typename } }`;
  // At the first edit the programs of this principal get a device.
  expect(await server.text('partner', strength(randomUUID()))).toContain('Edited');

  const key = randomUUID();
  // Not awaited within: it goes on once the lock is gone.
  const late = await db.transaction().execute(async (trx) => {
    await sql`select from service_device where authority = ${node.authority.id} and principal = 'partner' for update`.execute(
      trx,
    );
    const asked = server.text('partner', strength(key));
    // It was found to be allowed, and waits for its device.
    await expect.poll(() => waiting(db), { timeout: 20_000 }).toBe(1);
    await change('part');
    await node.tail.catchUp();
    return { asked };
  });

  expect(await late.asked).toBe('{"data":{"addStrength":{"__typename":"Held"}}}');
  // The same key is answered the same.
  expect(await server.text('partner', strength(key))).toContain('Held');
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from held where authority = ${node.authority.id} and principal = 'partner'`.execute(
    db,
  );
  expect(rows).toEqual([{ held: 1 }]);
});

/** How many statements wait for a lock in this store. */
async function waiting(db: Db): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.waiting ?? 0;
}
