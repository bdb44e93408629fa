import * as Y from 'yjs';
import type { Grouping, StoredAs } from '../history/step.ts';
import { KnownEdits } from '../oracle/known-edits.ts';
import type { Replica, Subject } from '../subject.ts';
import { receiveUpdates } from './receive-updates.ts';

/** What a form that stays open was opened on. */
export interface OpenForm {
  readonly shown: unknown;
  readonly basis: KnownEdits;
}

/** What a device is made with. */
export interface DeviceOptions {
  readonly version: number;
  readonly now: () => number;
  readonly undoes: boolean;
}

/** One device: its replica, its disk, its clock. */
export class Device<Opened extends Replica> {
  readonly index: number;
  /** The edits that have arrived, its own among them. */
  known = new KnownEdits();
  /** What its disk holds: each update as it came, or what these were compacted to. */
  disk: Uint8Array[] = [];
  form: OpenForm | undefined;
  years = 0;
  version: number;
  /** What it showed and asked when it was last looked at. */
  shown: { readonly view: unknown; readonly questions: unknown } | undefined;
  readonly #subject: Subject<unknown, Opened>;
  readonly #now: () => number;
  readonly #undoes: boolean;
  #replica: Opened | undefined;
  #ids = 0;
  #own: Uint8Array[] = [];

  constructor(subject: Subject<unknown, Opened>, index: number, { version, now, undoes }: DeviceOptions) {
    this.#subject = subject;
    this.index = index;
    this.version = version;
    this.#now = now;
    this.#undoes = undoes;
  }

  get replica(): Opened {
    if (this.#replica === undefined) throw new RangeError('a device is started before it is used');
    return this.#replica;
  }

  /** Opens the replica on these updates. */
  start(updates: readonly Uint8Array[], one: 'by one' | 'in one' = 'in one'): void {
    this.#replica?.close?.();
    this.#replica = undefined;
    const doc = new Y.Doc({ guid: 'section' });
    if (one === 'by one') for (const update of updates) Y.applyUpdate(doc, update);
    else if (updates.length > 0) doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
    doc.clientID = this.index + 1;
    const own: Uint8Array[] = [];
    this.#own = own;
    const open: { replica?: Opened } = {};
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      const isOwn =
        open.replica === undefined || this.#subject.isOwn === undefined
          ? transaction.local
          : this.#subject.isOwn(open.replica, transaction);
      if (isOwn) own.push(update);
    });
    open.replica = this.#subject.open({
      doc,
      index: this.index,
      now: () => this.#now() + this.years * yearInMs,
      newId: () => `${String.fromCodePoint(97 + this.index)}${(this.#ids += 1)}`,
      version: this.version,
      undoes: this.#undoes,
    });
    this.#replica = open.replica;
  }

  /** Stops, and starts again from the disk. */
  restart(from: StoredAs): void {
    if (from === 'state') this.disk = [Y.encodeStateAsUpdate(this.replica.doc)];
    else if (from === 'merged' && this.disk.length > 0) this.disk = [Y.mergeUpdates(this.disk)];
    else if (from === 'compacted')
      this.disk = [this.#subject.compact?.(this.disk, this.version) ?? compacted(this.disk)];
    this.start(this.disk, from === 'updates' ? 'by one' : 'in one');
  }

  /** Takes in what came from others. */
  receive(updates: readonly Uint8Array[], grouping: Grouping): void {
    if (updates.length === 0) return;
    if (this.#subject.receive === undefined) receiveUpdates(this.replica.doc, updates, grouping);
    else this.#subject.receive(this.replica, updates, grouping);
    this.disk.push(...updates);
    this.shown = undefined;
  }

  /** What the replica has written since this was last asked. */
  takeOwn(): readonly Uint8Array[] {
    if (this.#own.length === 0) return none;
    return this.#own.splice(0);
  }
}

const none: readonly Uint8Array[] = [];
const yearInMs = 31_557_600_000;

/** One update that says what these come to. */
function compacted(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc({ guid: 'compaction' });
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return Y.encodeStateAsUpdate(doc);
}
