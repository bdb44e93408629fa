import {
  type ChangeNote,
  type EditOutcome,
  openSection,
  openUndo,
  type Refusal,
  type Section,
  type SectionSchema,
  type UndoOutcome,
  type UndoStack,
} from '@caseweave/record';
import type { Acts, RecordId, SectionId } from '@caseweave/protocol';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { AppCode } from '../app-code/app-code.ts';
import { guardEvents, Listeners } from '../app-code/listeners.ts';
import { SectionPresence } from '../presence/section-presence.ts';
import type { SectionRow } from '../stored/rows.ts';
import { applyAll, RECEIVED } from './build-document.ts';
import { clocksOf, holds, inCausalOrder } from './causal.ts';
import type { OpenSection, Writing } from './open-section.ts';
import { type Settled, SettledQuestions } from './settled.ts';
import { typedPlace, type TypedPlace } from './typed-words.ts';

/** An edit that is in the document and not yet in the store. */
export interface PendingEdit {
  readonly live: LiveSection;
  readonly generation: number;
  readonly row: SectionRow;
  readonly update: Uint8Array;
  readonly at: number;
  /** Whether this tab might write when it was made. */
  readonly mayWrite: boolean;
  /** The text that was typed in; null for an edit of the section. */
  readonly typed: TypedPlace | null;
  /** The sections of the edit that this is a part of, the same list for all its parts; null for an edit of this alone. */
  readonly together: readonly SectionId[] | null;
  /** What it did, once the edit has said so. */
  changes: readonly ChangeNote[];
}

/** A document to open a section on. */
export interface LoadedDocument {
  readonly doc: Y.Doc;
  /** Received and not yet in the document. */
  readonly waiting: readonly Uint8Array[];
  /** The clientID to write under; null where this tab may not write. */
  readonly client: number | null;
}

/** What an open section needs of the caseload. */
export interface SectionHost {
  readonly appCode: AppCode;
  now(): number;
  newId(): string;
  row(section: SectionId): SectionRow | undefined;
  authorOf(section: SectionId, client: number): { id: string; name: string; organisation?: string } | undefined;
  writing(section: SectionId, client: number | null): Writing;
  /** The open sections of a name that a section of this record may refer to. */
  others(record: RecordId, name: string): readonly Section<SectionSchema>[];
  /** A section is closed, or stands on another document. */
  changed(): void;
  /** An edit of this tab is in the document. */
  edited(pending: PendingEdit): void;
  /** This person's place has changed; null when they have left. */
  moved(section: SectionId, client: number | null, state: string | null): void;
}

/** One document behind an open section, from its opening to its rebuild. */
interface Standing {
  readonly section: Section<SectionSchema>;
  readonly client: number | null;
  readonly presence: SectionPresence;
  readonly undo: UndoStack;
  readonly follow: () => void;
  readonly stop: () => void;
}

/** A section of an open record on this device. */
export class LiveSection implements OpenSection {
  readonly record: RecordId;
  readonly section: SectionId;
  readonly name: string;
  generation = 0;
  readonly schema: SectionSchema;
  private readonly host: SectionHost;
  private readonly listeners: Listeners;
  private readonly settledQuestions = new SettledQuestions();
  private standing: Standing;
  private waiting: readonly Uint8Array[] = [];
  private noted: PendingEdit | null = null;
  private together: readonly SectionId[] | null = null;
  private isClosed = false;
  private lastRow: SectionRow;

  constructor(row: SectionRow, schema: SectionSchema, loaded: LoadedDocument, host: SectionHost) {
    this.record = row.record;
    this.section = row.section;
    this.name = row.name;
    this.lastRow = row;
    this.schema = schema;
    this.host = host;
    this.listeners = new Listeners(host.appCode);
    this.standing = this.stand(loaded);
  }

  get row(): SectionRow {
    this.lastRow = this.host.row(this.section) ?? this.lastRow;
    return this.lastRow;
  }

  get acts(): Acts {
    return this.row.acts;
  }

  get current(): Section<SectionSchema> {
    return this.standing.section;
  }

  get client(): number | null {
    return this.standing.client;
  }

  get presence(): Awareness {
    return this.standing.presence.awareness;
  }

  /** The presence of others is brought in here. */
  get others(): SectionPresence {
    return this.standing.presence;
  }

  settled(): readonly Settled[] {
    return this.settledQuestions.list;
  }

  writing(): Writing {
    if (this.isClosed) return { type: 'read-only', code: 'closed', words: 'This part of the record is closed.' };
    return this.host.writing(this.section, this.standing.client);
  }

  /** The section with all that may be done in it: for an edit that spans several. */
  get whole(): Section<SectionSchema> {
    return this.standing.section;
  }

  /** Counts what is edited now as a part of an edit that spans sections, until it is told what that did here. */
  beginPart(together: readonly SectionId[]): (changes: readonly ChangeNote[]) => void {
    this.together = together;
    this.noted = null;
    return (changes) => {
      this.together = null;
      if (this.noted !== null) this.noteChanges(this.noted, changes);
    };
  }

