import type { Cursor, WriterVersions, SectionId, StoreEvent } from '@caseweave/protocol';
import { versionsOf } from '@caseweave/record';
import { isForsaken } from '../decisions/creation.ts';
import { type GivenCommand, decide } from '../outbox/deciding.ts';
import type { DecideOutcome } from '../decisions/decide-outcome.ts';
import { dismissal } from '../decisions/dismissal.ts';
import type { CaseloadCore } from '../core.ts';
import { refetch } from '../records/load-document.ts';
import type { LiveSection, PendingEdit } from '../documents/live-section.ts';
import type { Hindrance } from '../outbox/entries.ts';
import { Outbox } from '../outbox/outbox.ts';
import { Places } from './places.ts';
import type { StoreChange } from '../stored/change.ts';
import { isWaiting, partsOf, type WaitingEntry } from '../stored/rows.ts';
import type { WriterStatus } from '../tabs/tab-message.ts';
import { Clients } from './clients.ts';
import { ServerConnection } from './connection.ts';
import { Enrolment } from './enrolment.ts';
import { Feeding } from './feeding.ts';
import { type Intake, stops, takeIn } from './intake.ts';
import { Lacking } from './lacking.ts';
import { Merging } from './merging.ts';
import { OpenDocuments } from './open-documents.ts';
import { restampFollowers } from './restamping.ts';
import { unreadable } from './unreadable.ts';
import { writerStatus } from './writer-status.ts';

const pauseFor = 5_000;

/** What the writing tab asks of the caseload that it belongs to. */
export interface WriterHandlers {
  /** Sections came, went, or may be opened now. */
  sectionsChanged(): Promise<void>;
  statusChanged(): void;
}

/** The one tab that writes: it holds the connection, the outbox and the clientIDs. */
export class Writer {
  readonly outbox: Outbox;
  readonly clients: Clients;
  /** Who is where, for all tabs. */
  readonly places: Places;
  connection: ServerConnection;
  readonly #core: CaseloadCore;
  readonly #handlers: WriterHandlers;
  readonly #merging: Merging;
  readonly #documents: OpenDocuments;
  readonly #lacking: Lacking;
  readonly #feeding: Feeding;
  #switchedOn: boolean;
  readonly #enrolment: Enrolment;
  #cancelPause: () => void = () => {};

