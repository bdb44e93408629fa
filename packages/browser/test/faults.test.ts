import { indexedDbStore, webSocketTransport } from '@caseweave/browser';
import type { CaseloadStore, RecordId, SectionId, StoreChange } from '@caseweave/caseload';
import { deleteDB, openDB } from 'idb';
import { expect, test } from 'vitest';

const freshScope = (principal = 'asha') => ({ authority: `test ${crypto.randomUUID()}`, principal });
const nameOf = ({ authority, principal }: { authority: string; principal: string }) =>
  `caseweave ${encodeURIComponent(authority)} ${encodeURIComponent(principal)}`;

const section = 'AAAAAAAAAAAAAAAAAAAAAA' as SectionId;
const base = (...bytes: number[]): StoreChange => ({ type: 'base', section, updates: [Uint8Array.from(bytes)] });
const append: StoreChange = {
  type: 'append',
  entry: {
    kind: 'edit',
    record: 'BBBBBBBBBBBBBBBBBBBBBA' as RecordId,
    at: 1,
    needs: [],
    parts: [
      {
        section,
        epoch: 1,
        written: null,
        update: Uint8Array.of(1, 2, 3),
        name: 'plan.shared',
        changes: [],
        text: null,
      },
    ],
    attention: null,
  },
};

const failureOf = (store: CaseloadStore, change: StoreChange) =>
  store.commit([change], 'strict').then(
    () => 'committed',
    (error: unknown) => error,
  );

test('[B1] another person, or another authority, on the same device has a store apart', async () => {
  const scope = freshScope();
  const mine = indexedDbStore(scope);
  await mine.commit([append], 'strict');

  const theirs = indexedDbStore({ ...scope, principal: 'ben' });
  await theirs.wipe();

  expect((await theirs.load()).outbox).toEqual([]);
  expect((await mine.load()).outbox).toHaveLength(1);
});

test('[B2] what the device promises to keep is asked for strictly, the rest relaxed', async () => {
  const asked: (string | undefined)[] = [];
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    if (mode === 'readwrite') asked.push(options?.durability);
    return transaction.call(this, names, mode, options);
  };
  try {
    const store = indexedDbStore(freshScope());
    await store.commit([append], 'strict');
    await store.commit([base(1)], 'relaxed');
    await store.wipe();
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }

  expect(asked).toEqual(['strict', 'relaxed', 'strict']);
});

test('[B3] a damaged row is told apart, and everything else loads', async () => {
  const scope = freshScope();
  const store = indexedDbStore(scope);
  await store.commit([append, append, base(7), base(8)], 'strict');
  store.close();
  const raw = await openDB(nameOf(scope));
  await raw.put('lists', { format: 0, key: null, bytes: Uint8Array.of(255, 254) }, section);
  await raw.put('base', { row: 1, section, update: { format: 9, key: 'k', bytes: Uint8Array.of(7) } });
  await raw.put('outbox', { entry: 'nothing of the kind', updates: [], written: [] }, 1);
  raw.close();

  const again = indexedDbStore(scope);

  expect(await again.load()).toMatchObject({
    damaged: 1,
    sections: [],
    outbox: [
      { kind: 'damaged', batch: 1, attention: { code: 'unreadable' } },
      { kind: 'edit', batch: 2, attention: null },
    ],
  });
  const rows = await again.base(section);
  expect(rows.map(({ update }) => Array.from(update))).toEqual([[], [8]]);
});

test('[B12] a record and its sections are one row, also for a store that has not loaded them', async () => {
  const scope = freshScope();
  const record = 'BBBBBBBBBBBBBBBBBBBBBA' as RecordId;
  const row = {
    record,
    name: 'plan.shared',
    epoch: 1,
    acts: { read: true, write: true, append: true },
    authors: [],
    projection: '{"title":"Okafor"}',
    stale: false,
    held: true,
    pending: false,
    closed: [],
  };
  const other = 'CCCCCCCCCCCCCCCCCCCCCA' as SectionId;
  const first = indexedDbStore(scope);
  await first.commit(
    [
      { type: 'record', record: { record, kind: 'job', facts: '{}', pending: false } },
      { type: 'section', section: { ...row, section } },
      { type: 'section', section: { ...row, section: other } },
    ],
    'strict',
  );
  first.close();
  const raw = await openDB(nameOf(scope));
  expect(await raw.count('lists')).toBe(1);
  raw.close();

  const again = indexedDbStore(scope);
  await again.commit([{ type: 'drop-section', section }], 'strict');
  expect((await again.load()).sections.map((left) => left.section)).toEqual([other]);
  await again.commit(
    [
      { type: 'drop-section', section: other },
      { type: 'drop-record', record },
    ],
    'strict',
  );
  expect(await again.load()).toMatchObject({ records: [], sections: [] });
});

