import type { Cursor, RecordId, SectionId } from '@caseweave/protocol';
import type { StoreChange } from './change.ts';
import type { DeviceRow, NumberedEntry, RecordRow, SectionRow, StoredCaseload } from './rows.ts';

/** What the store holds beside documents, in memory: it takes in the same changes, after they have been committed. */
export class Mirror {
  device: DeviceRow | null;
  cursor: Cursor | null;
  readonly records: Map<RecordId, RecordRow>;
  readonly sections: Map<SectionId, SectionRow>;
  readonly outbox: Map<number, NumberedEntry>;

  constructor(stored: StoredCaseload) {
    this.device = stored.device;
    this.cursor = stored.cursor;
    this.records = new Map(stored.records.map((row) => [row.record, row]));
    this.sections = new Map(stored.sections.map((row) => [row.section, row]));
    this.outbox = new Map(stored.outbox.map((entry) => [entry.batch, entry]));
  }

  /** Takes changes in. `numbers` are those of the appended entries. */
  take(changes: readonly StoreChange[], numbers: readonly number[]): void {
    const next = numbers.values();
    for (const change of changes) this.takeOne(change, next);
  }

  private takeOne(change: StoreChange, numbers: Iterator<number>): void {
    switch (change.type) {
      case 'device':
        this.device = change.device;
        break;
      case 'cursor':
        this.cursor = change.cursor;
        break;
      case 'record':
        this.records.set(change.record.record, change.record);
        break;
      case 'drop-record':
        this.records.delete(change.record);
        break;
      case 'section':
        this.sections.set(change.section.section, change.section);
        break;
      case 'drop-section':
        this.sections.delete(change.section);
        break;
      case 'append': {
        const batch: unknown = numbers.next().value;
        if (typeof batch === 'number') this.outbox.set(batch, { ...change.entry, batch });
        break;
      }
      case 'amend':
        this.outbox.set(change.batch, { ...change.entry, batch: change.batch });
        break;
      case 'attend': {
        const entry = this.outbox.get(change.batch);
        if (entry !== undefined) this.outbox.set(change.batch, { ...entry, attention: change.attention });
        break;
      }
      case 'remove':
        this.outbox.delete(change.batch);
        break;
      default: // Base rows are not held in memory.
    }
  }

  /** The entries of one section that are still going forward, in order. */
  waiting(section: SectionId): readonly NumberedEntry[] {
    return this.entries().filter(
      ({ attention, parts }) => attention === null && parts.some((part) => part.section === section),
    );
  }

  /** The whole outbox in the order of its numbers, which is the order in which entries came into it. */
  entries(): readonly NumberedEntry[] {
    return Array.from(this.outbox.values());
  }

  sectionsOf(record: RecordId): readonly SectionRow[] {
    return Array.from(this.sections.values()).filter((row) => row.record === record);
  }
}
