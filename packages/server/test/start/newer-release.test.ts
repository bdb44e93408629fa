import { defineModel, foldEntries } from '@caseweave/model';
import { defineSection, text } from '@caseweave/record';
import { loadStates, openDatabase, startNode } from '@caseweave/server';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { declaration } from '../models/repairs/repairs.ts';
import { type PausedJob, repairs2, secondDeclaration } from '../models/repairs/second-release.ts';
import { testRepairs } from '../models/repairs/test-repairs.ts';
import { connect, namesOf, newAuthority, startRepairs } from './start-repairs.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

/** A store that the first release has written: two jobs, one of them reported by a command. */
async function written(authority = newAuthority()) {
  const { address: database } = postgres;
  await using it = await startRepairs({ database, authority });
  const [adopted] = await testRepairs.fill(it.server.node, 1);
  if (adopted === undefined) throw new Error('A store without jobs is no use here.');
  const lead = await connect(it.server, 'lead');
  const [record, home] = [newAuthority().slice(2), newAuthority().slice(2)];
  const report = { type: 'report', record, officer: 'lead', homes: [{ home, isNew: true }], sections: [] };
  expect(await lead.decide(report)).toEqual({ type: 'taken' });
  expect(await lead.decide({ type: 'join', record, who: 'partner', until: null })).toEqual({ type: 'taken' });
  await lead.push([testRepairs.title(lead, adopted.record, 'The roof leaks')]);
  await lead.until(() => lead.heard.at(-1)?.type === 'cursor');
  await lead.close();
  return { authority, database, adopted, record, home, away: lead };
}

const factsOf = async (authority: string, record: string): Promise<unknown> => {
  const database = openDatabase(postgres.address, 1);
  const facts = (await loadStates(database.db, authority, [record])).get(record)?.facts;
  await database.close();
  return facts;
};

test('[S24] a section that a newer release brings reaches records that exist, also on a device that was away', async () => {
  const { authority, database, adopted, record, home, away } = await written();
  expect(namesOf(away)).not.toContain('job.photos');
  await using it = await startRepairs({ database, authority, model: repairs2 });
  expect(it.said).toContain('Created 2 sections that this release brings to records that there are.');
  const back = await connect(it.server, 'lead', away.kept);
  back.nextBatch = away.nextBatch;
  expect(back.welcome.resumed).toBe(false);
  for (const one of [adopted.record, record]) expect(back.header(one, 'job.photos').acts.write).toBe(true);
  // What was there before is the same: the same sections, and what was written in them.
  expect(back.header(adopted.record, 'job.plan').section).toBe(away.header(adopted.record, 'job.plan').section);
  expect(testRepairs.titleOf(back, adopted.record)).toBe('The roof leaks');
  // A kind that the release brings needs nothing more.
  const visit = newAuthority().slice(2);
  expect(await back.decide({ type: 'plan-visit', record: visit, home, sections: [] })).toEqual({ type: 'taken' });
  await back.until(() => [...back.headers.values()].some(({ name }) => name === 'visit.report'));
  expect(await back.decide({ type: 'pause', record, isPaused: true })).toEqual({ type: 'taken' });
  expect(it.failures).toEqual([]);
});

test('[S24] a section that is added reaches them too, whether or not the version of the model says that it is newer', async () => {
  const { authority, database, adopted, away } = await written();
  await using it = await startRepairs({ database, authority, model: withPaint });
  const back = await connect(it.server, 'lead', away.kept);
  expect(back.header(adopted.record, 'job.paint').acts.write).toBe(true);
  await expect(startRepairs({ database, authority })).rejects.toMatchObject({
    code: 'data-newer',
    message: expect.stringContaining('section job.paint, which this one does not know') as string,
  });
});

test('[S24] a second start of the same release does nothing, and devices go on by their cursors', async () => {
  const { authority, database } = await written();
  await using first = await startRepairs({ database, authority, model: repairs2 });
  const lead = await connect(first.server, 'lead');
  await using second = await startRepairs({ database, authority, model: repairs2 });
  expect(second.said).toEqual([]);
  expect((await connect(second.server, 'lead', lead.kept)).welcome.resumed).toBe(true);
});

