import type { SectionId } from '@caseweave/protocol';
import type { CaseloadCore } from '../core.ts';
import type { DecideOutcome } from '../decisions/decide-outcome.ts';
import type { LiveSection, PendingEdit } from '../documents/live-section.ts';
import type { HeldLock, LockRequest } from '../ports/locks.ts';
import { Mirror } from '../stored/mirror.ts';
import type { TabAsk, TabMessage, WriterStatus } from '../tabs/tab-message.ts';
import { Asking } from './asking.ts';
import { Follower } from './follower.ts';
import { Writer } from './writer.ts';

/** What a tab asks of the caseload that it shows. */
export interface TabHandlers {
  /** Sections came, went, or may be opened now. */
  sectionsChanged(): Promise<void>;
  /** Another tab has signed the person out. */
  signedOut(): void;
}

/** What this tab is among those of the device: the one that writes, or one that reads along until that one is gone. */
export class ThisTab {
  readonly follower: Follower;
  writer: Writer | null = null;
  readonly #core: CaseloadCore;
  readonly #handlers: TabHandlers;
  readonly #asking: Asking;
  readonly #stopListening: () => void;
  readonly #openedAt: number;
  #lockRequest: LockRequest | null = null;
  #lock: HeldLock | null = null;
  #switchedOn: boolean;
  #toldStatus = '';

  constructor(core: CaseloadCore, handlers: TabHandlers) {
    const { options } = core;
    this.#core = core;
    this.#handlers = handlers;
    this.#asking = new Asking(options);
    this.#openedAt = options.clock.now();
    this.#switchedOn = options.switchedOn ?? true;
    this.follower = new Follower(core, () => handlers.sectionsChanged());
    this.#stopListening = options.channel.listen((message) => this.#hear(message));
  }

  get role(): 'writer' | 'reader' {
    return this.writer === null ? 'reader' : 'writer';
  }

  /** Begins to write: at the opening, or when the tab that wrote is gone. */
  async promote(lock: HeldLock): Promise<void> {
    if (this.#core.isOver) return lock.release();
    this.#lock = lock;
    await this.#core.turns.run(async () => {
      // The tab before may have committed what this one has not yet read.
      const stored = await this.#core.options.store.load();
      this.#core.mirror = new Mirror(stored);
      // What could not be read comes again with a manifest, which the server sends to one without a cursor.
      if (stored.damaged > 0) await this.#core.commit([{ type: 'cursor', cursor: null }], 'strict');
      this.writer = new Writer(this.#core, this.#switchedOn, {
        sectionsChanged: () => this.#handlers.sectionsChanged(),
        statusChanged: () => this.#statusChanged(),
      });
      await this.writer.start();
      await this.#handlers.sectionsChanged();
    });
    this.#statusChanged();
  }

  /** Reads along until it is this tab's turn to write. */
  waitToWrite(request: LockRequest): void {
    this.#lockRequest = request;
    this.#core.options.channel.send({ type: 'who-writes' });
    void request.held.then((lock) => (lock === undefined ? undefined : this.#takeOver(lock)));
  }

  switchTo(on: boolean): void {
    this.#switchedOn = on;
    this.writer?.switch(on);
  }

  /** What only the writing tab does is done here, or asked of it. */
  async carryOut(ask: TabAsk, key = this.#asking.newKey()): Promise<DecideOutcome | null> {
    if (this.writer === null) return this.#asking.ask(ask);
    if (ask.type === 'decide') return this.writer.decide({ ...ask, key });
    await this.writer.dismiss(ask.batch);
    return null;
  }

  /** An edit is in a document of this tab. */
  edited(edit: PendingEdit): void {
    if (this.writer === null) this.follower.stray(edit);
    else this.writer.outbox.add(edit);
  }

  /** What somebody else brought into a document is taken out of it again. */
  intruded(live: LiveSection): void {
    if (this.writer === null) this.follower.follow([], [live.section]);
    else this.writer.restore(live);
  }

  /** This person's place has changed. */
  moved(section: SectionId, client: number | null, state: string | null): void {
    if (this.writer === null) this.#core.options.channel.send({ type: 'moved', section, state });
    else if (client !== null && !this.#core.isOver) this.writer.places.moved(section, client, state);
  }

  /** A section is open on this tab now. */
  opened(section: SectionId): void {
    if (this.writer === null) this.#core.options.channel.send({ type: 'who-is-here', section });
  }

  /** How the connection looks, as far as this tab knows. */
  connectionStatus(): WriterStatus {
    const offline = { connection: 'offline', since: this.#openedAt, why: null, firstSync: null } as const;
    return this.writer?.status ?? this.follower.status ?? offline;
  }

  /** Ends what this tab was. The writer is kept for reading: what could not be stored until now can still be shown. */
  end(): void {
    this.writer?.close();
    this.#asking.close();
    this.#lockRequest?.cancel();
    this.#lock?.release();
    this.#stopListening();
  }

  async #takeOver(lock: HeldLock): Promise<void> {
    try {
      await this.promote(lock);
      await this.#asking.takeOver((id, ask) => this.carryOut(ask, id));
    } catch (error) {
      this.#core.failed(error);
    }
  }

  async #answer(id: string, ask: TabAsk): Promise<void> {
    if (this.writer === null) return;
    const answer = await this.carryOut(ask, id);
    if (!this.#core.isOver) this.#core.options.channel.send({ type: 'answer', id, answer });
  }

  #hear(message: TabMessage): void {
    switch (message.type) {
      case 'committed':
        if (this.writer === null) this.follower.follow(message.sections, message.rebuilt);
        break;
      case 'status':
        this.follower.status = message.status;
        this.#core.tell();
        break;
      case 'who-writes':
        if (this.writer !== null) this.#core.options.channel.send({ type: 'status', status: this.writer.status });
        break;
      case 'presence':
        if (this.writer === null) this.#core.live.get(message.presence.section)?.others.receive(message.presence);
        break;
      case 'presence-lost':
        if (this.writer === null) for (const live of this.#core.live.values()) live.others.forgetOthers();
        break;
      case 'who-is-here':
        this.writer?.places.asked(message.section);
        break;
      case 'moved':
        this.writer?.places.movedElsewhere(message.section, message.state);
        break;
      case 'ask':
        void this.#answer(message.id, message.ask).catch((error: unknown) => this.#core.failed(error));
        break;
      case 'answer':
        this.#asking.answered(message.id, message.answer);
        break;
      case 'signed-out':
        this.#handlers.signedOut();
    }
  }

  #statusChanged(): void {
    const status = this.connectionStatus();
    const told = JSON.stringify(status);
    if (told !== this.#toldStatus && this.writer !== null) this.#core.options.channel.send({ type: 'status', status });
    this.#toldStatus = told;
    this.#core.tell();
  }
}
