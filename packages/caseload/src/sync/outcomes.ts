import type { BatchResult, Outcome, RecordId, SectionId } from '@caseweave/protocol';
import * as Y from 'yjs';
import type { Mirror } from '../stored/mirror.ts';
import { type EditEntry, type NumberedEntry, partsOf } from '../stored/rows.ts';
import { attentionOf, freeze, isShut, type Stopped } from './freeze.ts';
import type { RowsToBe } from './rows-to-be.ts';

/** What the outcomes in a group of messages mean: what was taken is the server's, what was not needs attention. */
export class Outcomes {
  /** Batches that will not be sent. */
  readonly withdrawn: number[] = [];
  /** Entries that were stopped, of which those that only followed may be tried again. */
  readonly stopped: Stopped[] = [];
  /** Sections in which nothing is to be tried again. */
  readonly shut = new Set<SectionId>();
  /** Sections whose document must be built again. */
  readonly rebuilt = new Set<SectionId>();
  /** The server knows another device under this one's name. */
  isCloned = false;
  readonly #mirror: Mirror;
  readonly #rows: RowsToBe;
  readonly #settled = new Set<number>();

  constructor(mirror: Mirror, rows: RowsToBe) {
    this.#mirror = mirror;
    this.#rows = rows;
  }

  settle({ batch, result }: Outcome): void {
    const entry = this.#mirror.outbox.get(batch);
    if (entry === undefined || this.#settled.has(batch)) return;
    if (result.type === 'taken') return this.#taken(entry);
    // One that a person has been told about is not told about twice.
    if (entry.attention !== null || this.withdrawn.includes(batch)) return;
    if (result.type === 'refused' && result.code === 'cloned-device') this.isCloned = true;
    const waiting = this.#mirror
      .entries()
      .filter((one) => !this.#settled.has(one.batch) && !this.withdrawn.includes(one.batch));
    const frozen = freeze(waiting, batch, attentionOf(result));
    this.stopped.push(...frozen.entries);
    if ('part' in result) this.#shutAfter(result, partsOf(entry)[result.part]?.section);
    for (const { entry: stopped, attention } of frozen.entries) {
      this.withdrawn.push(stopped.batch);
      this.#rows.changes.push({ type: 'attend', batch: stopped.batch, attention });
      for (const part of partsOf(stopped)) this.#finishClients(part.section, part.update);
    }
    for (const section of frozen.sections) {
      const row = this.#rows.section(section);
      // A section that the server will not have keeps what was written in it.
      if (row?.pending === true) continue;
      this.rebuilt.add(section);
      if (row !== null) this.#rows.putSection({ ...row, stale: true });
    }
  }

  #shutAfter(result: BatchResult, section: SectionId | undefined): void {
    const row = section === undefined ? null : this.#rows.section(section);
    if (row !== null && isShut(result, row.acts)) this.shut.add(row.section);
  }

  #taken(entry: NumberedEntry): void {
    this.#settled.add(entry.batch);
    this.#rows.changes.push({ type: 'remove', batch: entry.batch });
    if (entry.kind === 'edit') this.#editTaken(entry);
    if (entry.kind === 'decision') for (const record of entry.creates) this.#confirm(record);
  }

  #editTaken({ parts, attention }: EditEntry): void {
    for (const { section, epoch, update } of parts) {
      if (this.#rows.section(section)?.epoch !== epoch) continue;
      this.#rows.changes.push({ type: 'base', section, updates: [update] });
      // Taken although this device had given it up: the document at hand lacks it.
      if (attention !== null) this.#rows.receive(section, [update]);
    }
  }

  /** The server has a record that this device created: from now on what it says of it counts. */
  #confirm(record: RecordId): void {
    const row = this.#rows.record(record);
    if (row !== undefined) this.#rows.putRecord({ ...row, pending: false });
    for (const { section } of this.#mirror.sectionsOf(record)) {
      const known = this.#rows.section(section);
      if (known?.pending === true) this.#rows.putSection({ ...known, pending: false });
    }
  }

  /** After a batch that was not taken its clientID is of no more use in this section. */
  #finishClients(section: SectionId, update: Uint8Array): void {
    const row = this.#rows.section(section);
    if (row === null || row.pending) return;
    const own = clientsOf(update).filter((client) => !row.closed.includes(client));
    if (own.length > 0) this.#rows.putSection({ ...row, closed: [...row.closed, ...own] });
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
