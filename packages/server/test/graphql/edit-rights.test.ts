import { randomUUID } from 'node:crypto';
import { actsOn } from '@caseweave/family';
import { changeRecord } from '@caseweave/server';
import { beforeAll, expect, test } from 'vitest';
import { useServer } from './service-authority.ts';

const server = useServer();

const on = 'occurredOn: "2026-11-20"';
/** One mutation of each section: what it writes in, what it needs, and how it is asked for. */
const edits: readonly (readonly [section: string, act: 'append' | 'write', of: 'family' | 'person', call: string])[] = [
  ['plan.shared', 'write', 'family', 'changePlan(values: { nextReviewOn: "2026-12-12" })'],
  ['plan.shared', 'write', 'family', 'addStrength(values: { text: "WORD" })'],
  ['plan.shared', 'write', 'family', 'addPlanAction(values: { what: "WORD", owners: ["lead"], status: AGREED })'],
  ['plan.practice', 'write', 'family', 'addWorry(values: { text: "WORD", level: LEVEL_3 })'],
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
    `addVoiceEntry(values: { ${on}, words: "WORD", method: SPOKEN, capturedBy: "lead" })`,
  ],
];

const people = ['lead', 'worker', 'school', 'stranger'];

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
    await changeRecord(node.database.db, node.authority.id, record, change, node.now());
  }
  await node.tail.catchUp();
});

test('[G21] each edit is taken from exactly those who may make it, and told to the others as if nothing were there', async () => {
  const { node } = server.filled.server;
  const { family, child } = server.filled;
  const facts = await node.directory.facts([family, child]);
  for (const [section, act, of, call] of edits) {
    for (const who of people) {
      const record = of === 'family' ? family : child;
      const known = (await node.directory.principals([who])).get(who);
      const decided = facts.get(record)?.facts;
      if (known === undefined || decided === undefined) throw new Error('Somebody is missing.');
      const acts = actsOn(known.principal, section, decided, node.now());
      const query = `mutation { ${call.replace('(', `(key: "${randomUUID()}", ${of}: "${record}", `).replaceAll('WORD', `canary-${section}`)} { __typename } }`;
      const text = await server.text(who, query);
      const expected = acts.read && acts[act] ? 'Edited' : 'NotAllowed';
      expect([call, who, text]).toEqual([call, who, `{"data":{"${call.split('(')[0]}":{"__typename":"${expected}"}}}`]);
    }
  }
});

test("[G21] a note goes to the notes of one's own agency, whoever asks", async () => {
  const { family } = server.filled;
  const add = `mutation { addNote(key: "${randomUUID()}", family: "${family}", values: { ${on}, kind: VISIT, text: "Of the school" }) { __typename } }`;
  expect(await server.text('school', add)).toContain('Edited');
  const read = `{ family(id: "${family}") { notes { agency { id } notes { nodes { text author { id } } } } } }`;
  expect(await server.text('school', read)).toContain(
    '"agency":{"id":"oak-school"},"notes":{"nodes":[{"text":"Of the school"',
  );
  expect(await server.text('worker', read)).not.toContain('Of the school');
});