test('[B4] a newer version of the app is let in, and this store says so instead of hanging', async () => {
  const scope = freshScope();
  const store = indexedDbStore(scope);
  await store.commit([append], 'strict');

  const newer = await openDB(nameOf(scope), 99);

  expect(await failureOf(store, append)).toMatchObject({ code: 'newer' });
  newer.close();
  expect(await failureOf(indexedDbStore(scope), append)).toMatchObject({ code: 'newer' });
});

test('[B5] an older version that does not let go is said to be in the way, and the store opens once it is gone', async () => {
  const scope = freshScope();
  const older = await openDB(nameOf(scope), 1);
  const { open } = IDBFactory.prototype;
  // As the next version of this package will ask for it.
  IDBFactory.prototype.open = function (name, version) {
    return open.call(this, name, (version ?? 1) + 1);
  };
  try {
    const store = indexedDbStore(scope);

    expect(await failureOf(store, append)).toMatchObject({ code: 'blocked' });

    older.close();
    expect(await failureOf(store, append)).toBe('committed');
  } finally {
    IDBFactory.prototype.open = open;
  }
});

test('[B6] a database that the browser took away stays closed: it is not opened again, empty', async () => {
  const scope = freshScope();
  const store = indexedDbStore(scope);
  await store.commit([append], 'strict');

  await deleteDB(nameOf(scope));

  expect(await failureOf(store, append)).toMatchObject({ code: 'closed' });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(nameOf(scope));
});

test('[B7] a transaction that fails leaves nothing of itself behind', async () => {
  const store = indexedDbStore(freshScope());
  const broken = { type: 'amend', batch: Number.NaN, entry: append.type === 'append' ? append.entry : undefined };

  const failure = await failureOf(store, broken as StoreChange);
  const both = await store.commit([append, broken as StoreChange], 'strict').catch((error: unknown) => error);

  expect(failure).toMatchObject({ name: 'StoreFailure' });
  expect(both).toMatchObject({ name: 'StoreFailure', code: 'failed' });
  expect((await store.load()).outbox).toEqual([]);
});

test('[B8] a socket that cannot be opened is told as closed, once, and not within the call', async () => {
  const closed = new Promise<number>((resolve) => {
    let isBack = false;
    const connection = webSocketTransport({ url: 'ws://127.0.0.1:9/' }).connect(
      { opened: () => resolve(0), frame: () => resolve(0), closed: (code) => resolve(isBack ? code : -1) },
      'caseweave.v1',
    );
    isBack = true;
    connection.send(Uint8Array.of(1));
  });

  expect(await closed).toBe(1006);
});

test('[B9] a device without room says so; nothing of that transaction is stored, and what was stored stays', async () => {
  const store = indexedDbStore(freshScope());
  await store.commit([append], 'strict');
  const { add } = IDBObjectStore.prototype;
  // The browser's own quota cannot be set from inside a page: the second write of the transaction meets it here.
  IDBObjectStore.prototype.add = function (value, key) {
    if (this.name === 'outbox') throw new DOMException('No room.', 'QuotaExceededError');
    return add.call(this, value, key);
  };
  try {
    const failure = await store.commit([base(1), append], 'strict').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'quota' });
  } finally {
    IDBObjectStore.prototype.add = add;
  }

  expect((await store.load()).outbox).toHaveLength(1);
  expect(await store.base(section)).toEqual([]);
  expect(await failureOf(store, append)).toBe('committed');
});
