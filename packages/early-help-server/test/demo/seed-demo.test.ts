import { demoPeople, fillDemo, seedDemo } from '@caseweave/early-help-server';
import { earlyHelp, planShared, type Principal } from '@caseweave/family';
import { readSection } from '@caseweave/record';
import { type Db, type Node, openDatabase, startNode, startServer } from '@caseweave/server';
import { startPostgres, TestDevice, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';

const now = Date.parse('2026-11-23T12:00:00Z');
let node: Node;
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
  // What runs out is not swept: the demo ends before this clock.
  node = await startNode(openDatabase(postgres.address), { model: earlyHelp, authority: 'demo', now: () => now });
}, 60_000);

afterAll(async () => {
  await node.stop();
  await node.database.close();
  await postgres.close();
});

test('[D10] a store is filled: every section holds in its log what its author wrote', async () => {
  const told: number[] = [];
  const { database } = node;
  await seedDemo(node, { seed: 'demo', families: 40, today: '2026-11-23' }, ({ families }) => told.push(families));
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toBe(40);
  const { rows } = await sql<{
    section: string;
    vector: Buffer;
    head: number;
    bytes: Buffer;
    seq: number;
    lead: string;
  }>`
    select s.id as section, s.state_vector as vector, s.head, l.bytes, l.seq, r.facts ->> 'lead' as lead
    from section s join record r on r.authority = s.authority and r.id = s.record
      join log l on l.authority = s.authority and l.section = s.id
    where s.authority = 'demo' and s.name = 'plan.shared' order by l.seq`.execute(database.db);
  const documents = new Map<string, Y.Doc>();
  for (const { section, bytes } of rows) {
    const doc = documents.get(section) ?? new Y.Doc();
    documents.set(section, doc);
    Y.applyUpdate(doc, bytes);
  }
  expect(documents.size).toBe(40);
  for (const { section, vector, head } of rows) {
    const doc = documents.get(section);
    if (doc === undefined) throw new Error('A section is missing.');
    expect(Y.decodeStateVector(vector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
    expect(rows.filter((row) => row.section === section).at(-1)?.seq).toBe(head);
  }
  const names = [...documents.values()].map((doc) => readSection(planShared, doc).familyName);
  expect(names).toContain('Okafor');
  const { rows: filled } = await sql<{ families: number }>`
    select families from demo where authority = 'demo'`.execute(database.db);
  expect(filled).toEqual([{ families: 40 }]);
}, 60_000);

test('[D14] members are in their teams from the day on which they joined', async () => {
  const { rows } = await sql<{ days: number }>`
    select count(distinct m ->> 'from') as days from record r, jsonb_array_elements(r.facts -> 'team') m
    where r.authority = 'demo' and r.kind = 'family' and r.facts ->> 'hub' = 'bilsbrook'`.execute(node.database.db);
  expect(rows[0]?.days).toBeGreaterThan(10);
});

test('[D10] each author has a device, and the number under which they wrote is leased to it', async () => {
  const { rows } = await sql<{ strangers: number }>`
    select count(*) as strangers from log l, unnest(l.clients) as client
    left join lease on lease.authority = 'demo' and lease.client_id = client
    where l.authority = 'demo' and (lease.principal is distinct from l.principal or lease.device is distinct from l.device)`.execute(
    node.database.db,
  );
  expect(rows).toEqual([{ strangers: 0 }]);
});

test("[D15] a manager's caseload holds every family of the hub", async () => {
  const { rows: families } = await sql<{ id: string; hub: string }>`
    select id, facts ->> 'hub' as hub from record where authority = 'demo' and kind = 'family'`.execute(
    node.database.db,
  );
  const states = await node.cache.states(families.map(({ id }) => id));
  const { rows: managers } = await sql<{ id: string }>`
    select id from principal where authority = 'demo' and who -> 'roles' ? 'manager' order by id`.execute(
    node.database.db,
  );
  const people = await node.cache.people(managers.map(({ id }) => id));
  expect(people.size).toBeGreaterThan(0);
  for (const { who } of people.values()) {
    const read = families.filter(({ id }) => {
      const state = states.get(id);
      return state !== undefined && node.model.now.may(who, 'read', 'plan.shared', state, now);
    });
    const ofHub = families.filter(({ hub }) => hub === (who as Principal).hub).map(({ id }) => id);
    expect(ofHub.length).toBeGreaterThan(0);
    expect(read.map(({ id }) => id)).toEqual(expect.arrayContaining(ofHub));
  }
});

test('[D11] everybody of the demo is listed, and whoever is in it may sign in', async () => {
  await using server = await startServer({
    model: earlyHelp,
    database: await postgres.another(),
    demo: demoPeople,
    prepare: async (node) => {
      await fillDemo(node, 3, () => undefined);
      behind.push(await behindIn(node.database.db));
    },
  });
  const listed: unknown = await (await fetch(`${server.url}/demo/people`)).json();
  expect(listed).toHaveLength(40);
  expect(listed).toContainEqual({
    id: 'health-visitor-1',
    name: 'Asha Patel',
    hub: 'Bilsbrook',
    agency: 'Health visiting',
    role: 'Health visitor',
  });
  const signIn = async (practitioner: string) => {
    const asked = { method: 'POST', body: JSON.stringify({ person: practitioner }) };
    const answer = await fetch(`${server.url}/demo/sign-in`, asked);
    return { status: answer.status, ...((await answer.json()) as { token?: string }) };
  };
  for (const id of ['health-visitor-1', 'family-adult-1']) {
    const device = await TestDevice.connect(server.url, (await signIn(id)).token ?? '');
    expect(device.welcome.principal.id).toBe(id);
  }
  expect((await signIn('nobody')).status).toBe(404);
  // Lists are made before anybody is served.
  expect(behind).toEqual([0]);
  await expect(fillDemo(server.node, 4, () => undefined)).rejects.toMatchObject({ code: 'other-size' });
}, 60_000);

const behind: number[] = [];
const behindIn = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ behind: number }>`
    select count(*)::int as behind from section where projection_seq < head`.execute(db);
  return rows[0]?.behind ?? -1;
};