  edit: OpenSection['edit'] = (change, options) => this.guarded(() => this.standing.section.edit(change, options));

  settle: OpenSection['settle'] = (questionId, value, options) =>
    this.guarded(() => this.standing.section.settle(questionId, value, options));

  undo(): UndoOutcome {
    return this.takingBack((stack) => stack.undo());
  }

  redo(): UndoOutcome {
    return this.takingBack((stack) => stack.redo());
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.subscribe(listener);
  }

  /** Brings in what the server sent, as far as all that it builds on is known; the rest waits. */
  receive(updates: readonly Uint8Array[]): void {
    const { doc } = this.standing.section;
    const { ready, waiting, known } = inCausalOrder(clocksOf(doc), [...this.waiting, ...updates]);
    this.waiting = waiting;
    try {
      applyAll(doc, ready);
    } catch (error) {
      // Who observes a text is called when all is in the document.
      if (!holds(doc, known)) throw error;
      this.host.appCode.report('listener', error);
    }
  }

  /** Whether Yjs has seen another write under this tab's clientID (a copied profile): the document must be rebuilt. */
  hasLostItsClient(): boolean {
    const { client, section } = this.standing;
    return client !== null && section.doc.clientID !== client;
  }

  /** Puts another document behind this section. */
  rebuild(loaded: LoadedDocument): void {
    this.standing.stop();
    this.generation += 1;
    this.standing = this.stand(loaded);
    this.tell();
    this.host.changed();
  }

  /** Follows what is open around this section now, and tells if that changes what this one says. */
  lookAround(): void {
    this.standing.follow();
  }

  tell(): void {
    this.listeners.tell();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.standing.stop();
    this.tell();
    this.listeners.clear();
    this.host.changed();
  }

  private stand({ doc, waiting, client }: LoadedDocument): Standing {
    this.waiting = waiting;
    if (client !== null) doc.clientID = client;
    const { appCode } = this.host;
    guardEvents(doc, appCode);
    const section = openSection(this.schema, {
      doc,
      now: () => this.host.now(),
      newId: () => this.host.newId(),
      authorOf: (id) => this.host.authorOf(this.section, id),
      others: (name) => this.host.others(this.record, name),
      onError: appCode.reportOfSection,
    });
    const presence = new SectionPresence(doc, appCode, (state) => this.host.moved(this.section, client, state));
    const generation = this.generation;
    const onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin === RECEIVED || !section.isOwn(transaction)) return;
      const typed = origin === section ? null : typedPlace(transaction);
      const mayWrite = this.writing().type === 'may-write';
      const pending = {
        live: this,
        generation,
        row: this.row,
        update,
        at: this.host.now(),
        mayWrite,
        typed,
        together: this.together,
        changes: [],
      };
      this.noted = pending;
      this.host.edited(pending);
    };
    doc.on('update', onUpdate);
    this.settledQuestions.begin(section);
    // Of this document alone: what an edit that was not taken had written is not there to be taken back.
    const undo = openUndo([section]);
    let seen = section.view();
    const hear = () => {
      seen = section.view();
      this.settledQuestions.look(section);
      this.tell();
    };
    let unsubscribe = section.subscribe(hear);
    const follow = () => {
      unsubscribe();
      unsubscribe = section.subscribe(hear);
      if (section.view() !== seen) hear();
    };
    const stop = () => {
      unsubscribe();
      undo.close();
      doc.off('update', onUpdate);
      presence.close();
      section.close();
      doc.destroy();
    };
    return { section, client, presence, undo, follow, stop };
  }

  private takingBack(take: (stack: UndoStack) => UndoOutcome): UndoOutcome {
    const refusal = this.refusal();
    if (refusal !== null) return { type: 'refused', refusals: [{ ...refusal, section: 0 }] };
    this.noted = null;
    const outcome = take(this.standing.undo);
    if (outcome.type === 'taken-back' && this.noted !== null) this.noteChanges(this.noted, outcome.changes[0] ?? []);
    return outcome;
  }

  /** Why this tab may not write here now; null if it may. */
  private refusal(): Refusal | null {
    const writing = this.writing();
    if (writing.type === 'may-write') return null;
    const remedy = 'Keep what you wrote, and enter it where it may be written.';
    return { code: 'closed', path: '', rule: writing.words, remedy };
  }

  private guarded<Result>(write: () => EditOutcome<Result>): EditOutcome<Result> {
    const refusal = this.refusal();
    if (refusal !== null) return { type: 'refused', refusals: [refusal] };
    this.noted = null;
    const outcome = write();
    // The update came within the edit, the words for it come now; the store is not asked before both are there.
    if (outcome.type === 'edited' && this.noted !== null) this.noteChanges(this.noted, outcome.changes);
    return outcome;
  }

  private noteChanges(pending: PendingEdit, changes: readonly ChangeNote[]): void {
    pending.changes = changes;
  }
}
