import type { RecordRow, SectionRow } from '@caseweave/caseload';
import type { IDBPObjectStore } from 'idb';
import { type ListedRecord, readList, sealList } from './lists.ts';
import type { tables, Tables } from './schema.ts';

type ListStore = IDBPObjectStore<Tables, typeof tables, 'lists', 'readwrite'>;

/** The lists that a transaction changes: each is read once and written once, however many of its rows change. */
export class ListChanges {
  readonly #store: ListStore;
  readonly #recordOf: Map<string, string>;
  readonly #changed = new Map<string, ListedRecord>();

  /** @param recordOf - the record of each section, as far as it is known; what is learnt is added */
  constructor(store: ListStore, recordOf: Map<string, string>) {
    this.#store = store;
    this.#recordOf = recordOf;
  }

  async putRecord(record: RecordRow): Promise<void> {
    this.#changed.set(record.record, { ...(await this.#list(record.record)), record });
  }

  async dropRecord(record: string): Promise<void> {
    this.#changed.set(record, { ...(await this.#list(record)), record: null });
  }

  async putSection(row: SectionRow): Promise<void> {
    const list = await this.#list(row.record);
    this.#recordOf.set(row.section, row.record);
    const rest = list.sections.filter(({ section }) => section !== row.section);
    this.#changed.set(row.record, { ...list, sections: [...rest, row] });
  }

  async dropSection(section: string): Promise<void> {
    const record = await this.#findRecord(section);
    if (record === undefined) return;
    const list = await this.#list(record);
    this.#changed.set(record, { ...list, sections: list.sections.filter((row) => row.section !== section) });
  }

  /** Writes what changed. */
  async write(): Promise<void> {
    for (const [record, list] of this.#changed) {
      if (list.record === null && list.sections.length === 0) await this.#store.delete(record);
      else await this.#store.put(sealList(list), record);
    }
  }

  async #list(record: string): Promise<ListedRecord> {
    return this.#changed.get(record) ?? readList(await this.#store.get(record)) ?? { record: null, sections: [] };
  }

  /** The record of a section that was not seen since this store was opened is looked for. */
  async #findRecord(section: string): Promise<string | undefined> {
    const known = this.#recordOf.get(section);
    if (known !== undefined) return known;
    const [records, lists] = await Promise.all([this.#store.getAllKeys(), this.#store.getAll()]);
    for (const [at, list] of lists.entries()) {
      const record = records[at];
      if (record === undefined) continue;
      for (const row of readList(list)?.sections ?? []) this.#recordOf.set(row.section, record);
    }
    return this.#recordOf.get(section);
  }
}
