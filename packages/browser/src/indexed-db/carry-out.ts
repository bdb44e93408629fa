import type { StoreChange } from '@caseweave/caseload';
import type { IDBPTransaction } from 'idb';
import { seal, sealJson } from './envelope.ts';
import type { ListChanges } from './list-changes.ts';
import { withAttention, writeEntry } from './rows.ts';
import type { tables, Tables } from './schema.ts';

/** A transaction that writes. */
export type Writing = IDBPTransaction<Tables, typeof tables, 'readwrite'>;

/** Carries out one change within a transaction; gives the number of an appended entry. Lists are written at its end. */
export async function carryOut(
  transaction: Writing,
  lists: ListChanges,
  change: StoreChange,
): Promise<number | undefined> {
  switch (change.type) {
    case 'device':
      await (change.device === null
        ? transaction.objectStore('device').delete('device')
        : transaction.objectStore('device').put(sealJson(change.device), 'device'));
      return undefined;
    case 'cursor':
      await (change.cursor === null
        ? transaction.objectStore('device').delete('cursor')
        : transaction.objectStore('device').put(seal(change.cursor), 'cursor'));
      return undefined;
    case 'record':
      await lists.putRecord(change.record);
      return undefined;
    case 'drop-record':
      await lists.dropRecord(change.record);
      await transaction.objectStore('decisions').delete(change.record);
      return undefined;
    case 'decisions':
      await transaction.objectStore('decisions').put(sealJson(change.decisions), change.decisions.record);
      return undefined;
    case 'section':
      await lists.putSection(change.section);
      return undefined;
    case 'drop-section':
      await lists.dropSection(change.section);
      return clearBase(transaction, change.section);
    case 'base':
      for (const update of change.updates) {
        await transaction.objectStore('base').add({ section: change.section, update: seal(update) });
      }
      return undefined;
    case 'merge': {
      const [first, ...rest] = change.rows;
      const base = transaction.objectStore('base');
      await base.put({
        section: change.section,
        update: seal(change.update),
        ...(first === undefined ? {} : { row: first }),
      });
      for (const row of rest) await base.delete(row);
      return undefined;
    }
    case 'clear-base':
      return clearBase(transaction, change.section);
    case 'append':
      return transaction.objectStore('outbox').add(writeEntry(change.entry));
    case 'amend':
      await transaction.objectStore('outbox').put(writeEntry(change.entry), change.batch);
      return undefined;
    case 'attend': {
      const outbox = transaction.objectStore('outbox');
      const value = await outbox.get(change.batch);
      if (value !== undefined) await outbox.put(withAttention(value, change.attention), change.batch);
      return undefined;
    }
    case 'remove':
      await transaction.objectStore('outbox').delete(change.batch);
      return undefined;
  }
}

async function clearBase(transaction: Writing, section: string): Promise<undefined> {
  const base = transaction.objectStore('base');
  for (const row of await base.index('section').getAllKeys(section)) await base.delete(row);
  return undefined;
}
