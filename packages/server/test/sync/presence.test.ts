import { earlyHelp } from '@caseweave/family';
import { startServer } from '@caseweave/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startFilled, startPostgres } from './test-authority.ts';
import type { TestDevice } from '@caseweave/testing';
import { changeRecord } from '../models/early-help.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

const places = (device: TestDevice) =>
  device.heard.flatMap((message) =>
    message.type === 'presence' ? [`${message.who.name}: ${message.state ?? 'gone'}`] : [],
  );

test('[S12] people at two nodes see each other in a section, and see each other go', async () => {
  await using it = await startFilled(postgres.address);
  const { authority } = it.server.node;
  await using other = await startServer({ model: earlyHelp, database: postgres.address, authority: authority.id });
  const [lead, school, stranger] = [
    await connect(it.server, 'lead'),
    await connect(other, 'school'),
    await connect(other, 'stranger'),
  ];
  const { section } = lead.header(it.family, 'plan.shared');
  const be = (device: TestDevice, clock: number, state: string | null) =>
    device.say({ type: 'presence', section, client: device.client, clock, state });
  be(stranger, 1, '"peeping"');
  be(lead, 1, '"here"');
  be(school, 1, '"here too"');
  await lead.until(() => places(lead).includes('Name of school: "here too"'));
  await school.until(() => places(school).includes('Name of lead: "here"'));
  be(school, 2, '"moved"');
  await lead.until(() => places(lead).includes('Name of school: "moved"'));
  await school.close();
  await lead.until(() => places(lead).at(-1) === 'Name of school: gone');
  expect(places(stranger)).toEqual([]);
  expect(places(lead).join()).not.toContain('stranger');
  expect(it.failures).toEqual([]);
});

test('[S12] a node that starts later learns who is where; of one that has gone, everybody is forgotten', async () => {
  let time = Date.now();
  await using it = await startFilled(postgres.address, 1, () => time);
  const { authority, switchboard, database } = it.server.node;
  const lead = await connect(it.server, 'lead');
  const { section } = lead.header(it.family, 'plan.shared');
  const be = (device: TestDevice, state: string) =>
    device.say({ type: 'presence', section, client: device.client, clock: 1, state });
  be(lead, '"here first"');
  await using other = await startServer({
    model: earlyHelp,
    database: postgres.address,
    authority: authority.id,
    now: () => time,
  });
  const school = await connect(other, 'school');
  be(school, '"here now"');
  await school.until(() => places(school).includes('Name of lead: "here first"'));
  await lead.until(() => places(lead).includes('Name of school: "here now"'));
  // A node that is killed says nothing any more: this is what was last heard of one.
  const place = { section, client: 99, clock: 1, state: '"cut off"', principal: 'worker' };
  await sql`select pg_notify(${`caseweave_places_${authority.id}`}, ${JSON.stringify({ node: 'killed', places: [place] })})`.execute(
    database.db,
  );
  await lead.until(() => places(lead).includes('Name of worker: "cut off"'));
  time += 60_000;
  switchboard.board.forgetGone();
  await lead.until(() => places(lead).includes('Name of worker: gone'));
  expect(places(lead)).toHaveLength(4);
});

test('[S12] a right that ends takes a person out of a section for those who see them, at other nodes too', async () => {
  await using it = await startFilled(postgres.address);
  const { authority } = it.server.node;
  await using other = await startServer({ model: earlyHelp, database: postgres.address, authority: authority.id });
  const [lead, school] = [await connect(it.server, 'lead'), await connect(other, 'school')];
  const { section } = lead.header(it.family, 'plan.shared');
  for (const device of [lead, school])
    device.say({ type: 'presence', section, client: device.client, clock: 1, state: '"here"' });
  await lead.until(() => places(lead).length === 1);
  await changeRecord(it.server.node, it.family, { type: 'part', principal: 'school' });
  await lead.until(() => places(lead).length === 2);
  expect(places(lead).at(-1)).toBe('Name of school: gone');
});
