import { StoreFailure } from '@caseweave/caseload';
import { type IDBPDatabase, openDB } from 'idb';
import { type Scope, scopeName } from '../scope.ts';
import { storeFailure } from './failures.ts';
import { gatherLists } from './gather-lists.ts';
import { renameOrganisations } from './organisations.ts';
import { databaseVersion, type tables, type Tables } from './schema.ts';

const byKey = ['device', 'lists', 'decisions'] as const;

/** A database that is open until something closes it; it is not opened again behind anybody's back. */
export interface OpenDatabase {
  readonly database: IDBPDatabase<Tables>;
  /** Why it can be used no more; null as long as it can. */
  ended(): StoreFailure | null;
  end(): void;
}

/** Opens the database of one person and authority, and makes its stores if it is new. */
export async function openDatabase(scope: Scope): Promise<OpenDatabase> {
  let ended: StoreFailure | null = null;
  let refuse: (failure: StoreFailure) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  const opening = openDB<Tables>(scopeName(scope), databaseVersion, {
    upgrade: (database, from, _to, transaction) => {
      // Whatever the version before: rows of earlier forms are read as they are, and stores that are new begin empty.
      const has = (name: (typeof tables)[number]) => database.objectStoreNames.contains(name);
      for (const name of byKey) if (!has(name)) database.createObjectStore(name);
      if (!has('base')) {
        database.createObjectStore('base', { keyPath: 'row', autoIncrement: true }).createIndex('section', 'section');
      }
      if (!has('outbox')) database.createObjectStore('outbox', { autoIncrement: true });
      const bringUpToDate = async () => {
        await gatherLists(database, transaction);
        if (from > 0 && from < 4) await renameOrganisations(transaction);
      };
      // What cannot be brought up to date leaves the store at its old version, as it was.
      void bringUpToDate().catch(() => transaction.abort());
    },
    // Another tab still has an older version open.
    blocked: () => refuse(new StoreFailure('blocked')),
    // A newer version of the app, or a deletion, waits for this tab to let go: it must not wait for ever.
    blocking: (_current, wanted, event) => {
      ended = new StoreFailure(wanted === null ? 'closed' : 'newer');
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    // The browser took it away: the site's data was cleared. Opened again it would be empty, and nobody would know.
    terminated: () => {
      ended = new StoreFailure('closed');
    },
  });
  try {
    const database = await Promise.race([opening, blocked]);
    return {
      database,
      ended: () => ended,
      end: () => {
        ended = new StoreFailure('closed');
        database.close();
      },
    };
  } catch (error) {
    // Should it open after all, nobody waits for it any more.
    void opening.then((late) => late.close()).catch(() => {});
    throw storeFailure(error);
  }
}
