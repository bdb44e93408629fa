import type { CaseloadStore, StoredCaseload } from '@caseweave/caseload';
import { StoreFailure } from '@caseweave/caseload';
import type { IDBPDatabase } from 'idb';
import type { Scope } from '../scope.ts';
import { carryOut } from './carry-out.ts';
import { unseal } from './envelope.ts';
import { storeFailure } from './failures.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { readBase, readDecisions, readDevice, readEntry, readRecord, readSection } from './rows.ts';
import { tables, type Tables } from './schema.ts';

/** The store of one person's caseload at one authority, in IndexedDB. It is opened with its first use. */
export function indexedDbStore(scope: Scope): CaseloadStore {
  let opening: Promise<OpenDatabase> | undefined;
  let isClosed = false;

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
    load: () => use(load),
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
          for (const change of changes) {
            const number = await carryOut(transaction, change);
            if (number !== undefined) numbers.push(number);
          }
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

async function load(database: IDBPDatabase<Tables>): Promise<StoredCaseload> {
  const transaction = database.transaction(tables, 'readonly');
  const store = <Name extends (typeof tables)[number]>(name: Name) => transaction.objectStore(name);
  const [device, cursor, records, decisions, sectionKeys, sections, projectionKeys, projections, batches, entries] =
    await Promise.all([
      store('device').get('device'),
      store('device').get('cursor'),
      store('records').getAll(),
      store('decisions').getAll(),
      store('sections').getAllKeys(),
      store('sections').getAll(),
      store('projections').getAllKeys(),
      store('projections').getAll(),
      store('outbox').getAllKeys(),
      store('outbox').getAll(),
    ]);
  const shown = new Map(projectionKeys.map((section, at) => [section, projections[at]]));
  const readRecords = records.map(readRecord);
  const readSections = sections.map((row, at) => readSection(row, shown.get(sectionKeys[at] ?? '')));
  const readAllDecisions = decisions.map(readDecisions);
  const all = [...readRecords, ...readAllDecisions, ...readSections];
  return {
    device: readDevice(device) ?? null,
    cursor: unseal(cursor) ?? null,
    records: readRecords.filter((row) => row !== undefined),
    sections: readSections.filter((row) => row !== undefined),
    decisions: readAllDecisions.filter((row) => row !== undefined),
    outbox: entries.map((entry, at) => readEntry(batches[at] ?? 0, entry)),
    damaged: all.filter((row) => row === undefined).length,
  };
}
