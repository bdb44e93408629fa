import type { RecordId, SectionId } from '@caseweave/protocol';
import { entityIds, type Json } from '@caseweave/record';
import type { Caseload, CaseloadRecord, CaseloadStatus, EditState, SignOut } from './caseload.ts';
import type { DecideOutcome } from './decisions/decide-outcome.ts';
import { type KnownDecision, KnownDecisions } from './decisions/known-decisions.ts';
import { notPlain, plainCommand } from './decisions/plain-command.ts';
import { Desk } from './desk.ts';
import type { LiveSection, PendingEdit } from './documents/live-section.ts';
import { authorIn, mayWrite } from './records/may-write.ts';
import type { OpenRecord } from './documents/open-record.ts';
import { OpenRecords } from './records/open-records.ts';

import type { CaseloadOptions } from './options.ts';
import type { HeldLock, LockRequest } from './ports/locks.ts';
import { asStoreFailure } from './ports/store-failure.ts';
import type { TabAsk, TabMessage, WriterStatus } from './tabs/tab-message.ts';
import { RecordList } from './records/record-list.ts';
import { nothingStored, type StoredCaseload } from './stored/rows.ts';
import { Mirror } from './stored/mirror.ts';
import { editsOf, statusOf, writerStatus } from './status.ts';
import { Asking } from './sync/asking.ts';
import { Follower } from './sync/follower.ts';
import { Writer } from './sync/writer.ts';

const isClosed: DecideOutcome = { type: 'refused', refusals: [{ code: 'closed', words: 'This caseload is closed.' }] };

/** A caseload on one device, on one tab: the writing one, or one that reads along until the writing one is gone. */
export class DeviceCaseload implements Caseload {
  private readonly desk: Desk;
  private readonly opened: OpenRecords;
  private readonly follower: Follower;
  private readonly list = new RecordList();
  private readonly known = new KnownDecisions();
  private readonly asking: Asking;
  private lockRequest: LockRequest | null = null;
  private readonly stopListening: () => void;
  private readonly openedAt: number;
  private writer: Writer | null = null;
  private lock: HeldLock | null = null;
  private switchedOn: boolean;
  private signedOut = false;
  private shown: { status: CaseloadStatus | null; edits: readonly EditState[] | null } = { status: null, edits: null };
  private lastStatus: CaseloadStatus | null = null;
  private toldStatus = '';

  constructor(options: CaseloadOptions, stored: StoredCaseload) {
    this.desk = new Desk(options, stored);
    this.asking = new Asking(options);
    this.openedAt = options.clock.now();
    this.switchedOn = options.switchedOn ?? true;
    this.follower = new Follower(this.desk, () => this.opened.fill());
    const { random, clock } = options;
    this.opened = new OpenRecords(this.desk, {
      now: () => clock.now(),
      newId: entityIds((length) => random.bytes(length)),
      row: (section) => this.desk.mirror.sections.get(section),
      authorOf: (section, client) => authorIn(this.desk, section, client),
      writing: (section, client) => mayWrite(this.desk, this.writer === null ? 'reader' : 'writer', section, client),
      edited: (edit) => this.edited(edit),
      intruded: (live) => this.intruded(live),
      moved: (section, client, state) => this.moved(section, client, state),
      opened: (section) => {
        if (this.writer === null) options.channel.send({ type: 'who-is-here', section });
      },
      clientFor: (section) => this.writer?.clients.forSection(section) ?? null,
      damaged: async (section) => this.writer?.fetchAgain([section]),
    });
    this.desk.subscribe(() => {
      this.shown = { status: null, edits: null };
    });
    this.stopListening = options.channel.listen((message) => this.hear(message));
  }