test('[S24] a section that is created when somebody joins is entered by whoever could read it by its name before', async () => {
  await using it = await startRepairs({ database: postgres.address, authority: newAuthority() });
  const [filled] = await testRepairs.fill(it.server.node, 1);
  const manager = await connect(it.server, 'manager');
  expect(namesOf(manager)).toContain('notes.oak');
  const away = await connect(it.server, 'manager');
  await away.close();
  const lead = await connect(it.server, 'lead');
  await lead.decide({ type: 'join', record: filled?.record, who: 'nurse', until: null });
  await manager.until(() => namesOf(manager).includes('notes.elm'));
  const back = await connect(it.server, 'manager', away.kept);
  expect(back.welcome.resumed).toBe(true);
  expect(namesOf(back)).toContain('notes.elm');
});

test('[S25] facts of an older version are folded again from their entries, adopted ones brought up', async () => {
  const { authority, database, adopted, record } = await written();
  const before = (await factsOf(authority, record)) as PausedJob;
  await using it = await startRepairs({ database, authority, model: repairs2 });
  expect(it.said[0]).toBe('Folding the facts of 2 records (job) again, for version 2.');
  expect(await factsOf(authority, record)).toEqual({ ...before, isPaused: false });
  expect((await factsOf(authority, adopted.record)) as PausedJob).toMatchObject({ isPaused: false, officer: 'lead' });
  // Who works there finds it as before.
  expect(namesOf(await connect(it.server, 'partner'))).toContain('job.plan');
});

test('[S25] a start that is ended half way is gone on with by the next', async () => {
  const { authority, database, record } = await written();
  // The first start ends when it comes to the sections; another one, when it comes to the second part of the facts.
  const admin = openDatabase(database, 1);
  await sql
    .raw(
      'create function ends() returns trigger language plpgsql as $$ begin raise exception $e$the power went$e$; end $$',
    )
    .execute(admin.db);
  await sql
    .raw(
      `create trigger ends before insert on section for each row when (new.name = 'job.photos') execute function ends()`,
    )
    .execute(admin.db);
  await expect(startRepairs({ database, authority, model: repairs2 })).rejects.toThrow('the power went');
  await sql.raw('drop trigger ends on section').execute(admin.db);
  await sql`update record set facts_version = 1, facts = facts - 'isPaused' where authority = ${authority} and id = ${record}`.execute(
    admin.db,
  );
  await sql.raw('drop function ends()').execute(admin.db);
  await admin.close();

  await using it = await startRepairs({ database, authority, model: repairs2 });
  expect(it.said).toEqual([
    'Folding the facts of 1 records (job) again, for version 2.',
    'Created 2 sections that this release brings to records that there are.',
  ]);
  expect(await factsOf(authority, record)).toMatchObject({ isPaused: false });
});

test('[S25] facts are the fold of their entries and nothing else, whatever was decided', async () => {
  const { authority, database, adopted, record, home } = await written();
  const { db, close } = openDatabase(database, 1);
  for (const one of [adopted.record, adopted.linked, record, home]) {
    const { rows } = await sql<Parameters<typeof foldEntries>[3][number] & { kind: string; facts: unknown }>`
      select e.name, e.version, e.record, e.form, e.principal as who, e.at, r.kind, r.facts
      from decision d join decision e on e.authority = d.authority and e.seq = coalesce(d.of, d.seq)
        join record r on r.authority = d.authority and r.id = d.record
      where d.authority = ${authority} and d.record = ${one} and d.type in ('decided', 'begun', 'adopted') order by d.seq`.execute(
      db,
    );
    const { kind, facts } = rows[0] ?? { kind: '', facts: null };
    const of = testRepairs.model.kinds.get(kind);
    if (of === undefined) throw new Error('There are such records.');
    expect(foldEntries(testRepairs.model, of, one, rows)).toEqual({ type: 'facts', facts });
  }
  await close();
});

