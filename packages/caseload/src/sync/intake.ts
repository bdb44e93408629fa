import type { ClientAuthor, Cursor, EnterHeader, Manifest, RecordId, SectionId, StoreEvent } from '@caseweave/protocol';
import { withDecision } from '../decisions/known-decisions.ts';
import type { StoreChange } from '../stored/change.ts';
import type { Mirror } from '../stored/mirror.ts';
import type { Stopped } from './freeze.ts';
import { Outcomes } from './outcomes.ts';
import { RowsToBe } from './rows-to-be.ts';

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
  readonly #mirror: Mirror;
  readonly #rows: RowsToBe;
  readonly #outcomes: Outcomes;
  readonly #decisions = new Map<RecordId, readonly string[]>();
  #manifest = false;

  constructor(mirror: Mirror) {
    this.#mirror = mirror;
    this.#rows = new RowsToBe(mirror);
    this.#outcomes = new Outcomes(mirror, this.#rows);
  }

  take(event: StoreEvent): void {
    switch (event.type) {
      case 'manifest':
        return this.#replaceAll(event);
      case 'facts': {
        const { record, kind, facts } = event;
        return this.#rows.putRecord({ record, kind, facts, pending: false });
      }
      case 'decision': {
        const known = this.#decisions.get(event.record) ?? this.#mirror.decisions.get(event.record) ?? [];
        this.#decisions.set(event.record, withDecision(known, event.decision));
        return;
      }
      case 'enter':
        return this.#enter(event);
      case 'state': {
        const row = this.#rows.section(event.section);
        if (row === null || row.epoch !== event.epoch) return;
        // The server's projection has all but what was not sent yet.
        const stale = row.stale || this.#hasUnsent(row.section);
        this.#rows.putSection({ ...row, held: true, stale, authors: withAuthors(row.authors, event.authors) });
        return this.#rows.addBase(row.section, [event.update]);
      }
      case 'change': {
        const row = this.#rows.section(event.section);
        if (row === null || row.epoch !== event.epoch) return;
        this.#rows.putSection({ ...row, stale: true, authors: withAuthors(row.authors, event.authors) });
        return this.#rows.addBase(row.section, event.updates);
      }
      case 'leave':
        return this.#rows.leave(event.section);
      case 'outcome':
        return this.#outcomes.settle(event);
    }
  }

  finish(cursor: Cursor | null): Intake {
    const decided = Array.from(this.#decisions)
      .filter(([record]) => this.#rows.record(record) !== undefined)
      .map(([record, decisions]): StoreChange => ({ type: 'decisions', decisions: { record, decisions } }));
    const changes = [...this.#rows.all(), ...decided];
    if (cursor !== null) changes.push({ type: 'cursor', cursor });
    const { received, gone } = this.#rows;
    const { rebuilt, withdrawn, isCloned, shut } = this.#outcomes;
    // A device that begins anew has no clientID to go on under.
    const stopped = isCloned ? [] : this.#outcomes.stopped;
    return { changes, manifest: this.#manifest, received, gone, rebuilt, withdrawn, stopped, shut, isCloned };
  }

  #hasUnsent(section: SectionId): boolean {
    return this.#mirror.waiting(section).length > 0;
  }

  #replaceAll({ records, sections }: Manifest): void {
    this.#manifest = true;
    const readable = new Set(sections.map(({ section }) => section));
    const known = new Set(records.map(({ record }) => record));
    // What the server has not heard of cannot be in its manifest.
    for (const { section, pending } of this.#mirror.sections.values()) {
      if (!readable.has(section) && !pending) this.#rows.leave(section);
    }
    for (const { record, pending } of this.#mirror.records.values()) {
      if (!known.has(record) && !pending) this.#rows.dropRecord(record);
    }
    for (const record of records) this.take({ type: 'facts', ...record });
    for (const header of sections) this.#enter(header);
  }

  #enter({ record, section, name, epoch, oldestWriter, acts, authors, projection }: EnterHeader): void {
    const known = this.#rows.section(section);
    if (known === null || known.epoch !== epoch) {
      // Of an older epoch nothing is kept: what was taken out of the section must not come back from here.
      if (known !== null) this.#rows.clear(section);
      this.#rows.received.delete(section);
      const fresh = { stale: false, held: false, closed: [], pending: false };
      this.#rows.putSection({ section, record, name, epoch, oldestWriter, acts, authors, projection, ...fresh });
      return;
    }
    // The server's projection does not have what was not sent yet; this device's own has.
    const shown = this.#hasUnsent(section) ? {} : { projection, stale: false };
    const all = withAuthors(known.authors, authors);
    this.#rows.putSection({ ...known, oldestWriter, acts, authors: all, pending: false, ...shown });
  }
}

function withAuthors(known: readonly ClientAuthor[], more: readonly ClientAuthor[]): readonly ClientAuthor[] {
  if (more.length === 0) return known;
  const named = new Set(more.map(({ client }) => client));
  return [...known.filter(({ client }) => !named.has(client)), ...more];
}
