import type { RecordRow, SectionRow } from '@caseweave/caseload';
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { unsealJson } from './envelope.ts';
import { type ListedRecord, sealList } from './lists.ts';
import type { Tables } from './schema.ts';

/** The stores that versions 1 and 2 of the database had in the place of lists. */
const former = ['records', 'sections', 'projections'] as const;

/**
 * Gathers what earlier versions kept in rows of their own for every record, section and projection. A row that is damaged
 * is left out: its device fetches again what it lacks.
 */
export async function gatherLists(
  database: IDBPDatabase<Tables>,
  transaction: IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>,
): Promise<void> {
  const old = database as unknown as IDBPDatabase;
  if (!old.objectStoreNames.contains('records')) return;
  const store = (name: (typeof former)[number]) => (transaction as unknown as OldTransaction).objectStore(name);
  const lists = new Map<string, ListedRecord>();
  const listOf = (record: string): ListedRecord => lists.get(record) ?? { record: null, sections: [] };
  let damaged = 0;
  for (const envelope of await store('records').getAll()) {
    const row = unsealJson(envelope);
    // Before there were commands nothing was pending.
    if (isRow<RecordRow>(row, 'facts'))
      lists.set(row.record, { ...listOf(row.record), record: { ...row, pending: row.pending ?? false } });
    else damaged += 1;
  }
  for (const envelope of await store('sections').getAll()) {
    const row = unsealJson(envelope);
    if (!isRow<SectionRow>(row, 'authors')) {
      damaged += 1;
      continue;
    }
    const shown = unsealJson(await store('projections').get(row.section));
    const section = { ...row, pending: row.pending ?? false, projection: typeof shown === 'string' ? shown : null };
    const list = listOf(row.record);
    lists.set(row.record, { ...list, sections: [...list.sections, section] });
  }
  for (const [record, list] of lists) await transaction.objectStore('lists').put(sealList(list), record);
  for (const name of former) if (old.objectStoreNames.contains(name)) old.deleteObjectStore(name);
  // Without a cursor the device asks for the manifest, and so for what was damaged.
  if (damaged > 0) await transaction.objectStore('device').delete('cursor');
}

interface OldTransaction {
  objectStore(name: string): { getAll(): Promise<readonly unknown[]>; get(key: string): Promise<unknown> };
}

const isRow = <Row extends { readonly record: string; readonly pending: boolean }>(
  value: unknown,
  member: string,
): value is Omit<Row, 'pending'> & { readonly record: string; readonly pending?: boolean } & Row =>
  typeof value === 'object' && value !== null && 'record' in value && member in value;