  /** Begins to write: at the opening, or when the tab that wrote is gone. */
  async promote(lock: HeldLock): Promise<void> {
    if (this.desk.isOver) return lock.release();
    this.lock = lock;
    await this.desk.turns.run(async () => {
      // The tab before may have committed what this one has not yet read.
      const stored = await this.desk.options.store.load();
      this.desk.mirror = new Mirror(stored);
      // What could not be read comes again with a manifest, which the server sends to one without a cursor.
      if (stored.damaged > 0) await this.desk.commit([{ type: 'cursor', cursor: null }], 'strict');
      this.writer = new Writer(this.desk, this.switchedOn, {
        sectionsChanged: () => this.opened.fill(),
        statusChanged: () => this.statusChanged(),
      });
      await this.writer.start();
      await this.opened.fill();
    });
    this.statusChanged();
  }

  /** Reads along until it is this tab's turn to write. */
  waitToWrite(request: LockRequest): void {
    this.lockRequest = request;
    this.desk.options.channel.send({ type: 'who-writes' });
    void request.held.then((lock) => (lock === undefined ? undefined : this.takeOver(lock)));
  }

  status(): CaseloadStatus {
    this.shown.status ??= this.readStatus();
    return this.shown.status;
  }

  subscribe(listener: () => void): () => void {
    return this.desk.subscribe(listener);
  }

  records(): readonly CaseloadRecord[] {
    return this.list.list(this.desk.mirror, this.edits(), this.desk.commands);
  }

  open(record: RecordId): Promise<OpenRecord> {
    return this.opened.open(record);
  }

  edits(): readonly EditState[] {
    this.shown.edits ??= editsOf(this.desk, this.writer, this.follower);
    return this.shown.edits;
  }

  editState(record: RecordId, sectionName: string, path?: string): EditState['state'] | undefined {
    return this.edits().findLast(
      (edit) =>
        edit.kind === 'edit' &&
        edit.record === record &&
        edit.parts.some(
          ({ name, changes }) =>
            name === sectionName && (path === undefined || changes.some((change) => change.path === path)),
        ),
    )?.state;
  }

  switchOff(): void {
    this.switchTo(false);
  }

  switchOn(): void {
    this.switchTo(true);
  }

  async dismiss(batch: number): Promise<void> {
    if (batch < 0) {
      // One that failed to be stored is tried again, and cannot be put away.
      this.follower.dismiss(-1 - batch);
      return;
    }
    await this.carryOut(this.asking.newKey(), { type: 'dismiss', batch });
  }

  async decide(command: Json, { needs = [] }: { readonly needs?: readonly number[] } = {}): Promise<DecideOutcome> {
    if (this.desk.isOver) return isClosed;
    const plain = plainCommand(command);
    if (plain === undefined) return notPlain;
    return (await this.carryOut(this.asking.newKey(), { type: 'decide', command: plain, needs })) ?? isClosed;
  }

  decisions(record: RecordId): readonly KnownDecision[] {
    return this.known.of(record, this.desk.mirror, this.desk.commands);
  }

  async signOut({ discardUnsent = false }: { readonly discardUnsent?: boolean } = {}): Promise<SignOut> {
    await this.writer?.outbox.flushed();
    // What is held is kept at the server.
    const unsent = this.edits().filter(({ code }) => code !== 'held');
    if (unsent.length > 0 && !discardUnsent) return { type: 'unsent', count: unsent.length };
    try {
      await this.desk.turns.run(async () => {
        await this.desk.options.store.wipe();
        this.desk.options.channel.send({ type: 'signed-out' });
        this.end(true);
      });
      return { type: 'signed-out' };
    } catch (error) {
      const { code, remedy } = asStoreFailure(error);
      return { type: 'failed', code, remedy };
    }
  }

