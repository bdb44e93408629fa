import { readRights } from '@caseweave/model';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { testRepairs } from '../models/repairs/test-repairs.ts';
import { stockClients } from '../stock/stock-client.ts';
import { connect, namesOf, newAuthority, startRepairs } from './start-repairs.ts';

let postgres: TestPostgres;
const stock = stockClients();

beforeAll(async () => {
  postgres = await startPostgres();
});

afterEach(() => stock.closeAll());
afterAll(() => postgres.close());

/** The table of an authority that narrows what a model allows. */
function narrowed(table: unknown) {
  const read = readRights(testRepairs.model, table);
  if (read.type === 'refused') throw new Error(JSON.stringify(read.faults));
  return read.rights;
}

const noEstimate = narrowed({ 'job.estimate': { office: 'none' } });

async function filled() {
  const authority = newAuthority();
  const { address: database } = postgres;
  const it = await startRepairs({ database, authority });
  const [first] = await testRepairs.fill(it.server.node, 1);
  if (first === undefined) throw new Error('There is a job.');
  return { ...first, it, database, authority, [Symbol.asyncDispose]: () => it.server.close() };
}

test('[S27] a table of an authority is in force from the start: what it takes is nobody’s', async () => {
  await using one = await filled();
  const { database, authority, record } = one;
  const before = await connect(one.it.server, 'worker');
  expect(namesOf(before)).toContain('job.estimate');
  await before.close();
  await one.it.server.close();

  await using again = await startRepairs({ database, authority, rights: noEstimate });
  const back = await connect(again.server, 'worker', before.kept);
  // It compares what it holds with a manifest in which the section is not.
  expect(back.welcome.resumed).toBe(false);
  expect(namesOf(back)).not.toContain('job.estimate');
  expect(namesOf(back)).toContain('job.plan');
  expect(namesOf(await connect(again.server, 'lead'))).toContain('job.estimate');
  // Nobody writes by what they could before.
  const { section, epoch } = before.header(record, 'job.estimate');
  const update = testRepairs.hide(before, record, 'late').update;
  expect(await back.push([{ section, epoch, written: null, update }])).toMatchObject({
    type: 'held',
    code: 'not-allowed',
  });
});

test('[S27] a node that is started with another table has the others take it over, and live devices leave at once', async () => {
  await using one = await filled();
  const { database, authority, record } = one;
  const [worker, lead] = [await connect(one.it.server, 'worker'), await connect(one.it.server, 'lead')];
  const { section } = worker.header(record, 'job.estimate');
  const open = await stock.open(one.it.server, 'worker', section);
  await open.synced();

  await using other = await startRepairs({ database, authority, rights: noEstimate });
  await Promise.all(
    [worker, lead].map((one_) => one_.until(() => one_.closedWith !== undefined).catch(() => undefined)),
  );
  expect(await open.stopped()).toBe(4410);
  for (const { server } of [one.it, other]) {
    const back = await connect(server, 'worker', worker.kept);
    expect(namesOf(back)).not.toContain('job.estimate');
    expect(namesOf(await connect(server, 'lead', lead.kept))).toContain('job.estimate');
  }
  expect(one.it.failures).toEqual([]);
});

test('[S27] what a device pushes at a node that has not heard of the new table yet is judged by it', async () => {
  await using one = await filled();
  const { database, authority, record } = one;
  const worker = await connect(one.it.server, 'worker');
  const part = testRepairs.hide(worker, record, 'canary');
  // The node hears of nothing for a moment: only the authority's row can tell it.
  await one.it.server.node.tail.stop();
  await using other = await startRepairs({ database, authority, rights: noEstimate });
  await worker.push([part], 1).catch(() => undefined);
  expect(worker.closedWith).toBe(4000);
  const back = await connect(other.server, 'worker', worker.kept);
  expect(await back.push([part], 1)).toMatchObject({ type: 'held', code: 'not-allowed' });
  const lead = await connect(other.server, 'lead');
  expect(lead.everything).not.toContain('canary');
});

test('[S27] the same table again changes nothing, and devices go on by their cursors; without it all is as the model says', async () => {
  await using one = await filled();
  const { database, authority } = one;
  await one.it.server.close();
  await (await startRepairs({ database, authority, rights: noEstimate })).server.close();
  await using again = await startRepairs({ database, authority, rights: noEstimate });
  const worker = await connect(again.server, 'worker');
  await worker.close();
  await again.server.close();
  await using same = await startRepairs({ database, authority, rights: noEstimate });
  const back = await connect(same.server, 'worker', worker.kept);
  expect(back.welcome.resumed).toBe(true);
  await same.server.close();
  await using open = await startRepairs({ database, authority });
  expect(namesOf(await connect(open.server, 'worker', back.kept))).toContain('job.estimate');
});