  constructor(core: CaseloadCore, switchedOn: boolean, handlers: WriterHandlers) {
    this.#core = core;
    this.#handlers = handlers;
    this.#switchedOn = switchedOn;
    this.clients = new Clients(core);
    this.places = new Places(core, {
      clientFor: (section) => this.clients.forSection(section),
      tell: (place) => this.connection.feed({ type: 'presence', ...place }),
    });
    this.#enrolment = new Enrolment(core, this.clients, {
      askFor: (count) => this.connection.feed({ type: 'lease', count }),
      mayWrite: ({ section }) => this.#documents.rebuild(section),
    });
    this.#feeding = new Feeding(core, (batch) => this.outbox.handedOver(batch));
    this.#lacking = new Lacking(core);
    this.#merging = new Merging(core, (section) => this.fetchAgain([section]));
    this.#documents = new OpenDocuments(core, {
      clientFor: (section) => this.clients.forSection(section),
      damaged: (section) => this.fetchAgain([section]),
      changed: (section) => this.#merging.ask(section),
    });
    this.connection = this.#newConnection();
    this.outbox = new Outbox(core, {
      isLive: () => this.connection.isLive,
      stored: (entry) => this.#handOver(entry),
      hindrance: (edit) => hindrance(core, edit),
      hindered: (live) => this.restore(live),
    });
  }

  /** Takes over writing: everything stored and without an outcome goes to the server again. */
  async start(): Promise<void> {
    await this.clients.take();
    await this.#core.commit(unreadable(this.#core.mirror.entries()), 'strict');
    await this.#documents.rebuildAll();
    this.#projectStale();
    this.#begin();
  }

  /** How the connection looks from the tab that holds it. */
  get status(): WriterStatus {
    return writerStatus(this.#core.mirror, this.connection.status);
  }

  switch(on: boolean): void {
    this.#switchedOn = on;
    this.connection.feed({ type: 'switched', on });
    // Switched on, but waiting for its next try, or stopped: the person's wish is tried at once.
    if (on) this.connection.feed({ type: 'start' });
  }

  /** Stores a command after all that was edited before it, and sends it. */
  async decide(asked: GivenCommand): Promise<DecideOutcome> {
    void this.outbox.flushed();
    return this.#core.turns.run(async () => {
      const outcome = await decide(this.#core, asked);
      const entry = outcome.type === 'on-device' ? this.#core.mirror.outbox.get(outcome.batch) : undefined;
      if (entry !== undefined && isWaiting(entry)) this.#handOver(entry);
      if (outcome.type === 'on-device') await this.#handlers.sectionsChanged();
      return outcome;
    });
  }

  /** A person puts away what needs attention. */
  async dismiss(batch: number): Promise<void> {
    await this.#core.turns.run(async () => {
      const { mirror } = this.#core;
      const entry = mirror.outbox.get(batch);
      if (entry === undefined || isWaiting(entry)) return;
      const { changes, gone } = dismissal(mirror, batch);
      const shown = partsOf(entry).map(({ section }) => section);
      const rebuilt = shown.filter(
        (section) => !gone.includes(section) && mirror.sections.get(section)?.pending === true,
      );
      await this.#core.commit(changes, 'strict', new Set(rebuilt));
      this.#documents.close(gone);
      for (const section of rebuilt) await this.#documents.rebuild(section);
      await this.#handlers.sectionsChanged();
    });
  }

  /** Makes the document of a section again of what is stored. */
  restore(live: LiveSection): void {
    this.#core.later(async () => {
      if (this.#core.live.get(live.section) === live) await this.#documents.rebuild(live.section);
    });
  }

  /** Reads sections from the store again that could not be read, once a manifest has brought them. */
  async fetchAgain(sections: readonly SectionId[]): Promise<void> {
    await this.#core.commit(
      sections.flatMap((section) => refetch(this.#core, section)),
      'strict',
    );
    this.#pause();
  }

  close(): void {
    this.#cancelPause();
    this.#merging.close();
    this.outbox.close();
    this.connection.close();
    this.clients.release();
  }

  #newConnection(): ServerConnection {
    const { device, cursor } = this.#core.mirror;
    const options = {
      device: device?.device ?? null,
      cursor,
      versions: this.#versions(),
      switchedOn: this.#switchedOn,
    };
    return new ServerConnection(
      options,
      { ...this.#core.options, appCode: this.#core.appCode },
      {
        welcomed: (welcome) =>
          this.#core.later(async () => {
            await this.#enrolment.welcomed(welcome);
            this.#feeding.feed(this.connection);
          }),
        store: (events, position) => this.#store(events, position),
        leased: (leases) => this.#core.later(() => this.#enrolment.leased(leases)),
        presence: (presence) => this.places.heard(presence),
        presenceLost: () => this.places.lost(),
        changed: () => this.#handlers.statusChanged(),
      },
    );
  }

  #begin(): void {
    this.#feeding.begin(this.connection);
    if (this.#switchedOn) this.connection.feed({ type: 'start' });
  }

  #versions(): Record<string, WriterVersions> {
    const versions: Record<string, WriterVersions> = { ...this.#core.options.versions };
    for (const { name } of this.#core.mirror.sections.values()) {
      const schema = this.#core.schemaOf(name);
      if (schema !== undefined) versions[name] = versionsOf(schema);
    }
    return versions;
  }

  /** Offline an entry is held back, so that further typing can be added to it. */
  #handOver(entry: WaitingEntry): void {
    if (this.connection.isLive) this.#feeding.feed(this.connection, entry.batch);
  }

  #store(events: readonly StoreEvent[], cursor: Cursor | null): void {
    const { connection } = this;
    const { count } = connection;
    this.#core.later(async () => {
      // After an earlier group could not be stored, this one would leave a gap: it will be sent again.
      if (connection !== this.connection) return;
      // What was edited until now follows what was not taken, and goes on with the rest.
      if (events.some(stops)) await this.outbox.flush();
      const intake = takeIn(this.#core.mirror, events, cursor);
      try {
        const isFinal = intake.gone.size > 0 || intake.withdrawn.length > 0;
        const changes = await restampFollowers(this.#core, this.clients, intake);
        await this.#core.commit(changes, isFinal ? 'strict' : 'relaxed', intake.rebuilt);
      } catch {
        // Nothing of it is stored, so nothing of it counts: it will be sent again from the stored cursor.
        this.#pause();
        return;
      }
      connection.feed({ type: 'stored' });
      if (intake.withdrawn.length > 0) connection.feed({ type: 'withdrawn', batches: intake.withdrawn });
      await this.#show(intake);
      // What needed something that was taken just now may go.
      if (connection.isLive) this.#feeding.feed(connection);
      if (intake.isCloned) return this.#enrolAgain();
      if (intake.manifest) {
        const isCurrent = () => connection === this.connection && connection.count === count;
        this.#lacking.compare(isCurrent, (sections) => connection.feed({ type: 'lacks', sections }));
      }
    });
  }

  /** Begins anew a little later: to ask at once for what could not be stored or read might only repeat it. */
  #pause(): void {
    const { clock } = this.#core.options;
    this.connection.close();
    this.connection = this.#newConnection();
    this.#cancelPause();
    this.#cancelPause = clock.wakeIn(pauseFor, () => this.#begin());
  }

  /** Brings what was stored into what is open. */
  async #show(intake: Intake): Promise<void> {
    await this.#documents.show(intake);
    this.#projectStale();
    this.#enrolment.askForLeases();
    if (intake.changes.length > 0) await this.#handlers.sectionsChanged();
  }

  #projectStale(): void {
    for (const { section, stale } of this.#core.mirror.sections.values()) if (stale) this.#merging.ask(section);
  }

  /** The server knows another device under this one's name: this one begins anew, and keeps what was not taken. */
  async #enrolAgain(): Promise<void> {
    const changes = this.#core.mirror
      .entries()
      .filter(({ attention }) => attention === null)
      .map(({ batch }): StoreChange => ({
        type: 'attend',
        batch,
        attention: { code: 'followed', detail: 'cloned-device' },
      }));
    await this.#core.commit([...changes, { type: 'device', device: null }, { type: 'cursor', cursor: null }], 'strict');
    this.clients.release();
    await this.#documents.rebuildAll();
    this.connection.close();
    this.connection = this.#newConnection();
    this.#begin();
  }
}

function hindrance({ mirror }: CaseloadCore, { live, generation, mayWrite }: PendingEdit): Hindrance | null {
  if (isForsaken(mirror, live.record)) return 'needed';
  if (!mayWrite) return 'not-writable';
  // It was made on a document that has been given up since.
  return generation === live.generation ? null : 'followed';
}
