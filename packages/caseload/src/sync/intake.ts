import type {
  ClientAuthor,
  BatchResult,
  Cursor,
  EnterHeader,
  Manifest,
  Outcome,
  RecordId,
  SectionId,
  StoreEvent,
} from '@caseweave/protocol';
import * as Y from 'yjs';
import { withDecision } from '../decisions/known-decisions.ts';
import type { StoreChange } from '../stored/change.ts';
import type { Mirror } from '../stored/mirror.ts';
import { type EditEntry, type NumberedEntry, partsOf, type RecordRow, type SectionRow } from '../stored/rows.ts';
import { attentionOf, freeze, isShut, type Stopped } from './freeze.ts';

/** What a group of the server's messages means for the store, and for what is open. */
export interface Intake {
  readonly changes: readonly StoreChange[];
  /** Whether a manifest was among them: the server waits to hear what this device lacks. */
  readonly manifest: boolean;
  /** What others wrote, by section, in order. */
  readonly received: ReadonlyMap<SectionId, readonly Uint8Array[]>;
  /** Sections that are to be read no more, or begin afresh in a new epoch. */
  readonly gone: ReadonlySet<SectionId>;
  /** Sections whose document must be built again from what the server has. */
  readonly rebuilt: ReadonlySet<SectionId>;
  /** Batches that will not be sent. */
  readonly withdrawn: readonly number[];
  /** Entries that were stopped, of which those that only followed may be tried again. */
  readonly stopped: readonly Stopped[];
  /** Sections in which nothing is to be tried again. */
  readonly shut: ReadonlySet<SectionId>;
  /** The server knows another device under this one's name: it must enrol again. */
  readonly isCloned: boolean;
}

/** Whether a message says that something was not taken. */
export const stops = (event: StoreEvent): boolean => event.type === 'outcome' && event.result.type !== 'taken';

/** Works out what a group of messages means. Nothing is read but the mirror, and nothing is changed. */
export function takeIn(mirror: Mirror, events: readonly StoreEvent[], cursor: Cursor | null): Intake {
  const intake = new Taking(mirror);
  for (const event of events) intake.take(event);
  return intake.finish(cursor);
}

class Taking {
  private readonly mirror: Mirror;
  private readonly changes: StoreChange[] = [];
  /** Rows as they become within this group; null for those that are dropped. */
  private readonly rows = new Map<SectionId, SectionRow | null>();
  private readonly records = new Map<RecordId, RecordRow>();
  private readonly decisions = new Map<RecordId, readonly string[]>();
  private readonly dropped = new Set<RecordId>();
  private readonly settled = new Set<number>();
  private readonly received = new Map<SectionId, Uint8Array[]>();
  private readonly gone = new Set<SectionId>();
  private readonly rebuilt = new Set<SectionId>();
  private readonly withdrawn: number[] = [];
  private readonly stopped: Stopped[] = [];
  private readonly shut = new Set<SectionId>();
  private manifest = false;
  private isCloned = false;

  constructor(mirror: Mirror) {
    this.mirror = mirror;
  }

  take(event: StoreEvent): void {
    switch (event.type) {
      case 'manifest':
        return this.replaceAll(event);
      case 'facts': {
        const { record, kind, facts } = event;
        this.dropped.delete(record);
        this.putRecord({ record, kind, facts, pending: false });
        return;
      }
      case 'decision': {
        const known = this.decisions.get(event.record) ?? this.mirror.decisions.get(event.record) ?? [];
        this.decisions.set(event.record, withDecision(known, event.decision));
        return;
      }
      case 'enter':
        return this.enter(event);
      case 'state': {
        const row = this.row(event.section);
        if (row === null || row.epoch !== event.epoch) return;
        // The server's projection has all but what was not sent yet.
        const stale = row.stale || this.hasUnsent(row.section);
        this.put({ ...row, held: true, stale, authors: withAuthors(row.authors, event.authors) });
        this.addBase(row.section, [event.update]);
        return;
      }
      case 'change': {
        const row = this.row(event.section);
        if (row === null || row.epoch !== event.epoch) return;
        this.put({ ...row, stale: true, authors: withAuthors(row.authors, event.authors) });
        this.addBase(row.section, event.updates);
        return;
      }
      case 'leave':
        return this.leave(event.section);
      case 'outcome':
        return this.settle(event);
    }
  }

