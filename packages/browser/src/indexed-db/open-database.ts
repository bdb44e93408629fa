import { StoreFailure } from '@caseweave/caseload';
import { type IDBPDatabase, openDB } from 'idb';
import { type Scope, scopeName } from '../scope.ts';
import { storeFailure } from './failures.ts';
import { databaseVersion, type Tables } from './schema.ts';

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
    upgrade: (database) => {
      for (const name of ['device', 'records', 'sections', 'projections'] as const) database.createObjectStore(name);
      database.createObjectStore('base', { keyPath: 'row', autoIncrement: true }).createIndex('section', 'section');
      database.createObjectStore('outbox', { autoIncrement: true });
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
