import { openSection, type Draft, type Section, type SectionSchema, type View } from '@caseweave/record';
import * as Y from 'yjs';
import type { AuthoredUpdate, DemoSection } from './demo-record.ts';
import type { DemoPractitioner } from './practitioners.ts';

interface Device<Schema extends SectionSchema> {
  readonly doc: Y.Doc;
  readonly section: Section<Schema>;
}

/** A section that several people write, each on a device of their own, by the library's own edits. */
export class AuthoredSection<Schema extends SectionSchema> {
  readonly #schema: Schema;
  readonly #newId: () => string;
  readonly #devices = new Map<string, Device<Schema>>();
  readonly #authored: AuthoredUpdate[] = [];
  #at = 0;
  #apart: (() => void)[] | undefined;

  constructor(schema: Schema, newId: () => string) {
    this.#schema = schema;
    this.#newId = newId;
  }

  /** Somebody edits the section at a moment. */
  write<Result>(author: DemoPractitioner, at: number, change: (draft: Draft<Schema>) => Result): Result {
    this.#at = at;
    const outcome = this.#deviceOf(author).section.edit(change);
    if (outcome.type === 'refused') {
      const [refusal] = outcome.refusals;
      throw new Error(`The demo writes what ${this.#schema.name} does not allow: ${refusal?.path}: ${refusal?.rule}`);
    }
    return outcome.result;
  }

  /** What somebody's device shows. */
  view(reader: DemoPractitioner): View<Schema> {
    return this.#deviceOf(reader).section.view();
  }

  /** People edit while none hears of the others; afterwards they do. */
  apart(authors: readonly DemoPractitioner[], edits: () => void): void {
    for (const author of authors) this.#deviceOf(author);
    const waiting: (() => void)[] = [];
    this.#apart = waiting;
    edits();
    this.#apart = undefined;
    for (const deliver of waiting) deliver();
  }

  /** The section with all that was written; what one person wrote in succession is one update. */
  finish(): DemoSection {
    const authored: AuthoredUpdate[] = [];
    for (const next of this.#authored) {
      const last = authored.at(-1);
      if (last?.author !== next.author) authored.push(next);
      else authored[authored.length - 1] = { ...next, update: Y.mergeUpdates([last.update, next.update]) };
    }
    for (const { section, doc } of this.#devices.values()) {
      section.close();
      doc.destroy();
    }
    return { name: this.#schema.name, authored };
  }

  #deviceOf(author: DemoPractitioner): Device<Schema> {
    const known = this.#devices.get(author.id);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    doc.clientID = author.client;
    for (const { update } of this.#authored) Y.applyUpdate(doc, update);
    const section = openSection(this.#schema, {
      doc,
      now: () => this.#at,
      newId: this.#newId,
      authorOf: () => undefined,
    });
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === section) this.#take(author, update);
    });
    const device = { doc, section };
    this.#devices.set(author.id, device);
    return device;
  }

  #take(author: DemoPractitioner, update: Uint8Array): void {
    this.#authored.push({ author: author.id, client: author.client, at: this.#at, update });
    const deliver = (): void => {
      for (const [id, { doc }] of this.#devices) if (id !== author.id) Y.applyUpdate(doc, update);
    };
    if (this.#apart === undefined) deliver();
    else this.#apart.push(deliver);
  }
}
