import type { SectionId } from '@caseweave/protocol';
import { Mirror } from '../stored/mirror.ts';
import type { StoreChange } from '../stored/change.ts';
import { type BaseRow, nothingStored, type StoredCaseload } from '../stored/rows.ts';

/** All that a store holds, in memory. Two of them that take the same changes are equal, numbers included. */
export class MemoryTables {
  readonly #mirror: Mirror;
  readonly #rows: Map<SectionId, readonly BaseRow[]>;
  #nextBatch: number;
  #nextRow: number;

  constructor(from?: MemoryTables) {
    this.#mirror = new Mirror(from?.load() ?? nothingStored);
    this.#rows = new Map(from === undefined ? [] : from.#rows);
    this.#nextBatch = from === undefined ? 1 : from.#nextBatch;
    this.#nextRow = from === undefined ? 1 : from.#nextRow;
  }

  load(): StoredCaseload {
    const { device, cursor, records, sections, decisions } = this.#mirror;
    return {
      device,
      cursor,
      records: [...records.values()],
      sections: [...sections.values()],
      decisions: Array.from(decisions, ([record, list]) => ({ record, decisions: list })),
      outbox: this.#mirror.entries(),
      damaged: 0,
    };
  }

  base(section: SectionId): readonly BaseRow[] {
    return this.#rows.get(section) ?? [];
  }

  take(changes: readonly StoreChange[]): readonly number[] {
    const numbers = changes.filter(({ type }) => type === 'append').map(() => this.#nextBatch++);
    this.#mirror.take(changes, numbers);
    for (const change of changes) this.#takeBase(change);
    return numbers;
  }

  #takeBase(change: StoreChange): void {
    switch (change.type) {
      case 'base': {
        const added = change.updates.map((update) => ({ row: this.#nextRow++, update }));
        this.#rows.set(change.section, [...this.base(change.section), ...added]);
        break;
      }
      case 'merge': {
        const kept = this.base(change.section).filter(({ row }) => !change.rows.includes(row));
        this.#rows.set(change.section, [{ row: change.rows[0] ?? this.#nextRow++, update: change.update }, ...kept]);
        break;
      }
      case 'clear-base':
      case 'drop-section':
        this.#rows.delete(change.section);
        break;
      case 'amend':
      case 'append':
      case 'attend':
      case 'cursor':
      case 'decisions':
      case 'device':
      case 'drop-record':
      case 'record':
      case 'remove':
      case 'section':
        // All else is the mirror's.
        break;
    }
  }
}