test('[S25] an entry that is not understood ends the start in plain words, and nothing is changed', async () => {
  const { authority, database, record } = await written();
  const before = await factsOf(authority, record);
  await expect(startRepairs({ database, authority, model: clumsy })).rejects.toMatchObject({
    code: 'data-not-understood',
    message: expect.stringMatching(/\(join, version 1\).*its code failed: clumsy.*nothing was changed/) as string,
  });
  expect(await factsOf(authority, record)).toEqual(before);
  // Whoever goes back to the release that wrote it finds it as it was.
  await using again = await startRepairs({ database, authority });
  expect(again.said).toEqual([]);
  await expect(startRepairs({ database, authority, model: forgetful })).rejects.toMatchObject({
    code: 'data-newer',
    message: expect.stringContaining('decision join, which this one does not know') as string,
  });
});

test('[S26] a store that a newer release has written is refused in plain words, and so is one of another model', async () => {
  const { authority, database, record } = await written();
  await (await startRepairs({ database, authority, model: repairs2 })).server.close();
  const before = await factsOf(authority, record);
  await expect(startRepairs({ database, authority })).rejects.toMatchObject({
    code: 'data-newer',
    message: expect.stringContaining('model version 2, this one is 1') as string,
  });
  await expect(startRepairs({ database, authority, model: other })).rejects.toMatchObject({ code: 'other-model' });
  expect(await factsOf(authority, record)).toEqual(before);
  await using again = await startRepairs({ database, authority, model: repairs2 });
  expect(again.said).toEqual([]);
});

test('[S26] a node of an older release serves nobody and decides nothing once a newer one has started', async () => {
  const { authority, database, record } = await written();
  await using old = await startRepairs({ database, authority });
  const lead = await connect(old.server, 'lead');
  await using young = await startRepairs({ database, authority, model: repairs2 });
  await lead.until(() => lead.closedWith !== undefined).catch(() => undefined);
  expect(lead.closedWith).toBe(4000);
  await expect(connect(old.server, 'lead')).rejects.toThrow('4000');
  const command = { type: 'leave', record, who: 'partner' };
  await expect(old.server.node.decisions.decide(command, Date.now())).rejects.toMatchObject({ code: 'outdated' });
  expect((await connect(young.server, 'lead')).welcome.principal.id).toBe('lead');
});

test('[S26] a node that follows the log without serving is handed the model too', async () => {
  const { authority } = await written();
  const database = openDatabase(postgres.address);
  await expect(startNode(database, { model: other, authority })).rejects.toMatchObject({
    code: 'other-model',
  });
  const node = await startNode(database, { model: testRepairs.model, authority });
  expect(node.model.now.name).toBe('repairs');
  await node.stop();
  await database.close();
});

/** The first release with a section more, whose version nobody raised. */
const withPaint = defineModel({
  ...declaration,
  sections: [
    ...declaration.sections,
    ...declaration.sections.flatMap((part) =>
      part.type === 'section' && part.schema.name === 'job.plan'
        ? [{ ...part, title: 'Paint', list: null, schema: paint() }]
        : [],
    ),
  ],
});

/** A second release that cannot carry out a decision of the first. */
const clumsy = defineModel({
  ...secondDeclaration,
  decisions: secondDeclaration.decisions.map((one) =>
    one.name === 'join' && one.type === 'decision'
      ? {
          ...one,
          fold: () => {
            throw new Error('clumsy');
          },
        }
      : one,
  ),
});

/** A second release that has lost a decision of the first. */
const forgetful = defineModel({
  ...secondDeclaration,
  decisions: secondDeclaration.decisions.filter(({ name }) => name !== 'join'),
});

/** Another model. */
const other = defineModel({ ...declaration, name: 'other' });

function paint() {
  return defineSection({
    name: 'job.paint',
    version: 1,
    oldestWriter: 1,
    fields: { colour: text({ label: 'Colour' }) },
  });
}