  finish(cursor: Cursor | null): Intake {
    const rows = Array.from(this.rows.values()).filter((row) => row !== null);
    const puts = rows
      .filter((row) => row !== this.mirror.sections.get(row.section))
      .map((section): StoreChange => ({ type: 'section', section }));
    const decided = Array.from(this.decisions)
      .filter(([record]) => !this.dropped.has(record) && (this.records.has(record) || this.mirror.records.has(record)))
      .map(([record, decisions]): StoreChange => ({ type: 'decisions', decisions: { record, decisions } }));
    const changes = [...this.changes, ...puts, ...decided];
    if (cursor !== null) changes.push({ type: 'cursor', cursor });
    const { manifest, received, gone, rebuilt, withdrawn, isCloned, shut } = this;
    // A device that begins anew has no clientID to go on under.
    const stopped = isCloned ? [] : this.stopped;
    return { changes, manifest, received, gone, rebuilt, withdrawn, stopped, shut, isCloned };
  }

  private row(section: SectionId): SectionRow | null {
    return this.rows.get(section) ?? (this.rows.has(section) ? null : (this.mirror.sections.get(section) ?? null));
  }

  private put(row: SectionRow): void {
    this.rows.set(row.section, row);
  }

  private hasUnsent(section: SectionId): boolean {
    return this.mirror.waiting(section).length > 0;
  }

  private addBase(section: SectionId, updates: readonly Uint8Array[]): void {
    this.changes.push({ type: 'base', section, updates });
    this.received.set(section, [...(this.received.get(section) ?? []), ...updates]);
  }

  private replaceAll({ records, sections }: Manifest): void {
    this.manifest = true;
    const readable = new Set(sections.map(({ section }) => section));
    const known = new Set(records.map(({ record }) => record));
    // What the server has not heard of cannot be in its manifest.
    for (const { section, pending } of this.mirror.sections.values()) {
      if (!readable.has(section) && !pending) this.leave(section);
    }
    for (const { record, pending } of this.mirror.records.values()) {
      if (!known.has(record) && !pending) this.dropRecord(record);
    }
    for (const record of records) this.take({ type: 'facts', ...record });
    for (const header of sections) this.enter(header);
  }

  private enter({ record, section, name, epoch, oldestWriter, acts, authors, projection }: EnterHeader): void {
    const known = this.row(section);
    if (known === null || known.epoch !== epoch) {
      // Of an older epoch nothing is kept: what was taken out of the section must not come back from here.
      if (known !== null) this.changes.push({ type: 'clear-base', section });
      if (known !== null) this.gone.add(section);
      this.received.delete(section);
      const fresh = { stale: false, held: false, closed: [], pending: false };
      this.put({ section, record, name, epoch, oldestWriter, acts, authors, projection, ...fresh });
      return;
    }
    // The server's projection does not have what was not sent yet; this device's own has.
    const shown = this.hasUnsent(section) ? {} : { projection, stale: false };
    this.put({ ...known, oldestWriter, acts, authors: withAuthors(known.authors, authors), pending: false, ...shown });
  }

  private leave(section: SectionId): void {
    const row = this.row(section);
    if (row === null) return;
    this.rows.set(section, null);
    this.received.delete(section);
    this.gone.add(section);
    this.changes.push({ type: 'drop-section', section });
    const isLast = !Array.from(this.mirror.sections.values()).some(
      (other) => other.record === row.record && this.row(other.section) !== null,
    );
    const hasNew = Array.from(this.rows.values()).some((other) => other?.record === row.record);
    if (isLast && !hasNew) this.dropRecord(row.record);
  }

