import type { RecordId, SectionId } from '@caseweave/protocol';
import type { StoreChange } from '../stored/change.ts';
import type { Mirror } from '../stored/mirror.ts';
import type { RecordRow, SectionRow } from '../stored/rows.ts';

/** The rows of records and sections as they become within a group of the server's messages. */
export class RowsToBe {
  readonly changes: StoreChange[] = [];
  /** What others wrote, by section, in order. */
  readonly received = new Map<SectionId, Uint8Array[]>();
  /** Sections that are to be read no more, or begin afresh. */
  readonly gone = new Set<SectionId>();
  readonly #mirror: Mirror;
  /** Null for those that are dropped. */
  readonly #sections = new Map<SectionId, SectionRow | null>();
  readonly #records = new Map<RecordId, RecordRow>();
  readonly #dropped = new Set<RecordId>();

  constructor(mirror: Mirror) {
    this.#mirror = mirror;
  }

  section(section: SectionId): SectionRow | null {
    const known = this.#sections.get(section);
    return known === undefined ? (this.#mirror.sections.get(section) ?? null) : known;
  }

  putSection(row: SectionRow): void {
    this.#sections.set(row.section, row);
  }

  /** The server has more of a section. */
  addBase(section: SectionId, updates: readonly Uint8Array[]): void {
    this.changes.push({ type: 'base', section, updates });
    this.receive(section, updates);
  }

  /** A document at hand lacks this. */
  receive(section: SectionId, updates: readonly Uint8Array[]): void {
    this.received.set(section, [...(this.received.get(section) ?? []), ...updates]);
  }

  /** Nothing of a section's content is kept. */
  clear(section: SectionId): void {
    this.changes.push({ type: 'clear-base', section });
    this.gone.add(section);
  }

  /** A section may be read no more, and with the last one its record. */
  leave(section: SectionId): void {
    const row = this.section(section);
    if (row === null) return;
    this.#sections.set(section, null);
    this.received.delete(section);
    this.gone.add(section);
    this.changes.push({ type: 'drop-section', section });
    const isLast = !Array.from(this.#mirror.sections.values()).some(
      (other) => other.record === row.record && this.section(other.section) !== null,
    );
    const hasNew = Array.from(this.#sections.values()).some((other) => other?.record === row.record);
    if (isLast && !hasNew) this.dropRecord(row.record);
  }

  /** A record that is not dropped; undefined where there is none. */
  record(record: RecordId): RecordRow | undefined {
    return this.#dropped.has(record) ? undefined : (this.#records.get(record) ?? this.#mirror.records.get(record));
  }

  /** There is this record, also if it was dropped before. */
  putRecord(row: RecordRow): void {
    this.#dropped.delete(row.record);
    this.#records.set(row.record, row);
    this.changes.push({ type: 'record', record: row });
  }

  dropRecord(record: RecordId): void {
    if (this.#dropped.has(record)) return;
    this.#dropped.add(record);
    this.changes.push({ type: 'drop-record', record });
  }

  /** All changes, with the rows of sections that became others. */
  all(): readonly StoreChange[] {
    const rows = Array.from(this.#sections.values()).filter((row) => row !== null);
    const puts = rows
      .filter((row) => row !== this.#mirror.sections.get(row.section))
      .map((section): StoreChange => ({ type: 'section', section }));
    return [...this.changes, ...puts];
  }
}
