import { openSection, openUndo, type Section, type SectionSchema, type UndoStack } from '@caseweave/record';
import * as Y from 'yjs';
import type { AppCode } from '../app-code/app-code.ts';
import { guardEvents } from '../app-code/listeners.ts';
import { SectionPresence } from '../presence/section-presence.ts';
import { applyAll, RECEIVED } from './build-document.ts';
import { clocksOf, holds, inCausalOrder } from './causal.ts';
import { typedPlace, type TypedPlace } from './typed-words.ts';

/** A document to open a section on. */
export interface LoadedDocument {
  readonly doc: Y.Doc;
  /** Received and not yet in the document. */
  readonly waiting: readonly Uint8Array[];
  /** The clientID to write under; null where this tab may not write. */
  readonly client: number | null;
}

/** What was written in the document here, by an edit, an editor or by hand. */
export interface WrittenHere {
  readonly update: Uint8Array;
  /** The text that was typed in; null for an edit of the section. */
  readonly typed: TypedPlace | null;
}

/** What a document needs of the section that it is behind. */
export interface DocumentHandlers {
  readonly appCode: AppCode;
  now(): number;
  newId(): string;
  authorOf(client: number): { id: string; name: string; organisation?: string } | undefined;
  /** The open sections of a name that this one may refer to. */
  others(name: string): readonly Section<SectionSchema>[];
  /** This person has written here, also after another document has taken the place of this one. */
  written(written: WrittenHere): void;
  /** Something was brought in that is neither the server's nor this person's. */
  intruded(): void;
  /** What the section says has changed. */
  changed(section: Section<SectionSchema>): void;
  /** This person's place has changed; null when they have left. */
  moved(state: string | null): void;
}

/** One document behind an open section, from its opening to its rebuild. */
export class SectionDocument {
  readonly section: Section<SectionSchema>;
  readonly client: number | null;
  readonly presence: SectionPresence;
  readonly undo: UndoStack;
  readonly #handlers: DocumentHandlers;
  #waiting: readonly Uint8Array[];
  #seen: object;
  #unsubscribe: () => void;
  #lastTyped: TypedPlace | null = null;

  constructor(schema: SectionSchema, { doc, waiting, client }: LoadedDocument, handlers: DocumentHandlers) {
    this.#handlers = handlers;
    this.#waiting = waiting;
    this.client = client;
    if (client !== null) doc.clientID = client;
    const { appCode } = handlers;
    guardEvents(doc, appCode);
    this.section = openSection(schema, {
      doc,
      now: () => handlers.now(),
      newId: () => handlers.newId(),
      authorOf: (id) => handlers.authorOf(id),
      others: (name) => handlers.others(name),
      onError: appCode.reportOfSection,
      isReceived: (origin) => origin === RECEIVED,
    });
    this.presence = new SectionPresence(doc, appCode, (state) => handlers.moved(state));
    doc.on('update', this.#onUpdate);
    // Of this document alone: what an edit that was not taken had written is not there to be taken back.
    this.undo = openUndo([this.section]);
    this.#seen = this.section.view();
    this.#unsubscribe = this.section.subscribe(this.#hear);
  }

  /** Brings in what the server sent, as far as all that it builds on is known; the rest waits. */
  receive(updates: readonly Uint8Array[]): void {
    const { doc } = this.section;
    const { ready, waiting, known } = inCausalOrder(clocksOf(doc), [...this.#waiting, ...updates]);
    this.#waiting = waiting;
    try {
      applyAll(doc, ready);
    } catch (error) {
      // Who observes a text is called when all is in the document.
      if (!holds(doc, known)) throw error;
      this.#handlers.appCode.report('listener', error);
    }
  }

  /** Whether Yjs has seen another write under this tab's clientID (a copied profile): the document must be rebuilt. */
  get hasLostItsClient(): boolean {
    return this.client !== null && this.section.doc.clientID !== this.client;
  }

  /** Follows what is open around the section now, and tells if that changes what it says. */
  follow(): void {
    this.#unsubscribe();
    this.#unsubscribe = this.section.subscribe(this.#hear);
    if (this.section.view() !== this.#seen) this.#hear();
  }

  stop(): void {
    const { doc } = this.section;
    this.#unsubscribe();
    this.undo.close();
    this.presence.close();
    this.section.close();
    doc.destroy();
    // An editor that has not been told yet may still be typing here.
    doc.on('update', this.#onUpdate);
  }

  readonly #hear = (): void => {
    this.#seen = this.section.view();
    this.#handlers.changed(this.section);
  };

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === RECEIVED) return;
    if (!this.section.isOwn(transaction)) return this.#handlers.intruded();
    const typed = origin === this.section ? this.#typedBefore(transaction) : typedPlace(transaction);
    this.#lastTyped = typed;
    this.#handlers.written({ update, typed });
  };

  /** The version that a first typing notes behind itself belongs to what was typed. */
  #typedBefore(transaction: Y.Transaction): TypedPlace | null {
    const isMark = Array.from(transaction.changed.keys()).every(isVersions);
    return isMark ? this.#lastTyped : null;
  }
}

const isVersions = (type: Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never): boolean =>
  type._item === null && Y.findRootTypeKey(type) === 'versions';
