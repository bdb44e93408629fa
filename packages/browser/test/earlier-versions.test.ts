import { browserClock, browserRandom, indexedDbStore, tabChannel, webLocks } from '@caseweave/browser';
import { openCaseload } from '@caseweave/caseload';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { record, section, storeOfVersion1 } from './store-of-version-1.ts';
import { storeOfVersion3 } from './store-of-version-3.ts';

test('[B11] a store of version 1 opens with all that was in it, and takes commands and edits of several sections', async () => {
  const scope = { authority: `test ${crypto.randomUUID()}`, principal: 'asha' };
  await storeOfVersion1(scope);
  const store = indexedDbStore(scope);

  const stored = await store.load();

  expect(stored).toMatchObject({
    device: { leases: [1843112437, 402915566], principal: { id: 'asha', name: 'Asha Patel', organisation: 'school' } },
    records: [{ record, facts: '{"hub":"Bilston"}', pending: false }],
    sections: [
      { section, pending: false, projection: '{"title":"Okafor-Reid"}', authors: [{ organisation: 'school' }] },
    ],
    decisions: [],
    outbox: [
      { kind: 'edit', batch: 1, record, needs: [], attention: { code: 'held', detail: 'old-epoch' } },
      { kind: 'edit', batch: 2, record, needs: [], attention: null, parts: [{ section, name: 'plan', text: null }] },
    ],
    damaged: 0,
  });
  const doc = new Y.Doc();
  for (const { update } of await store.base(stored.sections[0]?.section ?? never())) Y.applyUpdate(doc, update);
  const waiting = stored.outbox[1];
  if (waiting?.kind === 'edit') for (const { update } of waiting.parts) Y.applyUpdate(doc, update);
  expect(doc.getArray('claims').toJSON()).toEqual([['', 'title', 'Okafor-Reid', { t: 1_764_000_000_000 }]]);
  store.close();

  const caseload = await openCaseload({
    store: indexedDbStore(scope),
    locks: webLocks(scope),
    channel: tabChannel(scope),
    transport: { connect: () => ({ send: () => {}, close: () => {} }) },
    clock: browserClock,
    random: browserRandom,
    token: async () => ({ type: 'sign-in-needed' }),
    schemas: () => undefined,
    project: () => null,
    decisions: {
      record: () => record,
      records: () => [],
      fold: () => ({ hub: 'Wednesfield' }),
      words: () => 'Allocated to Wednesfield',
    },
    switchedOn: false,
  });
  expect(caseload.edits()).toMatchObject([
    { kind: 'edit', state: 'attention', code: 'held', changes: [{ words: 'Earlier' }] },
    { kind: 'edit', state: 'on-device', name: 'plan', changes: [{ words: 'Okafor-Reid' }] },
  ]);
  expect(await caseload.decide({ type: 'allocate' })).toEqual({ type: 'on-device', batch: 3 });
  expect(caseload.records()).toMatchObject([{ facts: { hub: 'Wednesfield' }, confirmedFacts: { hub: 'Bilston' } }]);
  await caseload.close();
});

test('[B11] a store of version 3 says the organisations of people as this version does', async () => {
  const scope = { authority: `test ${crypto.randomUUID()}`, principal: 'asha' };
  await storeOfVersion3(scope);
  const store = indexedDbStore(scope);

  const stored = await store.load();

  expect(stored.device?.principal).toEqual({ id: 'asha', name: 'Asha Patel', organisation: null });
  expect(stored.sections[0]?.authors).toEqual([
    { client: 1843112437, principal: 'asha', name: 'Asha Patel', organisation: null },
    { client: 402915566, principal: 'ben', name: 'Ben', organisation: 'Oak School' },
  ]);
  expect(stored.damaged).toBe(0);
  store.close();
});

function never(): never {
  throw new Error('the section is not there');
}
