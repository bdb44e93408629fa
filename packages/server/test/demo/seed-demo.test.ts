import { readSection } from '@caseweave/record';
import { may, planShared } from '@caseweave/family';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadAuthority, type Authority } from '../../src/authority.ts';
import { openDatabase, type Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { loadFacts } from '../../src/directory/load-facts.ts';
import { loadPrincipals } from '../../src/directory/people.ts';
import { answerPractitioners, answerSignIn, seedDemo } from '../../src/demo/index.ts';
import { ownTokens } from '../../src/http/tokens.ts';
import { startPostgres } from '../postgres/test-postgres.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
let database: Database;
let authority: Authority;
let stop: () => Promise<void>;

beforeAll(async () => {
  const postgres = await startPostgres();
  database = openDatabase(postgres.address);
  await migrate(database.db);
  authority = await loadAuthority(database.db, 'demo');
  stop = async () => {
    await database.close();
    await postgres.close();
  };
}, 60_000);

afterAll(() => stop());

test('[D10] a store is filled: every section holds in its log what its author wrote', async () => {
  const told: number[] = [];
  await seedDemo(database.db, 'demo', { seed: 'demo', families: 40, today: '2026-11-23' }, ({ families }) =>
    told.push(families),
  );
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
    select s.id as section, s.state_vector as vector, s.head, l.bytes, l.seq, r.lead
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
    select demo_families as families from authority where id = 'demo'`.execute(database.db);
  expect(filled).toEqual([{ families: 40 }]);
}, 60_000);

test('[D14] members are in their teams from the day on which they joined', async () => {
  const { rows } = await sql<{ days: number }>`
    select count(distinct m.from_ms) as days from membership m join record r on r.authority = m.authority and r.id = m.record
    where r.authority = 'demo' and r.hub = 'bilsbrook'`.execute(database.db);
  expect(rows[0]?.days).toBeGreaterThan(10);
});

test('[D10] each author has a device, and the number under which they wrote is leased to it', async () => {
  const { rows } = await sql<{ strangers: number }>`
    select count(*) as strangers from log l, unnest(l.clients) as client
    left join lease on lease.authority = 'demo' and lease.client_id = client
    where l.authority = 'demo' and (lease.principal is distinct from l.principal or lease.device is distinct from l.device)`.execute(
    database.db,
  );
  expect(rows).toEqual([{ strangers: 0 }]);
});

test("[D15] a manager's caseload holds every family of the hub", async () => {
  const { rows: families } = await sql<{ id: string; hub: string }>`
    select id, hub from record where authority = 'demo' and kind = 'family'`.execute(database.db);
  const facts = await loadFacts(
    database.db,
    'demo',
    families.map(({ id }) => id),
  );
  const { rows: people } = await sql<{ id: string; hub: string }>`
    select id, hub from principal where authority = 'demo' and 'manager' = any(roles) order by id`.execute(database.db);
  const managers = await loadPrincipals(
    database.db,
    'demo',
    people.map(({ id }) => id),
  );
  expect(managers.size).toBeGreaterThan(0);
  for (const { principal } of managers.values()) {
    const read = families.filter(({ id }) => {
      const known = facts.get(id)?.facts;
      return known !== undefined && may(principal, 'read', 'plan.shared', known, now);
    });
    const ofHub = families.filter(({ hub }) => hub === principal.hub).map(({ id }) => id);
    expect(ofHub.length).toBeGreaterThan(0);
    expect(read.map(({ id }) => id)).toEqual(expect.arrayContaining(ofHub));
  }
});

test('[D11] everybody of the demo is listed, and signing in gives a token that says who it is', async () => {
  const { status, body } = answerPractitioners();
  expect(status).toBe(200);
  expect(body).toHaveLength(40);
  expect(body).toContainEqual({
    id: 'health-visitor-1',
    name: 'Asha Patel',
    hub: 'Bilsbrook',
    agency: 'Health visiting',
    role: 'Health visitor',
  });
  const answer = await answerSignIn(authority, { practitioner: 'health-visitor-1' }, now);
  expect(answer.status).toBe(200);
  const { token, expiresAt } = answer.body as { token: string; expiresAt: number };
  expect(await ownTokens(authority, () => now).verify(token)).toEqual({
    type: 'verified',
    principal: 'health-visitor-1',
    expiresAt,
  });
  expect(await ownTokens(authority, () => expiresAt + 1_000).verify(token)).toEqual({ type: 'refused' });
});

test('[D11] who is not in the demo cannot sign in', async () => {
  expect((await answerSignIn(authority, { practitioner: 'family-adult-1' }, now)).status).toBe(200);
  expect((await answerSignIn(authority, { practitioner: 'nobody' }, now)).status).toBe(404);
  for (const body of [null, {}, 'early-help-1', { practitioner: 7 }])
    expect((await answerSignIn(authority, body, now)).status).toBe(400);
});
