import type { Cursor, RecordId, SectionId } from '@caseweave/protocol';
import type { StoreChange } from './change.ts';
import {
  type CommandEntry,
  type DeviceRow,
  type EditPart,
  isWaiting,
  type NumberedEntry,
  partsOf,
  type RecordRow,
  type SectionRow,
  type StoredCaseload,
  type WaitingEntry,
} from './rows.ts';

/** What the store holds beside documents, in memory: it takes in the same changes, after they have been committed. */
export class Mirror {
  device: DeviceRow | null;
  cursor: Cursor | null;
  readonly records: Map<RecordId, RecordRow>;
  readonly sections: Map<SectionId, SectionRow>;
  readonly outbox: Map<number, NumberedEntry>;
  readonly decisions: Map<RecordId, readonly string[]>;

  constructor(stored: StoredCaseload) {
    this.device = stored.device;
    this.cursor = stored.cursor;
    this.records = new Map(stored.records.map((row) => [row.record, row]));
    this.sections = new Map(stored.sections.map((row) => [row.section, row]));
    this.outbox = new Map(stored.outbox.map((entry) => [entry.batch, entry]));
    this.decisions = new Map(stored.decisions.map(({ record, decisions }) => [record, decisions]));
  }

  /** Takes changes in. `numbers` are those of the appended entries. */
  take(changes: readonly StoreChange[], numbers: readonly number[]): void {
    const next = numbers.values();
    for (const change of changes) this.#takeOne(change, next);
  }

  #takeOne(change: StoreChange, numbers: Iterator<number>): void {
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
        this.decisions.delete(change.record);
        break;
      case 'decisions':
        this.decisions.set(change.decisions.record, change.decisions.decisions);
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
        if (entry !== undefined && entry.kind !== 'damaged')
          this.outbox.set(change.batch, { ...entry, attention: change.attention });
        break;
      }
      case 'remove':
        this.outbox.delete(change.batch);
        break;
      case 'base':
      case 'clear-base':
      case 'merge':
        // Base rows are not held in memory.
        break;
    }
  }

  /** All entries that are still going forward, in order. */
  going(): readonly WaitingEntry[] {
    return this.entries().filter(isWaiting);
  }

  /** The entries of one section that are still going forward, in order. */
  waiting(section: SectionId): readonly WaitingEntry[] {
    return this.going().filter((entry) => partsOf(entry).some((part) => part.section === section));
  }

  /** What the document of a section shows beside what the server has. */
  unsentIn({ section, epoch, pending }: SectionRow): readonly EditPart[] {
    // A section that the server will not have keeps what was written in it, for a person to read and put away.
    const isShown = (entry: NumberedEntry) =>
      isWaiting(entry) || (pending && (entry.attention?.code === 'needed' || entry.attention?.code === 'followed'));
    return this.entries()
      .filter(isShown)
      .flatMap(partsOf)
      .filter((part) => part.section === section && part.epoch === epoch);
  }

  /** Whether an entry that is going forward needs this one. */
  isNeeded(batch: number): boolean {
    return this.going().some(({ needs }) => needs.includes(batch));
  }

  /** The command that creates a record which the server has not confirmed; undefined if a person has put it away. */
  creatorOf(record: RecordId): (CommandEntry & { readonly batch: number }) | undefined {
    for (const entry of this.outbox.values())
      if (entry.kind === 'decision' && entry.creates.includes(record)) return entry;
    return undefined;
  }

  /** The whole outbox in the order of its numbers, which is the order in which entries came into it. */
  entries(): readonly NumberedEntry[] {
    return Array.from(this.outbox.values());
  }

  sectionsOf(record: RecordId): readonly SectionRow[] {
    return Array.from(this.sections.values()).filter((row) => row.record === record);
  }
}
