import type { CaseloadStore, StoredCaseload } from '@caseweave/caseload';
import { StoreFailure } from '@caseweave/caseload';
import type { IDBPDatabase } from 'idb';
import type { Scope } from '../scope.ts';
import { carryOut } from './carry-out.ts';
import { unseal } from './envelope.ts';
import { storeFailure } from './failures.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { ListChanges } from './list-changes.ts';
import { readList } from './lists.ts';
import { readBase, readDecisions, readDevice, readEntry } from './rows.ts';
import { tables, type Tables } from './schema.ts';

/** The store of one person's caseload at one authority, in IndexedDB. It is opened with its first use. */
export function indexedDbStore(scope: Scope): CaseloadStore {
  let opening: Promise<OpenDatabase> | undefined;
  let isClosed = false;
  /** The record of each section, as far as it was seen. */
  const recordOf = new Map<string, string>();

  const use = async <Result>(work: (database: IDBPDatabase<Tables>) => Promise<Result>): Promise<Result> => {
    if (isClosed) throw new StoreFailure('closed');
    opening ??= openDatabase(scope);
    let open: OpenDatabase;
    try {
      open = await opening;
    } catch (error) {
      // What was in the way may be gone by the next time.
      opening = undefined;
      throw error;
    }
    const ended = open.ended();
    if (ended !== null) throw ended;
    try {
      return await work(open.database);
    } catch (error) {
      throw open.ended() ?? storeFailure(error);
    }
  };

  return {
    load: () => use((database) => load(database, recordOf)),
    base: (section) =>
      use(async (database) => (await database.getAllFromIndex('base', 'section', section)).map(readBase)),
    bases: (sections) =>
      use(async (database) => {
        const index = database.transaction('base', 'readonly').store.index('section');
        const found = await Promise.all(sections.map((section) => index.getAll(section)));
        return found.map((rows) => rows.map(readBase));
      }),
    commit: (changes, durability) =>
      use(async (database) => {
        const transaction = database.transaction(tables, 'readwrite', { durability });
        const numbers: number[] = [];
        try {
          const lists = new ListChanges(transaction.objectStore('lists'), recordOf);
          for (const change of changes) {
            const number = await carryOut(transaction, lists, change);
            if (number !== undefined) numbers.push(number);
          }
          await lists.write();
          await transaction.done;
          return numbers;
        } catch (error) {
          abandon(transaction);
          // The transaction's own error says more than that of the request that it took down.
          await transaction.done.catch(() => {});
          throw transaction.error ?? error;
        }
      }),
    wipe: () =>
      use(async (database) => {
        const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
        await Promise.all([...tables.map((name) => transaction.objectStore(name).clear()), transaction.done]);
      }),
    close: () => {
      isClosed = true;
      void opening?.then((open) => open.end()).catch(() => {});
    },
  };
}

function abandon(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It was aborted already, by what failed in it.
  }
}

async function load(database: IDBPDatabase<Tables>, recordOf: Map<string, string>): Promise<StoredCaseload> {
  const transaction = database.transaction(tables, 'readonly');
  const store = <Name extends (typeof tables)[number]>(name: Name) => transaction.objectStore(name);
  const [device, cursor, lists, decisions, batches, entries] = await Promise.all([
    store('device').get('device'),
    store('device').get('cursor'),
    store('lists').getAll(),
    store('decisions').getAll(),
    store('outbox').getAllKeys(),
    store('outbox').getAll(),
  ]);
  const readLists = lists.map(readList);
  const readAllDecisions = decisions.map(readDecisions);
  const whole = readLists.filter((list) => list !== undefined);
  const sections = whole.flatMap((list) => list.sections);
  for (const { section, record } of sections) recordOf.set(section, record);
  return {
    device: readDevice(device) ?? null,
    cursor: unseal(cursor) ?? null,
    records: whole.flatMap(({ record }) => record ?? []),
    sections,
    decisions: readAllDecisions.filter((row) => row !== undefined),
    outbox: entries.map((entry, at) => readEntry(batches[at] ?? 0, entry)),
    damaged: [...readLists, ...readAllDecisions].filter((row) => row === undefined).length,
  };
}
