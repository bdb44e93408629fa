import {
  openSection,
  type EditChange,
  type Draft,
  type Section,
  type SectionSchema,
  type View,
} from '@caseweave/record';
import * as Y from 'yjs';
import type { AuthoredUpdate, DemoSection } from './demo-record.ts';
import type { DemoPractitioner } from './practitioners.ts';

interface Copy<Schema extends SectionSchema> {
  readonly doc: Y.Doc;
  readonly section: Section<Schema>;
}

/**
 * A section that several people write by the library's own edits. While they hear of each other, their devices would hold
 * the same, so that one copy serves for all, each writing under a number of their own; apart, each has a copy.
 */
export class AuthoredSection<Schema extends SectionSchema> {
  readonly #schema: Schema;
  readonly #newId: () => string;
  readonly #shared: Copy<Schema>;
  readonly #authored: AuthoredUpdate[] = [];
  #at = 0;
  #writer: DemoPractitioner | undefined;
  #apart: ReadonlyMap<string, Copy<Schema>> = new Map();

  constructor(schema: Schema, newId: () => string) {
    this.#schema = schema;
    this.#newId = newId;
    this.#shared = this.#newCopy();
  }

  /** Somebody edits the section at a moment. */
  write<Result>(author: DemoPractitioner, at: number, change: EditChange<Draft<Schema>, Result>): Result {
    const { doc, section } = this.#copyOf(author);
    this.#at = at;
    this.#writer = author;
    doc.clientID = author.client;
    const outcome = section.edit(change);
    if (outcome.type === 'refused') {
      const [refusal] = outcome.refusals;
      throw new Error(`The demo writes what ${this.#schema.name} does not allow: ${refusal?.path}: ${refusal?.rule}`);
    }
    return outcome.result;
  }

  /** What somebody's device shows. */
  view(reader: DemoPractitioner): View<Schema> {
    return this.#copyOf(reader).section.view();
  }

  /** People edit while none hears of the others; afterwards they do. */
  apart(authors: readonly DemoPractitioner[], edits: () => void): void {
    const before = this.#authored.length;
    const state = Y.encodeStateAsUpdate(this.#shared.doc);
    const copies = new Map(authors.map(({ id }) => [id, this.#newCopy(state)]));
    this.#apart = copies;
    edits();
    this.#apart = new Map();
    // Whoever wrote last is heard of here like all the others.
    this.#shared.doc.clientID = 0;
    for (const { update } of this.#authored.slice(before)) Y.applyUpdate(this.#shared.doc, update);
    for (const copy of copies.values()) close(copy);
  }

  /** The section with all that was written; what one person wrote in succession is one update. */
  finish(): DemoSection {
    const authored: AuthoredUpdate[] = [];
    for (const next of this.#authored) {
      const last = authored.at(-1);
      if (last?.author !== next.author) authored.push(next);
      else authored[authored.length - 1] = { ...next, update: Y.mergeUpdates([last.update, next.update]) };
    }
    close(this.#shared);
    return { name: this.#schema.name, authored };
  }

  #copyOf({ id }: DemoPractitioner): Copy<Schema> {
    return this.#apart.get(id) ?? this.#shared;
  }

  #newCopy(state?: Uint8Array): Copy<Schema> {
    // A name of its own for each document costs more than all else about it, and nobody asks for it.
    const doc = new Y.Doc({ guid: 'demo' });
    if (state !== undefined) Y.applyUpdate(doc, state);
    const section = openSection(this.#schema, {
      doc,
      now: () => this.#at,
      newId: this.#newId,
      authorOf: () => undefined,
    });
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== section || this.#writer === undefined) return;
      const { id, client } = this.#writer;
      this.#authored.push({ author: id, client, at: this.#at, update });
    });
    return { doc, section };
  }
}

function close<Schema extends SectionSchema>({ section, doc }: Copy<Schema>): void {
  section.close();
  doc.destroy();
}