  private dropRecord(record: RecordId): void {
    if (this.dropped.has(record)) return;
    this.dropped.add(record);
    this.changes.push({ type: 'drop-record', record });
  }

  private settle({ batch, result }: Outcome): void {
    const entry = this.mirror.outbox.get(batch);
    if (entry === undefined || this.settled.has(batch)) return;
    if (result.type === 'taken') return this.taken(entry);
    // One that a person has been told about is not told about twice.
    if (entry.attention !== null || this.withdrawn.includes(batch)) return;
    if (result.type === 'refused' && result.code === 'cloned-device') this.isCloned = true;
    const waiting = this.mirror
      .entries()
      .filter((one) => !this.settled.has(one.batch) && !this.withdrawn.includes(one.batch));
    const frozen = freeze(waiting, batch, attentionOf(result));
    this.stopped.push(...frozen.entries);
    if ('part' in result) this.shutAfter(result, partsOf(entry)[result.part]?.section);
    for (const { entry, attention } of frozen.entries) {
      this.withdrawn.push(entry.batch);
      this.changes.push({ type: 'attend', batch: entry.batch, attention });
      for (const part of partsOf(entry)) this.finishClients(part.section, part.update);
    }
    for (const section of frozen.sections) {
      const row = this.row(section);
      // A section that the server will not have keeps what was written in it.
      if (row?.pending === true) continue;
      this.rebuilt.add(section);
      if (row !== null) this.put({ ...row, stale: true });
    }
  }

  private shutAfter(result: BatchResult, section: SectionId | undefined): void {
    const row = section === undefined ? null : this.row(section);
    if (row !== null && isShut(result, row.acts)) this.shut.add(row.section);
  }

  private taken(entry: NumberedEntry): void {
    this.settled.add(entry.batch);
    this.changes.push({ type: 'remove', batch: entry.batch });
    if (entry.kind === 'edit') this.editTaken(entry);
    if (entry.kind === 'decision') for (const record of entry.creates) this.confirm(record);
  }

  private editTaken({ parts, attention }: EditEntry): void {
    for (const { section, epoch, update } of parts) {
      if (this.row(section)?.epoch !== epoch) continue;
      this.changes.push({ type: 'base', section, updates: [update] });
      // Taken although this device had given it up: the document at hand lacks it.
      if (attention !== null) this.received.set(section, [...(this.received.get(section) ?? []), update]);
    }
  }

  /** The server has a record that this device created: from now on what it says of it counts. */
  private confirm(record: RecordId): void {
    const row = this.records.get(record) ?? this.mirror.records.get(record);
    if (row !== undefined && !this.dropped.has(record)) this.putRecord({ ...row, pending: false });
    for (const { section } of this.mirror.sectionsOf(record)) {
      const known = this.row(section);
      if (known?.pending === true) this.put({ ...known, pending: false });
    }
  }

  private putRecord(row: RecordRow): void {
    this.records.set(row.record, row);
    this.changes.push({ type: 'record', record: row });
  }

  /** After a batch that was not taken its clientID is of no more use in this section. */
  private finishClients(section: SectionId, update: Uint8Array): void {
    const row = this.row(section);
    if (row === null || row.pending) return;
    const own = clientsOf(update).filter((client) => !row.closed.includes(client));
    if (own.length > 0) this.put({ ...row, closed: [...row.closed, ...own] });
  }
}

function clientsOf(update: Uint8Array): number[] {
  try {
    return Array.from(Y.parseUpdateMeta(update).to.keys());
  } catch {
    // Its bytes were damaged on this device: there is nothing to close.
    return [];
  }
}

function withAuthors(known: readonly ClientAuthor[], more: readonly ClientAuthor[]): readonly ClientAuthor[] {
  if (more.length === 0) return known;
  const named = new Set(more.map(({ client }) => client));
  return [...known.filter(({ client }) => !named.has(client)), ...more];
}
