import type { RecordId } from '@caseweave/protocol';
import { entityIds, type Json } from '@caseweave/record';
import type { Caseload, CaseloadRecord, CaseloadStatus, EditState, SignOut } from './caseload.ts';
import type { DecideOutcome } from './decisions/decide-outcome.ts';
import { type KnownDecision, KnownDecisions } from './decisions/known-decisions.ts';
import { notPlain, plainCommand } from './decisions/plain-command.ts';
import { CaseloadCore } from './core.ts';
import { authorIn, mayWrite } from './records/may-write.ts';
import type { OpenRecord } from './documents/open-record.ts';
import { OpenRecords } from './records/open-records.ts';
import type { CaseloadOptions } from './options.ts';
import type { HeldLock, LockRequest } from './ports/locks.ts';
import { asStoreFailure } from './ports/store-failure.ts';
import { RecordList } from './records/record-list.ts';
import { nothingStored, type StoredCaseload } from './stored/rows.ts';
import { Mirror } from './stored/mirror.ts';
import { editsOf, statusOf } from './status.ts';
import { ThisTab } from './sync/this-tab.ts';

const isClosed: DecideOutcome = { type: 'refused', refusals: [{ code: 'closed', words: 'This caseload is closed.' }] };

const signedOut = { connection: 'sign-in-needed', why: null, firstSync: null } as const;

/** A caseload on one device, on one tab: the writing one, or one that reads along until the writing one is gone. */
export class DeviceCaseload implements Caseload {
  readonly #core: CaseloadCore;
  readonly #opened: OpenRecords;
  readonly #tab: ThisTab;
  readonly #list = new RecordList();
  readonly #known = new KnownDecisions();
  #signedOut = false;
  #shown: { status: CaseloadStatus | null; edits: readonly EditState[] | null } = { status: null, edits: null };
  #lastStatus: CaseloadStatus | null = null;

  constructor(options: CaseloadOptions, stored: StoredCaseload) {
    const core = (this.#core = new CaseloadCore(options, stored));
    const { random, clock } = options;
    const tab = (this.#tab = new ThisTab(core, {
      sectionsChanged: () => this.#opened.fill(),
      signedOut: () => this.#end(true),
    }));
    this.#opened = new OpenRecords(core, {
      now: () => clock.now(),
      newId: entityIds((length) => random.bytes(length)),
      row: (section) => core.mirror.sections.get(section),
      authorOf: (section, client) => authorIn(core, section, client),
      writing: (section, client) => mayWrite(core, tab.role, section, client),
      edited: (edit) => tab.edited(edit),
      intruded: (live) => tab.intruded(live),
      moved: (section, client, state) => tab.moved(section, client, state),
      opened: (section) => tab.opened(section),
      clientFor: (section) => tab.writer?.clients.forSection(section) ?? null,
      damaged: async (section) => tab.writer?.fetchAgain([section]),
    });
    core.subscribe(() => {
      this.#shown = { status: null, edits: null };
    });
  }

  /** Begins to write at the opening, since no other tab does. */
  promote(lock: HeldLock): Promise<void> {
    return this.#tab.promote(lock);
  }

  /** Reads along until it is this tab's turn to write. */
  waitToWrite(request: LockRequest): void {
    this.#tab.waitToWrite(request);
  }

  status(): CaseloadStatus {
    this.#shown.status ??= this.#readStatus();
    return this.#shown.status;
  }

  subscribe(listener: () => void): () => void {
    return this.#core.subscribe(listener);
  }

  records(): readonly CaseloadRecord[] {
    return this.#list.list(this.#core.mirror, this.edits(), this.#core.commands);
  }

  open(record: RecordId): Promise<OpenRecord> {
    return this.#opened.open(record);
  }

  edits(): readonly EditState[] {
    this.#shown.edits ??= editsOf(this.#core, this.#tab);
    return this.#shown.edits;
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
    this.#tab.switchTo(false);
  }

  switchOn(): void {
    this.#tab.switchTo(true);
  }

  async dismiss(batch: number): Promise<void> {
    if (batch < 0) {
      // One that failed to be stored is tried again, and cannot be put away.
      this.#tab.follower.dismiss(-1 - batch);
      return;
    }
    await this.#tab.carryOut({ type: 'dismiss', batch });
  }

  async decide(command: Json, { needs = [] }: { readonly needs?: readonly number[] } = {}): Promise<DecideOutcome> {
    if (this.#core.isOver) return isClosed;
    const plain = plainCommand(command);
    if (plain === undefined) return notPlain;
    return (await this.#tab.carryOut({ type: 'decide', command: plain, needs })) ?? isClosed;
  }

  decisions(record: RecordId): readonly KnownDecision[] {
    return this.#known.of(record, this.#core.mirror, this.#core.commands);
  }

  async signOut({ discardUnsent = false }: { readonly discardUnsent?: boolean } = {}): Promise<SignOut> {
    await this.#tab.writer?.outbox.flushed();
    // What is held is kept at the server.
    const unsent = this.edits().filter(({ code }) => code !== 'held');
    if (unsent.length > 0 && !discardUnsent) return { type: 'unsent', count: unsent.length };
    try {
      await this.#core.turns.run(async () => {
        await this.#core.options.store.wipe();
        this.#core.options.channel.send({ type: 'signed-out' });
        this.#end(true);
      });
      return { type: 'signed-out' };
    } catch (error) {
      const { code, remedy } = asStoreFailure(error);
      return { type: 'failed', code, remedy };
    }
  }

  async close(): Promise<void> {
    if (this.#core.isOver) return;
    await this.#tab.writer?.outbox.flushed();
    await this.#core.turns.run(async () => this.#end(false));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #end(signedOut: boolean): void {
    if (this.#core.isOver) return;
    this.#core.isOver = true;
    this.#signedOut = signedOut;
    if (signedOut) this.#core.mirror = new Mirror(nothingStored);
    this.#opened.closeAll();
    this.#tab.end();
    this.#core.options.channel.close();
    this.#core.options.store.close();
    this.#core.tell();
    this.#core.forgetListeners();
  }

  #readStatus(): CaseloadStatus {
    const connection = this.#tab.connectionStatus();
    const shown = this.#signedOut ? ({ ...connection, ...signedOut } as const) : connection;
    const status = statusOf(this.#core, this.#tab.writer, shown, this.edits());
    if (JSON.stringify(status) !== JSON.stringify(this.#lastStatus)) this.#lastStatus = status;
    return this.#lastStatus ?? status;
  }
}