  async close(): Promise<void> {
    if (this.desk.isOver) return;
    await this.writer?.outbox.flushed();
    await this.desk.turns.run(async () => this.end(false));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** What only the writing tab does is done here, or asked of it. */
  private async carryOut(key: string, ask: TabAsk): Promise<DecideOutcome | null> {
    if (this.writer === null) return this.asking.ask(ask);
    if (ask.type === 'decide') return this.writer.decide({ ...ask, key });
    await this.writer.dismiss(ask.batch);
    return null;
  }

  private async answer(id: string, ask: TabAsk): Promise<void> {
    if (this.writer === null) return;
    const answer = await this.carryOut(id, ask);
    if (!this.desk.isOver) this.desk.options.channel.send({ type: 'answer', id, answer });
  }

  private async takeOver(lock: HeldLock): Promise<void> {
    try {
      await this.promote(lock);
      await this.asking.takeOver((id, ask) => this.carryOut(id, ask));
    } catch (error) {
      this.desk.failed(error);
    }
  }

  private end(signedOut: boolean): void {
    if (this.desk.isOver) return;
    this.desk.isOver = true;
    this.signedOut = signedOut;
    if (signedOut) this.desk.mirror = new Mirror(nothingStored);
    this.opened.closeAll();
    // It is kept for reading: what could not be stored until now can still be shown.
    this.writer?.close();
    this.asking.close();
    this.lockRequest?.cancel();
    this.lock?.release();
    this.stopListening();
    this.desk.options.channel.close();
    this.desk.options.store.close();
    this.desk.tell();
    this.desk.forgetListeners();
  }

  private switchTo(on: boolean): void {
    this.switchedOn = on;
    this.writer?.switch(on);
  }

  private edited(edit: PendingEdit): void {
    if (this.writer === null) this.follower.stray(edit);
    else this.writer.outbox.add(edit);
  }

  /** What somebody else brought into a document is taken out of it again. */
  private intruded(live: LiveSection): void {
    if (this.writer === null) this.follower.follow([], [live.section]);
    else this.writer.restore(live);
  }

  private moved(section: SectionId, client: number | null, state: string | null): void {
    if (this.writer === null) this.desk.options.channel.send({ type: 'moved', section, state });
    else if (client !== null && !this.desk.isOver) this.writer.places.moved(section, client, state);
  }

  private hear(message: TabMessage): void {
    switch (message.type) {
      case 'committed':
        if (this.writer === null) this.follower.follow(message.sections, message.rebuilt);
        break;
      case 'status':
        this.follower.status = message.status;
        this.desk.tell();
        break;
      case 'who-writes':
        if (this.writer !== null) this.desk.options.channel.send({ type: 'status', status: this.connectionStatus() });
        break;
      case 'presence':
        if (this.writer === null) this.desk.live.get(message.presence.section)?.others.receive(message.presence);
        break;
      case 'presence-lost':
        if (this.writer === null) for (const live of this.desk.live.values()) live.others.forgetOthers();
        break;
      case 'who-is-here':
        this.writer?.places.asked(message.section);
        break;
      case 'moved':
        this.writer?.places.movedElsewhere(message.section, message.state);
        break;
      case 'ask':
        void this.answer(message.id, message.ask).catch((error: unknown) => this.desk.failed(error));
        break;
      case 'answer':
        this.asking.answered(message.id, message.answer);
        break;
      case 'signed-out':
        this.end(true);
    }
  }

  private statusChanged(): void {
    const status = this.connectionStatus();
    const told = JSON.stringify(status);
    if (told !== this.toldStatus && this.writer !== null) this.desk.options.channel.send({ type: 'status', status });
    this.toldStatus = told;
    this.desk.tell();
  }

  private connectionStatus(): WriterStatus {
    const none = { since: this.openedAt, why: null, firstSync: null };
    if (this.signedOut) return { connection: 'sign-in-needed', ...none };
    if (this.writer !== null) return writerStatus(this.desk, this.writer);
    return this.follower.status ?? { connection: 'offline', ...none };
  }

  private readStatus(): CaseloadStatus {
    const status = statusOf(this.desk, this.writer, this.connectionStatus(), this.edits());
    if (JSON.stringify(status) !== JSON.stringify(this.lastStatus)) this.lastStatus = status;
    return this.lastStatus ?? status;
  }
}
