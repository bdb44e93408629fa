import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { served } from '../models/served.ts';
import { connect, decide, startAnother, startFilled, startPostgres } from './test-authority.ts';
import type { TestDevice } from '@caseweave/testing';

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
  await using other = await startAnother(it, postgres.address);
  const [lead, partner, stranger] = [
    await connect(it.server, 'lead'),
    await connect(other, 'partner'),
    await connect(other, 'stranger'),
  ];
  const { section } = lead.header(it.record, served.names.plan);
  const be = (device: TestDevice, clock: number, state: string | null) =>
    device.say({ type: 'presence', section, client: device.client, clock, state });
  be(stranger, 1, '"peeping"');
  be(lead, 1, '"here"');
  be(partner, 1, '"here too"');
  await lead.until(() => places(lead).includes('Name of partner: "here too"'));
  await partner.until(() => places(partner).includes('Name of lead: "here"'));
  be(partner, 2, '"moved"');
  await lead.until(() => places(lead).includes('Name of partner: "moved"'));
  await partner.close();
  await lead.until(() => places(lead).at(-1) === 'Name of partner: gone');
  expect(places(stranger)).toEqual([]);
  expect(places(lead).join()).not.toContain('stranger');
  expect(it.failures).toEqual([]);
});

test('[S12] a node that starts later learns who is where; of one that has gone, everybody is forgotten', async () => {
  let time = Date.now();
  await using it = await startFilled(postgres.address, 1, () => time);
  const { authority, switchboard, database } = it.server.node;
  const lead = await connect(it.server, 'lead');
  const { section } = lead.header(it.record, served.names.plan);
  const be = (device: TestDevice, state: string) =>
    device.say({ type: 'presence', section, client: device.client, clock: 1, state });
  be(lead, '"here first"');
  await using other = await startAnother(it, postgres.address);
  const partner = await connect(other, 'partner');
  be(partner, '"here now"');
  await partner.until(() => places(partner).includes('Name of lead: "here first"'));
  await lead.until(() => places(lead).includes('Name of partner: "here now"'));
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
  await using other = await startAnother(it, postgres.address);
  const [lead, partner] = [await connect(it.server, 'lead'), await connect(other, 'partner')];
  const { section } = lead.header(it.record, served.names.plan);
  for (const device of [lead, partner])
    device.say({ type: 'presence', section, client: device.client, clock: 1, state: '"here"' });
  await lead.until(() => places(lead).length === 1);
  await decide(it, { type: 'leave', who: 'partner' });
  await lead.until(() => places(lead).length === 2);
  expect(places(lead).at(-1)).toBe('Name of partner: gone');
});
