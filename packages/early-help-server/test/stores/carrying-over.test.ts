import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { carryOver } from '@caseweave/early-help-server';
import { earlyHelp, planShared } from '@caseweave/family';
import type { BatchResult, DeviceId, SectionId } from '@caseweave/protocol';
import {
  type Database,
  issueToken,
  loadStates,
  openDatabase,
  type RunningServer,
  startServer,
} from '@caseweave/server';
import { startPostgres, TestDevice, type TestAddress, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { catalogOf, digestOf } from './digest-of.ts';
import { keptAnswers, loadKeptStore } from './kept-store.ts';
import { toldTo } from './told-of.ts';

const { F1, F2, F3, F4 } = keptAnswers.families;
let postgres: TestPostgres;
let address: TestAddress;
let database: Database;
let clock: number;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

beforeEach(async () => {
  address = await postgres.another();
  await loadKeptStore(address);
  database = openDatabase(address, 2);
  clock = keptAnswers.at;
});

afterEach(() => database.close());

const failures: unknown[] = [];
const start = (authority: 'main' | 'council' = 'main', serving = address) =>
  startServer({
    model: earlyHelp,
    database: serving,
    authority,
    carryOver: carryOver(),
    now: () => clock,
    report: (where, error) => failures.push([where, error]),
  });

const rowsOf = async <Row>(text: string): Promise<readonly Row[]> =>
  (await sql.raw<Row>(text).execute(database.db)).rows;

async function connect(server: RunningServer, who: string, kept?: { device: string; cursor: string }) {
  const { token } = await issueToken(server.node.authority, who, clock);
  return TestDevice.connect(
    server.url,
    token,
    kept && { device: kept.device as DeviceId, cursor: new Uint8Array(Buffer.from(kept.cursor, 'base64')) },
  );
}

test.each(['main', 'council'] as const)(
  '[K1] everybody of %s is told what they were told before',
  async (authority) => {
    await using server = await start(authority);
    const people = await rowsOf<{ id: string }>(
      `select id from principal where authority = '${authority}' and not ended and id not like 'directory%' order by id`,
    );
    const told: Record<string, unknown> = {};
    for (const { id } of people) {
      const theirs = await toldTo(server, id);
      if (Object.keys(theirs).length > 0) told[id] = theirs;
    }
    expect(told).toEqual(keptAnswers.answers[authority]);
    expect(failures).toEqual([]);
  },
  60_000,
);

test('[K2] what was written, by whom and what became of it are the rows that they were', async () => {
  const before = await digestOf(database.db);
  await (await start()).close();
  const after = await digestOf(database.db);
  const kept = ['log', 'snapshot', 'device', 'lease', 'writer', 'closed', 'outcome', 'held', 'audit'];
  for (const table of [...kept, 'decision_key', 'edit_key', 'service_device', 'service_client', 'imported_row'])
    expect([table, after.get(`public.${table}`)]).toEqual([table, before.get(`public.${table}`)]);
  for (const table of ['record', 'membership', 'grant_', 'decision', 'shelf'])
    expect([table, after.get(`store_8.${table}`)]).toEqual([table, before.get(`public.${table}`)]);
});

test.each(keptAnswers.devices)('[K3] the device of $who compares what it holds, and goes on', async (kept) => {
  await using server = await start();
  const device = await connect(server, kept.who, kept);
  expect(device.welcome).toMatchObject({ device: kept.device, leases: kept.leases, resumed: false });
  for (const [section, state] of Object.entries(kept.docs)) {
    if (!device.headers.has(section)) continue;
    const both = new Y.Doc();
    Y.applyUpdate(both, Y.encodeStateAsUpdate(device.doc(section)));
    const vector = Y.encodeStateVector(both);
    Y.applyUpdate(both, Buffer.from(state, 'base64'));
    expect(Y.encodeStateVector(both)).toEqual(vector);
  }
  expect(device.view(F1, planShared).story.text).toContain('While others were away.');
  const part = device.write(F1, planShared, (draft) =>
    draft.story.insert(0, 'Written while the store was carried over. '),
  );
  expect(await device.push([part], kept.nextBatch)).toEqual({ type: 'taken' });
});

test('[K4] what was sent before is answered as it was, and not done twice', async () => {
  const { who, device: id, batch, part, decision, refused, keys } = keptAnswers.again;
  await using server = await start();
  const counts = () =>
    rowsOf(
      "select (select count(*) from log) as written, (select count(*) from decision where type = 'decided') as decided",
    );
  const before = await counts();
  const device = await connect(
    server,
    who,
    keptAnswers.devices.find((one) => one.device === id),
  );
  const update = new Uint8Array(Buffer.from(part.update, 'base64'));
  const again = { section: part.section as SectionId, epoch: part.epoch, written: null, update };
  expect(await device.push([again], batch)).toEqual({ type: 'taken' });
  expect(await device.decide(decision.command, decision.batch)).toEqual({ type: 'taken' });
  expect(await device.decide(refused.command, refused.batch)).toMatchObject({
    type: 'not-decided',
    code: 'cannot-join',
  });
  const given = (command: object, key: string, principal: string) =>
    server.node.decisions.command({
      principal,
      command,
      base: null,
      key: { type: 'key', key },
      at: clock,
      reason: null,
    });
  const [taken, not] = keys;
  if (taken === undefined || not === undefined) throw new Error('Two keys were kept.');
  expect(await given(taken.command, taken.key, taken.principal)).toMatchObject({
    type: 'decided',
    decision: { type: 'decided', record: F4, decision: { name: 'join-team', principal: taken.principal } },
  });
  expect(await given(not.command, not.key, not.principal)).toMatchObject({ type: 'not-decided', code: 'not-allowed' });
  expect(await given({ ...taken.command, until: 1 }, taken.key, taken.principal)).toEqual({ type: 'key-reused' });
  expect(await counts()).toEqual(before);
});

test('[K5] ends that were given beforehand come by themselves, and no others', async () => {
  await using server = await start();
  const moments = await rowsOf<{ record: string; at: number }>(
    `select record, at::float8 as at from record_moment where authority = 'main' order by at`,
  );
  const ends = await rowsOf<{ record: string; at: number }>(
    `select record, to_ms::float8 as at from store_8.grant_ where authority = 'main' and to_ms > ${clock}
     union select record, to_ms::float8 from store_8.membership where authority = 'main' and lapses and to_ms > ${clock} order by at`,
  );
  expect(moments).toEqual(ends);
  expect(moments.length).toBe(4);
  const { protectedChild } = keptAnswers;
  const places = async () => [
    Object.keys(await toldTo(server, 'camhs-1')).includes(F1),
    'safety.intelligence' in ((await toldTo(server, 'social-worker-1'))[F2]?.sections ?? {}),
    'person.location' in ((await toldTo(server, 'school-1'))[protectedChild]?.sections ?? {}),
    'person.location' in ((await toldTo(server, 'health-visitor-1'))[protectedChild]?.sections ?? {}),
  ];
  expect(await places()).toEqual([true, true, true, true]);
  const lapsed = () =>
    rowsOf<{ record: string }>(
      `select distinct record from decision where type = 'lapsed' and at > ${keptAnswers.at}
       and record in ('${F1}', '${F2}', '${F3}', '${protectedChild}')`,
    );
  clock += 31 * 86_400_000;
  await expect.poll(lapsed, { timeout: 10_000 }).toHaveLength(4);
  expect(await places()).toEqual([false, false, false, true]);
});

test('[K5] who has no access any more stays out, and who somebody is at the issuer stays so', async () => {
  await using server = await start();
  await expect(connect(server, 'voluntary-2')).rejects.toThrow('4200');
  const people = await rowsOf(
    `select id, issuer, subject from principal where authority = 'main' and issuer is not null`,
  );
  expect(people).toEqual([{ id: 'police-3', issuer: 'https://login.example', subject: 'sub-3' }]);
});

test('[K6] what is decided next builds on what was decided, and the log folds into it', async () => {
  await using server = await start();
  const before = await rowsOf<{ command: { type: string } }>(
    `select command, principal, device, reason from store_8.decision where command is not null order by authority, seq`,
  );
  const logged = await rowsOf<{ name: string }>(
    `select name, principal, device, reason from decision where type = 'decided' order by authority, seq`,
  );
  expect(logged).toEqual(before.map(({ command, ...row }) => ({ ...row, name: command.type })));
  const begun = await rowsOf<{ begun: number }>(
    `select count(*)::int as begun from decision where type = 'begun' and "of" is not null`,
  );
  expect(begun).toEqual([{ begun: 2 }]);

  const lead = await connect(server, 'early-help-1');
  const joins = { type: 'join-team', record: F4, principal: 'school-1', until: null };
  expect(await lead.decide(joins, 100)).toEqual({ type: 'taken' } satisfies BatchResult);
  const now = (await loadStates(database.db, 'main', [F4])).get(F4);
  expect(now?.facts).toMatchObject({
    team: expect.arrayContaining([expect.objectContaining({ principal: 'school-1' })]) as unknown,
  });
  // Folded again from the log, it is the same.
  await server.close();
  await sql`update record set facts_version = 0; update authority set policy_of = null`.execute(database.db);
  await using again = await start();
  expect((await loadStates(database.db, 'main', [F4])).get(F4)).toEqual(now);
  expect(again.port).toBeGreaterThan(0);
});

test('[K7] a start that is killed when all but the last is done leaves the store as it was', async () => {
  const [rows, tables] = [await digestOf(database.db), await catalogOf(database.db)];
  const program = fileURLToPath(new URL('carry-over-and-wait.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@caseweave/source', program, JSON.stringify(address)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await digestOf(database.db)).toEqual(rows);
  expect(await catalogOf(database.db)).toEqual(tables);
  await using server = await start();
  expect(Object.keys(await toldTo(server, 'early-help-1'))).toContain(F1);
}, 60_000);

test('[K7] a server that does not know how to carry a store over leaves it alone, and says which one does', async () => {
  const rows = await digestOf(database.db);
  const refused = startServer({ model: earlyHelp, database: address });
  await expect(refused).rejects.toMatchObject({ code: 'data-older' });
  await expect(refused).rejects.toThrow('carries it over; nothing was changed');
  expect(await digestOf(database.db)).toEqual(rows);
});

test('[K7] a store that says what is not understood is left alone, and of whom it does is told', async () => {
  await sql`update principal set roles = '{chief}' where id = 'manager-2'`.execute(database.db);
  const rows = await digestOf(database.db);
  const refused = start();
  await expect(refused).rejects.toMatchObject({ code: 'data-not-understood' });
  await expect(refused).rejects.toThrow(
    'somebody who signs in (manager-2) what this version does not understand: roles.0',
  );
  expect(await digestOf(database.db)).toEqual(rows);
});

test('[K8] its tables are those of a new store, and the replaced ones stay', async () => {
  await (await start()).close();
  const fresh = await postgres.another();
  await (await start('main', fresh)).close();
  const other = openDatabase(fresh, 1);
  const own = (line: string) => !/ (demo|imported_row)(_|\b)/.test(line);
  expect((await catalogOf(database.db)).filter(own)).toEqual((await catalogOf(other.db)).filter(own));
  await other.close();
  expect((await catalogOf(database.db, 'store_8')).some((line) => line.startsWith('column membership lapses'))).toBe(
    true,
  );
});

test('[K8] where there is a schema of that name already, the store is left alone', async () => {
  await sql`create schema store_8`.execute(database.db);
  const rows = await digestOf(database.db);
  await expect(start()).rejects.toMatchObject({ code: 'data-older' });
  expect(await digestOf(database.db)).toEqual(rows);
});
