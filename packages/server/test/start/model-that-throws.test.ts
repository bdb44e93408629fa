import { defineModel, type Model, type ModelDeclaration } from '@caseweave/model';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { declaration } from '../models/repairs/repairs.ts';
import { testRepairs } from '../models/repairs/test-repairs.ts';
import { connect, namesOf, newAuthority, startRepairs } from './start-repairs.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

const clumsy = (): never => {
  throw new Error('canary');
};

type Declared = ModelDeclaration<never>;
type KindOf = Declared['kinds'][number];

/** The same model, with something of the kind `job` that throws. */
const withJob = (change: (job: KindOf) => Partial<KindOf>): Model =>
  defineModel({
    ...declaration,
    kinds: declaration.kinds.map((kind) => (kind.name === 'job' ? { ...kind, ...change(kind) } : kind)),
  });

const withDecision = (name: string, change: Partial<Declared['decisions'][number]>): Model =>
  defineModel({
    ...declaration,
    decisions: declaration.decisions.map((one) => (one.name === name ? ({ ...one, ...change } as typeof one) : one)),
  });

/** A store of the model as it should be, served with another that throws somewhere. */
async function served(model: Model) {
  const [database, authority] = [postgres.address, newAuthority()];
  const first = await startRepairs({ database, authority });
  const [filled] = await testRepairs.fill(first.server.node, 1);
  if (filled === undefined) throw new Error('There is a job.');
  await first.server.close();
  const it = await startRepairs({ database, authority, model });
  return { ...filled, ...it, [Symbol.asyncDispose]: () => it.server.close() };
}

test('[S28] facts that cannot be told are told as nothing; everything else of the record goes on', async () => {
  await using it = await served(withJob(({ seen }) => ({ seen: { ...seen, facts: clumsy } })));
  const lead = await connect(it.server, 'lead');
  expect(lead.facts(it.record)).toBeNull();
  expect(await lead.push([testRepairs.title(lead, it.record, 'The roof leaks')])).toEqual({ type: 'taken' });
  // Asked for again and again, it is told once.
  await connect(it.server, 'lead');
  expect(it.failures).toEqual(['model kinds.job.seen.facts']);
  expect(it.failures.join()).not.toContain('canary');
});

test('[S28] a right that cannot be judged is none, and what cannot be told of an author is not', async () => {
  await using it = await served(
    withJob(({ seats, seen }) => {
      const { office } = seats;
      if (office === undefined) throw new Error('There is such a seat.');
      return { seats: { ...seats, office: { ...office, holds: clumsy } }, seen: { ...seen, who: clumsy } };
    }),
  );
  const [lead, worker] = [await connect(it.server, 'lead'), await connect(it.server, 'worker')];
  // At the home that the job is done at, the office has a seat of its own.
  expect(namesOf(worker)).toEqual(['home.address', 'home.keys']);
  await lead.push([testRepairs.title(lead, it.record, 'The roof leaks')]);
  const partner = await connect(it.server, 'partner');
  expect(partner.header(it.record, 'job.plan').authors).toMatchObject([{ name: 'Somebody' }]);
});

test('[S28] a list that cannot be made shows nothing, and the section is read', async () => {
  await using it = await served(
    defineModel({
      ...declaration,
      sections: declaration.sections.map((part) =>
        part.list === null ? part : { ...part, list: { ...part.list, show: clumsy } },
      ),
    }),
  );
  const lead = await connect(it.server, 'lead');
  await lead.push([testRepairs.title(lead, it.record, 'The roof leaks')]);
  const back = await connect(it.server, 'lead');
  expect(back.header(it.record, 'job.plan').projection).toBeNull();
  expect(testRepairs.titleOf(back, it.record)).toBe('The roof leaks');
});

test.each(['may', 'check', 'fold'] as const)(
  '[S28] a decision whose %s throws is refused, nothing is decided, and others are',
  async (part) => {
    await using it = await served(withDecision('join', { [part]: clumsy }));
    const lead = await connect(it.server, 'lead');
    const before = JSON.stringify(lead.facts(it.record));
    const join = { type: 'join', record: it.record, who: 'stranger', until: null };
    const code = part === 'may' ? 'not-allowed' : 'failed';
    expect(await lead.decide(join)).toMatchObject({ type: 'not-decided', code });
    expect(JSON.stringify((await connect(it.server, 'lead')).facts(it.record))).toBe(before);
    expect(await lead.decide({ type: 'leave', record: it.record, who: 'partner' })).toEqual({ type: 'taken' });
    expect(it.failures).toContain(`model decisions.join.${part}`);
  },
);

test('[S28] a decision that cannot be told is told to nobody, and what follows from it is', async () => {
  await using it = await served(withDecision('join', { told: clumsy }));
  const [lead, stranger] = [await connect(it.server, 'lead'), await connect(it.server, 'stranger')];
  await lead.decide({ type: 'join', record: it.record, who: 'stranger', until: null });
  await stranger.until(() => namesOf(stranger).includes('job.plan'));
  expect(stranger.decisions(it.record)).toEqual([]);
  expect(testRepairs.workersOf(stranger, it.record).map(({ id }) => id)).toContain('stranger');
});

test('[S28] what cannot be kept as it is, is no form, and keeps nobody waiting', async () => {
  await using it = await served(testRepairs.model);
  const lead = await connect(it.server, 'lead');
  for (const who of ['a\u0000b', 'half \ud800'])
    expect(await lead.decide({ type: 'join', record: it.record, who, until: null })).toMatchObject({
      type: 'not-decided',
      code: 'malformed',
    });
  expect(await lead.decide({ type: 'leave', record: it.record, who: 'partner' })).toEqual({ type: 'taken' });
  expect(it.failures).toEqual([]);
});
