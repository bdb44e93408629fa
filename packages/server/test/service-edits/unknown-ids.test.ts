import { randomUUID } from 'node:crypto';
import type { Draft } from '@caseweave/record';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sectionEdits } from '../../src/service-edits/edit-section.ts';
import { plan } from '../models/repairs/sections.ts';
import { testRepairs } from '../models/repairs/test-repairs.ts';
import { connect, newAuthority, startRepairs } from '../start/start-repairs.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.close());

async function filled() {
  const it = await startRepairs({ database: postgres.address, authority: newAuthority() });
  const [first, other] = await testRepairs.fill(it.server.node, 2);
  if (first === undefined || other === undefined) throw new Error('There are two jobs.');
  const { node } = it.server;
  const edits = sectionEdits(node);
  const section = (await connect(it.server, 'lead')).header(first.record, plan.name);
  /** Edits the plan as a program of somebody's does. */
  const edit = async (by: string, change: (draft: Draft<typeof plan>) => unknown) => {
    const who = (await node.cache.people([by])).get(by)?.who;
    return edits.edit({
      who: who as Parameters<typeof edits.edit>[0]['who'],
      at: node.now(),
      section: { id: section.section, record: first.record, name: plan.name },
      key: randomUUID(),
      request: randomUUID(),
      seen: null,
      change: (open) => open.edit((draft) => void change(draft as Draft<typeof plan>)),
    });
  };
  return { ...first, other, node, edit, [Symbol.asyncDispose]: () => it.server.close() };
}

test('[S31] an id that is nobody’s is refused by its field, with what to do, and nothing is written', async () => {
  await using it = await filled();
  const { edit, node, other } = it;
  const before = node.tail.position;
  const refused = (path: string) => ({
    type: 'refused',
    refusals: [{ code: 'no-such-id', path, remedy: expect.stringContaining('Take the id') as string }],
  });
  expect(await edit('lead', (draft) => (draft.answers = 'nobody'))).toMatchObject(refused('answers'));
  expect(await edit('lead', (draft) => draft.steps.add({ by: ['nobody'] }))).toMatchObject(refused('steps.by'));
  // Somebody who signs in, and has nothing to do with the job, would be read as nobody.
  expect(await edit('lead', (draft) => draft.steps.add({ by: ['stranger'] }))).toMatchObject(refused('steps.by'));
  expect(await edit('lead', (draft) => draft.steps.add({ firm: 'nowhere' }))).toMatchObject(refused('steps.firm'));
  // A home of another job is none here.
  expect(await edit('lead', (draft) => draft.steps.add({ at: other.linked }))).toMatchObject(refused('steps.at'));
  expect(await edit('lead', (draft) => draft.steps.add({ at: it.record }))).toMatchObject(refused('steps.at'));
  await node.tail.catchUp();
  expect(node.tail.position).toBe(before);
});

test('[S31] who works at the job, a home of the job and a unit of the directory are taken', async () => {
  await using it = await filled();
  const step = { what: 'Mend it', by: ['worker', 'lead'], at: it.linked, firm: 'oak' };
  expect(await it.edit('lead', (draft) => draft.steps.add(step))).toMatchObject({ type: 'edited' });
});

test('[S31] several that are unknown are told together, and one that may not be known is as unknown', async () => {
  await using it = await filled();
  const told = await it.edit('lead', (draft) => draft.steps.add({ by: ['nobody', 'worker', 'no-one'], firm: 'none' }));
  expect(told).toMatchObject({
    type: 'refused',
    refusals: [{ path: 'steps.by' }, { path: 'steps.by' }, { path: 'steps.firm' }],
  });
  // The home is closed to the partner: to them it is not there.
  await it.node.decisions.decide(testRepairs.barFromLinked(it.linked, 'partner'), it.node.now());
  const hidden = await it.edit('partner', (draft) => draft.steps.add({ at: it.linked }));
  const absent = await it.edit('partner', (draft) => draft.steps.add({ at: it.other.linked }));
  expect(hidden).toMatchObject({ type: 'refused' });
  expect(hidden).toEqual(absent);
});
