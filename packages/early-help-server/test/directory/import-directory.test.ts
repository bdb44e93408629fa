import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { type DirectoryFile, importDirectory, readDirectory, reportLines } from '@caseweave/early-help-server';
import { earlyHelp, type FamilyFacts, type PersonFacts, personIdentity, planShared } from '@caseweave/family';
import { recordIdFrom } from '@caseweave/protocol';
import { issueToken, loadPeople, loadStates, type RunningServer, startServer } from '@caseweave/server';
import { startPostgres, TestDevice, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

const text = readFileSync(new URL('../../directory.example.json', import.meta.url), 'utf8');
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

type Draft = { -readonly [Key in keyof DirectoryFile]: DirectoryFile[Key] };

/** The example directory, with something changed in it. */
function directory(change: (file: Draft) => void = () => undefined): DirectoryFile {
  const file = JSON.parse(text) as Draft;
  change(file);
  const read = readDirectory(JSON.stringify(file), '2026-11-23');
  if (read.type === 'refused') throw new Error(JSON.stringify(read.bad));
  return read.directory;
}

const start = () =>
  startServer({ model: earlyHelp, database: postgres.address, authority: `a-${recordIdFrom(randomBytes(16))}` });

async function connect(server: RunningServer, principal: string): Promise<TestDevice> {
  const { token } = await issueToken(server.node.authority, principal, server.node.now());
  return TestDevice.connect(server.url, token);
}

const bring = (server: RunningServer, file: DirectoryFile, endMissing = false) =>
  importDirectory(server.node, file, { at: Date.now(), endMissing, progress: () => undefined });

async function recordOf({ node: { database, authority } }: RunningServer, ref: string): Promise<string> {
  const { rows } = await sql<{ record: string }>`
    select record from imported_row where authority = ${authority.id} and ref = ${ref}`.execute(database.db);
  return rows[0]?.record ?? '';
}

async function factsOf(server: RunningServer, ref: string): Promise<FamilyFacts & PersonFacts & { kind: string }> {
  const { database, authority } = server.node;
  const record = await recordOf(server, ref);
  const state = (await loadStates(database.db, authority.id, [record])).get(record);
  if (state === undefined) throw new Error('There is no such record.');
  return { kind: state.kind, ...(state.facts as FamilyFacts & PersonFacts) };
}

const positionOf = async ({ node: { database, authority } }: RunningServer) => {
  const { rows } = await sql<{ seq: number; rights: number }>`
    select seq, rights from authority where id = ${authority.id}`.execute(database.db);
  return rows[0];
};

const teamOf = async (server: RunningServer, ref: string) =>
  (await factsOf(server, ref)).team.filter(({ to }) => to === null).map(({ principal }) => principal);

test('[M9] what a file says is registered: places, people, families with their teams, and who lives together', async () => {
  await using server = await start();
  const report = await bring(server, directory());
  expect(report).toMatchObject({
    practitioners: { added: 4, changed: 0, same: 0 },
    families: { added: 1 },
    persons: { added: 3 },
    accounts: { added: 1 },
    missing: [],
  });
  const family = await factsOf(server, 'F-2001');
  expect(family).toMatchObject({ kind: 'family', hub: 'east', lead: 'early-help-1' });
  expect(new Set(family.team.map(({ principal }) => principal))).toEqual(
    new Set(['early-help-1', 'school-1', 'health-visitor-1']),
  );
  expect(family.team.find(({ principal }) => principal === 'early-help-1')?.from).toBe(Date.parse('2026-09-01'));
  expect(new Set(family.persons.map(({ role }) => role))).toEqual(new Set(['adult', 'child']));
  expect(new Set(family.persons.map(({ household }) => household)).size).toBe(1);
  expect((await factsOf(server, 'P-1003')).protectedLocation).toBe(true);
  const { database, authority } = server.node;
  const known = await loadPeople(database.db, authority.id, earlyHelp, ['school-1', 'family-1']);
  expect(known.get('school-1')?.who).toMatchObject({ roles: ['taf_practitioner'], hub: null });
  expect(known.get('family-1')?.who).toMatchObject({
    kind: 'family-adult',
    person: await recordOf(server, 'P-1001'),
  });
});

test('[M11] names are the first words of their records, by the directory, and others build on them', async () => {
  await using server = await start();
  await bring(server, directory());
  const lead = await connect(server, 'early-help-1');
  const [family, adult, unborn] = await Promise.all(['F-2001', 'P-1001', 'P-1003'].map((ref) => recordOf(server, ref)));
  expect(lead.view(family ?? '', planShared).familyName).toBe('Sample');
  expect(lead.view(adult ?? '', personIdentity)).toMatchObject({ givenName: 'Chi', dateOfBirth: '1991-02-03' });
  expect(lead.view(unborn ?? '', personIdentity)).toMatchObject({ expectedBirthDate: '2027-02-20' });
  const authors = lead.header(family ?? '', 'plan.shared').authors.map(({ name }) => name);
  expect(authors).toEqual(['Directory']);
  const named = lead.write(family ?? '', planShared, (draft) => (draft.familyName = 'Sample-Okoro'));
  expect(await lead.push([named])).toEqual({ type: 'taken' });
  await bring(
    server,
    directory((file) => (file.families = [{ ...at(file.families, 0), name: 'Other' }])),
  );
  const other = await connect(server, 'early-help-1');
  expect(other.view(family ?? '', planShared).familyName).toBe('Sample-Okoro');
});

test('[M9] the same file again changes nothing, however often', async () => {
  await using server = await start();
  await bring(server, directory());
  const before = await positionOf(server);
  const again = await bring(server, directory());
  expect(again).toMatchObject({
    families: { added: 0, changed: 0, same: 1 },
    persons: { added: 0, changed: 0, same: 3 },
    practitioners: { added: 0, changed: 0, same: 4 },
  });
  expect(await positionOf(server)).toEqual(before);
});

test('[M14] ids of records are random and tell nothing of the reference, which nobody is told', async () => {
  await using one = await start();
  await using two = await start();
  await bring(one, directory());
  await bring(two, directory());
  const { families, persons } = directory();
  const refs = [...families, ...persons].map(({ ref }) => ref);
  const ids = await Promise.all(refs.map(async (ref) => [await recordOf(one, ref), await recordOf(two, ref)]));
  expect(new Set(ids.flat()).size).toBe(2 * refs.length);

  const lead = await connect(one, families[0]?.lead ?? '');
  expect(refs.filter((ref) => JSON.stringify(lead.heard).includes(ref))).toEqual([]);
});

test('[M15] an import that ended half way is run again, and comes to what one that ran through comes to', async () => {
  await using server = await start();
  const file = directory();
  const cut = { ...file, families: file.families.map((family) => ({ ...family, ref: 'F-LATER' })) };
  // Its store ends with the first family: what came before stays as it is, what was begun leaves nothing behind.
  const { db } = server.node.database;
  await sql
    .raw(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the power went'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger refuse before insert on record for each row when (new.kind = 'family') execute function refuse()`,
    )
    .execute(db);
  await expect(bring(server, cut)).rejects.toThrow('the power went');
  const { rows } = await sql<{ records: number }>`
    select count(*)::int as records from record where authority = ${server.node.authority.id}`.execute(db);
  expect(rows[0]?.records).toBe(0);

  await sql.raw('drop trigger refuse on record').execute(db);
  await sql.raw('drop function refuse()').execute(db);
  const report = await bring(server, cut);
  expect(report).toMatchObject({ families: { added: 1 }, persons: { added: 3 } });
  expect(await factsOf(server, 'F-LATER')).toMatchObject({ kind: 'family' });
});

test('[M9] a changed row is decided; what was decided here meanwhile stands where the file says nothing new', async () => {
  await using server = await start();
  await bring(server, directory());
  const record = await recordOf(server, 'F-2001');
  for (const type of ['join-team', 'appoint-lead'])
    await server.node.decisions.decide({ type, record, principal: 'manager-1' }, Date.now());
  await bring(server, directory());
  expect((await factsOf(server, 'F-2001')).lead).toBe('manager-1');

  const report = await bring(
    server,
    directory((file) => {
      file.hubs = [...file.hubs, { id: 'west', name: 'West' }];
      file.families = [{ ...at(file.families, 0), hub: 'west' }];
      file.practitioners = file.practitioners.map((row) => (row.id === 'school-1' ? { ...row, hub: 'west' } : row));
      file.persons = [...file.persons, { ref: 'P-1004', protectedLocation: false }];
      file.families[0]?.people.push({ person: 'P-1004', role: 'adult', household: 'H-2' });
    }),
  );
  expect(report).toMatchObject({
    families: { changed: 1 },
    persons: { added: 1, same: 3 },
    practitioners: { changed: 1, same: 3 },
  });
  const facts = await factsOf(server, 'F-2001');
  expect(facts).toMatchObject({ hub: 'west', lead: 'manager-1' });
  expect(facts.persons).toHaveLength(4);
  const { rows } = await sql<{ name: string }>`
    select name, principal from decision where authority = ${server.node.authority.id} and type = 'decided' and record = ${await recordOf(server, 'F-2001')}
    order by seq desc limit 1`.execute(server.node.database.db);
  expect(rows).toEqual([{ name: 'follow-directory', principal: null }]);
  expect(facts.team.map(({ principal }) => principal)).toContain('manager-1');
});

test('[M9] an agency of another kind is told to its people at once, since their rights follow from it', async () => {
  await using server = await start();
  await bring(server, directory());
  const [school, lead] = [await connect(server, 'school-1'), await connect(server, 'early-help-1')];
  await bring(
    server,
    directory((file) => {
      file.agencies = file.agencies.map((row) => (row.id === 'oak-school' ? { ...row, kind: 'health_visiting' } : row));
    }),
  );
  await school.until(() => school.closedWith !== undefined);
  expect(lead.closedWith).toBeUndefined();
  const namesOf = (device: typeof school) => [...device.headers.values()].map(({ name }) => name);
  expect(namesOf(school)).not.toContain('plan.practice');
  expect(namesOf(await connect(server, 'school-1'))).toContain('plan.practice');
});

test('[M9] an agency of another kind is told to those of its people too whom the file names no more', async () => {
  await using server = await start();
  await bring(server, directory());
  const lead = await connect(server, 'early-help-1');
  await bring(
    server,
    directory((file) => {
      file.agencies = file.agencies.map((row) => (row.id === 'oak-school' ? { ...row, kind: 'health_visiting' } : row));
      file.practitioners = file.practitioners.filter(({ id }) => id !== 'school-1');
      file.teams = [{ id: 'oak-cluster', members: ['health-visitor-1'] }];
    }),
  );
  const school = await connect(server, 'school-1');
  expect([...school.headers.values()].map(({ name }) => name)).toContain('plan.practice');
  expect(lead.closedWith).toBeUndefined();
});

test('[M10] what is missing is listed and left, until its end is asked for', async () => {
  await using server = await start();
  await bring(server, directory());
  const device = await connect(server, 'school-1');
  const smaller = directory((file) => {
    file.teams = [{ id: 'oak-cluster', members: ['health-visitor-1'] }];
    file.practitioners = file.practitioners.filter(({ id }) => id !== 'school-1');
  });
  for (const _ of ['once', 'again']) {
    const listed = await bring(server, smaller);
    expect(listed.missing.toSorted()).toEqual(['families F-2001, team: school-1', 'practitioners: school-1']);
    expect(await teamOf(server, 'F-2001')).toContain('school-1');
  }
  expect(device.closedWith).toBeUndefined();

  const ended = await bring(server, smaller, true);
  expect(ended.ended.toSorted()).toEqual(['families F-2001, team: school-1', 'practitioners: school-1']);
  expect(ended.missing).toEqual([]);
  expect(await teamOf(server, 'F-2001')).not.toContain('school-1');
  await device.until(() => device.closedWith !== undefined);
  await expect(connect(server, 'school-1')).rejects.toThrow('4200');
  expect(await bring(server, smaller, true)).toMatchObject({ missing: [], ended: [] });

  // Whoever comes back is as before.
  await bring(server, directory());
  expect((await connect(server, 'school-1')).welcome.principal.id).toBe('school-1');
  expect(await teamOf(server, 'F-2001')).toContain('school-1');
});

test('[M10] no family and no person is ever taken away by a file', async () => {
  await using server = await start();
  await bring(server, directory());
  const none = await bring(
    server,
    directory((file) => {
      file.families = [];
      file.persons = [];
      file.accounts = [];
    }),
    true,
  );
  expect(none.missing.toSorted()).toEqual([
    'families: F-2001',
    'persons: P-1001',
    'persons: P-1002',
    'persons: P-1003',
  ]);
  expect(none.ended).toEqual(['accounts: family-1']);
  expect((await factsOf(server, 'F-2001')).persons).toHaveLength(3);
});

test('[M12] protection and bars are given by a file and never taken away', async () => {
  await using server = await start();
  await bring(
    server,
    directory((file) => (file.families = [{ ...at(file.families, 0), barred: ['school-1'] }])),
  );
  const open = directory((file) => {
    file.persons = file.persons.map((row) => ({ ...row, protectedLocation: row.ref === 'P-1002' }));
  });
  await bring(server, open, true);
  expect((await factsOf(server, 'P-1002')).protectedLocation).toBe(true);
  expect((await factsOf(server, 'P-1003')).protectedLocation).toBe(true);
  expect((await factsOf(server, 'F-2001')).barred).toEqual(['school-1']);
  expect((await bring(server, open, true)).persons).toMatchObject({ changed: 0, same: 3 });
});

test('[M5] two may exchange their accounts at the issuer', async () => {
  await using server = await start();
  await bring(server, directory());
  await bring(
    server,
    directory((file) => {
      const [one, two, ...others] = file.practitioners;
      if (one === undefined || two === undefined) throw new Error('The example has lost its practitioners.');
      file.practitioners = [{ ...one, subject: two.subject }, { ...two, subject: one.subject }, ...others];
    }),
  );
  const { database, authority } = server.node;
  const { rows } = await sql<{ id: string }>`select id from principal
    where authority = ${authority.id} and subject in ('5f1c0b7e-0001', '5f1c0b7e-0002') order by subject`.execute(
    database.db,
  );
  expect(rows.map(({ id }) => id)).toEqual(['manager-1', 'early-help-1']);
});

test('[M13] a report tells numbers and references, and no names', async () => {
  await using server = await start();
  const lines = reportLines(await bring(server, directory()));
  expect(lines).toContain('families: 1 new, 0 changed, 0 as before');
  expect(lines.join()).not.toMatch(/Sample|Example|Chi|Tobi/);
});

function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Error('There is no such row.');
  return item;
}
