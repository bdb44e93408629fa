import type {
  ChangeNote,
  EditOutcome,
  Refusal,
  Section,
  SectionSchema,
  UndoOutcome,
  UndoStack,
} from '@caseweave/record';
import type { Acts, RecordId, SectionId } from '@caseweave/protocol';
import type { Awareness } from 'y-protocols/awareness';
import type { AppCode } from '../app-code/app-code.ts';
import { Listeners } from '../app-code/listeners.ts';
import type { SectionPresence } from '../presence/section-presence.ts';
import type { SectionRow } from '../stored/rows.ts';
import type { OpenSection, Writing } from './open-section.ts';
import { type Settled, SettledQuestions } from './settled.ts';
import { type LoadedDocument, SectionDocument, type WrittenHere } from './section-document.ts';
import type { TypedPlace } from './typed-words.ts';

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
  /** Something was brought into the document that is neither the server's nor this person's. */
  intruded(live: LiveSection): void;
  /** This person's place has changed; null when they have left. */
  moved(section: SectionId, client: number | null, state: string | null): void;
}

/** A section of an open record on this device. */
export class LiveSection implements OpenSection {
  readonly record: RecordId;
  readonly section: SectionId;
  readonly name: string;
  generation = 0;
  readonly schema: SectionSchema;
  readonly #host: SectionHost;
  readonly #listeners: Listeners;
  readonly #settledQuestions = new SettledQuestions();
  #document: SectionDocument;
  #noted: PendingEdit | null = null;
  #together: readonly SectionId[] | null = null;
  #isClosed = false;
  #lastRow: SectionRow;

  constructor(row: SectionRow, schema: SectionSchema, loaded: LoadedDocument, host: SectionHost) {
    this.record = row.record;
    this.section = row.section;
    this.name = row.name;
    this.#lastRow = row;
    this.schema = schema;
    this.#host = host;
    this.#listeners = new Listeners(host.appCode);
    this.#document = this.#stand(loaded);
  }

  get row(): SectionRow {
    this.#lastRow = this.#host.row(this.section) ?? this.#lastRow;
    return this.#lastRow;
  }

  get acts(): Acts {
    return this.row.acts;
  }

  get current(): Section<SectionSchema> {
    return this.#document.section;
  }

  get client(): number | null {
    return this.#document.client;
  }

  get presence(): Awareness {
    return this.#document.presence.awareness;
  }

  /** The presence of others is brought in here. */
  get others(): SectionPresence {
    return this.#document.presence;
  }

  settled(): readonly Settled[] {
    return this.#settledQuestions.list;
  }

  writing(): Writing {
    if (this.#isClosed) return { type: 'read-only', code: 'closed', words: 'This part of the record is closed.' };
    return this.#host.writing(this.section, this.#document.client);
  }

  /** The section with all that may be done in it: for an edit that spans several. */
  get whole(): Section<SectionSchema> {
    return this.#document.section;
  }

  /** Counts what is edited now as a part of an edit that spans sections, until it is told what that did here. */
  beginPart(together: readonly SectionId[]): (changes: readonly ChangeNote[]) => void {
    this.#together = together;
    this.#noted = null;
    return (changes) => {
      this.#together = null;
      if (this.#noted !== null) this.#noteChanges(this.#noted, changes);
    };
  }

  edit: OpenSection['edit'] = (change, options) => this.#guarded(() => this.#document.section.edit(change, options));

  settle: OpenSection['settle'] = (questionId, value, options) =>
    this.#guarded(() => this.#document.section.settle(questionId, value, options));

  undo(): UndoOutcome {
    return this.#takingBack((stack) => stack.undo());
  }

  redo(): UndoOutcome {
    return this.#takingBack((stack) => stack.redo());
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Brings in what the server sent, as far as all that it builds on is known; the rest waits. */
  receive(updates: readonly Uint8Array[]): void {
    this.#document.receive(updates);
  }

  /** Whether Yjs has seen another write under this tab's clientID: the document must be rebuilt. */
  hasLostItsClient(): boolean {
    return this.#document.hasLostItsClient;
  }

  /** Puts another document behind this section. */
  rebuild(loaded: LoadedDocument): void {
    this.#document.stop();
    this.generation += 1;
    this.#document = this.#stand(loaded);
    this.tell();
    this.#host.changed();
  }

  /** Follows what is open around this section now, and tells if that changes what this one says. */
  lookAround(): void {
    this.#document.follow();
  }

  tell(): void {
    this.#listeners.tell();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#document.stop();
    this.tell();
    this.#listeners.clear();
    this.#host.changed();
  }

  #stand(loaded: LoadedDocument): SectionDocument {
    const { section, record, generation } = this;
    const host = this.#host;
    const document = new SectionDocument(this.schema, loaded, {
      appCode: host.appCode,
      now: () => host.now(),
      newId: () => host.newId(),
      authorOf: (client) => host.authorOf(section, client),
      others: (name) => host.others(record, name),
      written: (written) => this.#written(written, generation),
      intruded: () => {
        if (generation === this.generation) host.intruded(this);
      },
      changed: (changed) => {
        this.#settledQuestions.look(changed);
        this.tell();
      },
      moved: (state) => host.moved(section, loaded.client, state),
    });
    this.#settledQuestions.begin(document.section);
    return document;
  }

  #written({ update, typed }: WrittenHere, generation: number): void {
    const pending: PendingEdit = {
      live: this,
      generation,
      row: this.row,
      update,
      at: this.#host.now(),
      mayWrite: this.writing().type === 'may-write',
      typed,
      // What a listener types meanwhile is no part of the edit that it listens to.
      together: typed === null ? this.#together : null,
      changes: [],
    };
    if (typed === null) this.#noted ??= pending;
    this.#host.edited(pending);
  }

  #takingBack(take: (stack: UndoStack) => UndoOutcome): UndoOutcome {
    const refusal = this.#refusal();
    if (refusal !== null) return { type: 'refused', refusals: [{ ...refusal, section: 0 }] };
    this.#noted = null;
    const outcome = take(this.#document.undo);
    if (outcome.type === 'taken-back' && this.#noted !== null) this.#noteChanges(this.#noted, outcome.changes[0] ?? []);
    return outcome;
  }

  /** Why this tab may not write here now; null if it may. */
  #refusal(): Refusal | null {
    const writing = this.writing();
    if (writing.type === 'may-write') return null;
    const remedy = 'Keep what you wrote, and enter it where it may be written.';
    return { code: 'closed', path: '', rule: writing.words, remedy };
  }

  #guarded<Result>(write: () => EditOutcome<Result>): EditOutcome<Result> {
    const refusal = this.#refusal();
    if (refusal !== null) return { type: 'refused', refusals: [refusal] };
    this.#noted = null;
    const outcome = write();
    // The update came within the edit, the words for it come now; the store is not asked before both are there.
    if (outcome.type === 'edited' && this.#noted !== null) this.#noteChanges(this.#noted, outcome.changes);
    return outcome;
  }

  #noteChanges(pending: PendingEdit, changes: readonly ChangeNote[]): void {
    pending.changes = changes;
  }
}
