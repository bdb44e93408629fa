import type { SectionId } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';
import type { LiveSection, PendingEdit } from '../documents/live-section.ts';
import { projected } from '../records/projected.ts';
import type { StoreChange } from '../stored/change.ts';
import { isWaiting, type WaitingEntry } from '../stored/rows.ts';
import { creationOf } from '../decisions/creation.ts';
import { amended, gather, type Gathered, type Hindrance } from './entries.ts';

/** After a failed transaction the store is tried again so many milliseconds later, or with the next edit. */
const retryAfter = 5_000;

/** What happens around the outbox. */
export interface OutboxHandlers {
  /** Whether what is stored may be sent at once. */
  isLive(): boolean;
  /** An entry is durably stored. */
  stored(entry: WaitingEntry): void;
  /** Why an edit cannot go forward; null if it can. */
  hindrance(edit: PendingEdit): Hindrance | null;
  /** An edit that cannot go forward is stored: its document must lose it. */
  hindered(live: LiveSection): void;
}

/**
 * Brings edits into the store: the first at once, and what is edited while a transaction runs together in the next.
 * Only what a strict transaction has stored is said to be on this device.
 */
export class Outbox {
  readonly #core: CaseloadCore;
  readonly #handlers: OutboxHandlers;
  #pending: readonly PendingEdit[] = [];
  #isAsked = false;
  #cancelRetry: () => void = () => {};
  /** Entries of this tab that were not handed to the connection: they may still be amended. */
  readonly #kept = new Set<number>();
  /** Whether the last transaction failed, so that what is pending needs attention. */
  hasFailed = false;

  constructor(core: CaseloadCore, handlers: OutboxHandlers) {
    this.#core = core;
    this.#handlers = handlers;
  }

  /** Edits that are in no store. */
  get unstored(): readonly PendingEdit[] {
    return this.#pending;
  }

  add(edit: PendingEdit): void {
    this.#pending = [...this.#pending, edit];
    this.#ask();
    this.#core.tell();
  }

  /** The entry has been handed to the connection. */
  handedOver(batch: number): void {
    this.#kept.delete(batch);
  }

  /** Resolves when all that is pending now is stored, or has failed to be. */
  async flushed(): Promise<void> {
    await this.#core.turns.run(() => this.flush());
  }

  close(): void {
    this.#cancelRetry();
  }

  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#core.later(async () => {
      this.#isAsked = false;
      await this.flush();
    });
  }

  /** Stores what is pending, within a turn that somebody else has taken. */
  async flush(): Promise<void> {
    const taken = this.#pending;
    if (taken.length === 0) return;
    const { mirror } = this.#core;
    const gathered = gather(taken, {
      cursor: mirror.cursor,
      schemas: (name) => this.#core.schemaOf(name),
      hindrance: (edit) => this.#handlers.hindrance(edit),
      needs: (record) => creationOf(mirror, record),
    });
    const changes = this.#changesFor(gathered);
    try {
      const numbers = await this.#core.commit([...changes, ...this.#projections(taken)], 'strict');
      this.#pending = this.#pending.slice(taken.length);
      this.hasFailed = false;
      this.#cancelRetry();
      for (const batch of numbers) this.#announce(batch);
    } catch {
      this.hasFailed = true;
      this.#cancelRetry();
      this.#cancelRetry = this.#core.options.clock.wakeIn(retryAfter, () => this.#ask());
      return;
    } finally {
      this.#core.tell();
    }
    const hindered = gathered.filter(({ entry }) => entry.attention !== null).flatMap(({ edits }) => edits);
    // Of a document that was given up nothing is left to be taken out.
    const standing = hindered.filter(({ live, generation }) => generation === live.generation);
    for (const live of new Set(standing.map((edit) => edit.live))) this.#handlers.hindered(live);
  }

  #changesFor(gathered: readonly Gathered[]): readonly StoreChange[] {
    const [first, ...rest] = gathered;
    if (first === undefined) return [];
    const newest = this.#core.mirror.entries().at(-1);
    const mayAmend = newest !== undefined && this.#kept.has(newest.batch) && !this.#handlers.isLive();
    const longer = mayAmend ? amended(newest, first, (name) => this.#core.schemaOf(name)) : undefined;
    const appended = (longer === undefined ? gathered : rest).map(({ entry }): StoreChange => ({
      type: 'append',
      entry,
    }));
    return longer === undefined || newest === undefined
      ? appended
      : [{ type: 'amend', batch: newest.batch, entry: longer }, ...appended];
  }

  /** The list shows an edit as soon as it is stored: its projection shares the transaction. */
  #projections(taken: readonly PendingEdit[]): readonly StoreChange[] {
    const seen = new Set<SectionId>();
    return taken.flatMap(({ live, generation }): StoreChange[] => {
      if (seen.has(live.section) || generation !== live.generation || this.#core.live.get(live.section) !== live)
        return [];
      seen.add(live.section);
      const row = projected(this.#core, live);
      return row === undefined ? [] : [{ type: 'section', section: row }];
    });
  }

  #announce(batch: number): void {
    const entry = this.#core.mirror.outbox.get(batch);
    if (entry === undefined || !isWaiting(entry)) return;
    this.#kept.add(batch);
    this.#handlers.stored(entry);
  }
}
