import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { type News, Tail } from '../../src/log/tail.ts';
import type { Reader } from '../../src/routing/reader.ts';
import { served } from '../models/served.ts';
import { connect, decide, startFilled, startPostgres } from './test-authority.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const start = (now?: () => number) => startFilled(postgres.address, 1, now);

const namesOf = (device: { headers: ReadonlyMap<string, { name: string }> }) =>
  [...device.headers.values()].map(({ name }) => name);

test('[S9] a right that has run out before another decision is told to a device that was away, though it was swept later', async () => {
  let time = Date.now();
  await using it = await start(() => time);
  const until = time + 3_600_000;
  await decide(it, { type: 'name', who: 'worker', level: 'read', until });
  const worker = await connect(it.server, 'worker');
  expect(namesOf(worker)).toContain(served.names.named);
  await worker.close();
  // This is what comes of a decision in the second between running out and the sweep.
  await decide(it, { type: 'join', who: 'stranger' }, until + 5);
  time = until + 10;
  await it.server.node.sweep();
  const back = await connect(it.server, 'worker', worker.kept);
  expect(back.welcome.resumed).toBe(true);
  const left = back.heard.flatMap((message) => (message.type === 'leave' ? [message.section] : []));
  expect(left).toEqual([worker.header(it.record, served.names.named).section]);
});

test('[S9] a time in a team that runs out is told like one that is ended, live and after being away', async () => {
  let time = Date.now();
  await using it = await start(() => time);
  const until = time + 3_600_000;
  const away = await connect(it.server, 'stranger');
  await decide(it, { type: 'join', who: 'stranger', until });
  await away.until(() => namesOf(away).includes(served.names.plan));
  await away.close();
  const stranger = await connect(it.server, 'stranger');
  const lead = await connect(it.server, 'lead');
  const team = () => served.workersOf(lead, it.record);
  expect(team().find(({ id }) => id === 'stranger')?.until).toBe(until);
  time = until;
  await it.server.node.sweep();
  await stranger.until(() => stranger.headers.size === 0);
  await lead.until(() => !team().some(({ id }) => id === 'stranger'));
  const back = await connect(it.server, 'stranger', away.kept);
  expect(back.heard.some((message) => message.type === 'leave')).toBe(true);
  expect(back.headers.size).toBe(0);
});

test('[S11] what somebody is changes while they are being greeted: they begin again', async () => {
  await using it = await start();
  const { database } = it.server.node;
  await decide(it, { type: 'allocate', to: 'west' });
  await decide(it, { type: 'leave', who: 'worker' });
  await served.putAs(it.server.node, 'worker', { supervises: 'west' });
  // Enrolment waits for this lock: what somebody is was read before, and their connection is not known anywhere yet.
  const held = openDatabase(postgres.address, 1);
  const greeted = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = held.db.transaction().execute(async (trx) => {
    await sql`lock table device in access exclusive mode`.execute(trx);
    greeted.resolve();
    await release.promise;
  });
  await greeted.promise;
  const connecting = connect(it.server, 'worker').then(
    () => 'connected',
    (error: unknown) => String(error),
  );
  await waitFor(async () => {
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_locks where relation = 'device'::regclass and not granted`.execute(
      database.db,
    );
    return (rows[0]?.waiting ?? 0) > 0;
  });
  await served.putAs(it.server.node, 'worker', { supervises: null });
  await it.server.node.tail.catchUp();
  release.resolve();
  await holding;
  await held.close();
  expect(await connecting).toContain('4000');
  const back = await connect(it.server, 'worker');
  expect(back.headers.size).toBe(0);
});

async function waitFor(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((resolve) => setImmediate(resolve));
}

test('[S22] what goes wrong for one reader keeps no other waiting', async () => {
  await using it = await start();
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(it.server, 'partner')];
  const { switchboard } = it.server.node;
  const [sound] = switchboard.readers;
  if (sound === undefined) throw new Error('Somebody is connected.');
  let begunAgain = 0;
  const broken: Reader = {
    device: 'broken',
    principalId: sound.principalId,
    known: sound.known,
    keys: sound.keys,
    states: () => Promise.reject(new Error('no states')),
    tell: () => {
      throw new Error('cannot be told');
    },
    present: () => undefined,
    reached: () => undefined,
    startAgain: () => (begunAgain += 1),
    compare: () => undefined,
  };
  switchboard.join(broken);
  await lead.push([served.title(lead, it.record, 'Okafor')]);
  await partner.until(() => served.titleOf(partner, it.record) === 'Okafor');
  await decide(it, { type: 'join', who: 'stranger' });
  await partner.until(() => JSON.stringify(partner.facts(it.record)).includes('stranger'));
  expect(begunAgain).toBeGreaterThanOrEqual(2);
  expect(it.failures).toHaveLength(begunAgain);
});

test('[S22] news that cannot be told at all do not stop the tail: everyone connects again, and then it goes on', async () => {
  await using it = await start();
  const { database, decisions, tail, switchboard } = it.server.node;
  const partner = await connect(it.server, 'partner');
  const [reader] = switchboard.readers;
  if (reader === undefined) throw new Error('Somebody is connected.');
  // Something that every telling of a decision needs is out of reach from then on, until it is there again.
  try {
    const decided = decisions.together(async (trx) => {
      const join = served.command(it.record, { type: 'join', who: 'stranger' });
      expect(await decisions.decideIn(trx, join, it.server.node.now())).toMatchObject({ type: 'decided' });
      await sql`alter table principal rename to principal_away`.execute(trx);
    });
    await decided.catch(() => undefined);
    await partner.until(() => partner.closedWith !== undefined).catch(() => undefined);
    expect(partner.closedWith).toBe(4000);
    await expect(tail.catchUp()).resolves.toBeUndefined();
  } finally {
    await sql`alter table principal_away rename to principal`.execute(database.db);
  }
  const back = await connect(it.server, 'partner', partner.kept);
  expect(back.welcome.resumed).toBe(true);
  expect(JSON.stringify(back.facts(it.record))).toContain('stranger');
});

test('[S7] of more decisions than a page holds, rights are as new as the last that was heard of', async () => {
  await using it = await start();
  const { database, authority } = it.server.node;
  const { db } = database;
  const at = (
    await sql<{ seq: number; rights: number }>`select seq, rights from authority where id = ${authority.id}`.execute(db)
  ).rows[0];
  if (at === undefined) throw new Error('There is an authority.');
  const heard: News[] = [];
  const tail = new Tail(
    database,
    authority.id,
    { position: at.seq, rights: at.rights },
    async (news) => void heard.push(news),
    () => undefined,
    () => undefined,
  );
  const many = 2_100;
  await sql`insert into decision (authority, seq, type, record, at)
    select ${authority.id}, ${at.seq} + place, 'lapsed', ${it.record}, 0 from generate_series(1, ${many}::int) as s(place)`.execute(
    db,
  );
  await sql`update authority set seq = seq + ${many}, rights = rights + ${many} where id = ${authority.id}`.execute(db);
  await tail.catchUp();
  await tail.stop();
  expect(heard.map(({ decisions, rights }) => [decisions.length, rights - at.rights])).toEqual([
    [2_000, 0],
    [100, many],
  ]);
});
