import type { RecordId, SectionId } from '@caseweave/protocol';
import { entityIds } from '@caseweave/record';
import type { Caseload, CaseloadRecord, CaseloadStatus, EditState, SignOut } from './caseload.ts';
import { Desk } from './desk.ts';
import type { PendingEdit } from './documents/live-section.ts';
import type { OpenRecord } from './documents/open-record.ts';
import { OpenRecords } from './documents/open-records.ts';
import type { Writing } from './documents/open-section.ts';
import type { CaseloadOptions } from './options.ts';
import type { HeldLock, LockRequest } from './ports/locks.ts';
import { asStoreFailure } from './ports/store-failure.ts';
import type { TabMessage, WriterStatus } from './ports/tab-channel.ts';
import { RecordList } from './record-list.ts';
import type { StoredCaseload } from './stored/rows.ts';
import { Mirror } from './stored/mirror.ts';
import { editsOf, statusOf, writerStatus } from './status.ts';
import { Follower } from './sync/follower.ts';
import { Writer } from './sync/writer.ts';

const emptied: StoredCaseload = { device: null, cursor: null, records: [], sections: [], outbox: [], damaged: 0 };

/** A caseload on one device, on one tab: the writing one, or one that reads along until the writing one is gone. */
export class DeviceCaseload implements Caseload {
  private readonly desk: Desk;
  private readonly opened: OpenRecords;
  private readonly follower: Follower;
  private readonly list = new RecordList();
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
    this.openedAt = options.clock.now();
    this.switchedOn = options.switchedOn ?? true;
    this.follower = new Follower(this.desk, () => this.opened.fill());
    const { random, clock } = options;
    this.opened = new OpenRecords(this.desk, {
      now: () => clock.now(),
      newId: entityIds((length) => random.bytes(length)),
      row: (section) => this.desk.mirror.sections.get(section),
      authorOf: (section, client) => this.authorOf(section, client),
      writing: (section, client) => this.writing(section, client),
      edited: (edit) => this.edited(edit),
      moved: (section, client, at, state) => {
        if (!this.desk.isOver) this.writer?.moved(section, client, at, state);
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
    return this.list.list(this.desk.mirror, this.edits());
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
        edit.record === record &&
        edit.name === sectionName &&
        (path === undefined || edit.changes.some((change) => change.path === path)),
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
    await this.desk.turns.run(async () => {
      if (this.desk.mirror.outbox.get(batch)?.attention != null) {
        await this.desk.commit([{ type: 'remove', batch }], 'strict');
      }
    });
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

  private async takeOver(lock: HeldLock): Promise<void> {
    try {
      await this.promote(lock);
    } catch (error) {
      this.desk.failed(error);
    }
  }

  private end(signedOut: boolean): void {
    if (this.desk.isOver) return;
    this.desk.isOver = true;
    this.signedOut = signedOut;
    if (signedOut) this.desk.mirror = new Mirror(emptied);
    this.opened.closeAll();
    // It is kept for reading: what could not be stored until now can still be shown.
    this.writer?.close();
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

  private writing(section: SectionId, client: number | null): Writing {
    if (this.desk.isOver) return readOnly('closed', 'This caseload is closed.');
    if (this.writer === null)
      return readOnly('other-tab', 'Another tab of this app is open and writes; this one reads along.');
    const acts = this.desk.mirror.sections.get(section)?.acts;
    if (acts === undefined || (!acts.write && !acts.append))
      return readOnly('no-right', 'You may read this part of the record.');
    if (client === null)
      return readOnly('no-client-id', 'This device has to reach the server once before you can write here.');
    return { type: 'may-write' };
  }

  private authorOf(section: SectionId, client: number) {
    const { device, sections } = this.desk.mirror;
    const own = device?.leases.includes(client) === true ? device.principal : undefined;
    const author = sections.get(section)?.authors.find((one) => one.client === client);
    const known = author === undefined ? own : { id: author.principal, name: author.name, agency: author.agency };
    if (known === undefined) return undefined;
    return { id: known.id, name: known.name, ...(known.agency === null ? {} : { agency: known.agency }) };
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

const readOnly = (code: Extract<Writing, { type: 'read-only' }>['code'], words: string): Writing => ({
  type: 'read-only',
  code,
  words,
});
