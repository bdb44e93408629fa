import { createHash } from 'node:crypto';
import type { Happening, SectionOfRecord, Touched, UnitEntry } from '@caseweave/graphql';
import type { Known, Model, NamedWho, RecordState } from '@caseweave/model';
import {
  entityIds,
  openSection,
  readSectionAndQuestions,
  type Draft,
  type Json,
  type SectionSchema,
} from '@caseweave/record';
import * as Y from 'yjs';

export const NOW = Date.UTC(2026, 11, 1, 9);

/** A section that is kept, with every update that was made in it. */
export interface KeptSection extends SectionOfRecord {
  readonly schema: SectionSchema;
  readonly updates: { readonly position: number; readonly update: Uint8Array; readonly who: string }[];
}

/** An authority in the memory of a test: any model, with everything that GraphQL asks for. */
export class MemoryAuthority {
  readonly model: Model;
  readonly people = new Map<string, NamedWho>();
  readonly units = new Map<string, UnitEntry[]>();
  readonly facts = new Map<string, Pick<RecordState, 'record' | 'kind' | 'facts'>>();
  readonly kept: KeptSection[] = [];
  /** What was asked of the sources, in order. */
  readonly asked: string[] = [];
  readonly clients = new Map<number, string>();
  readonly done = new Map<string, { readonly request: string; readonly answer: unknown }>();
  readonly hearers = new Set<(happening: Happening) => void>();
  position = 1;
  now = NOW;
  /** Thrown by the next question for records, to see what becomes of a failure. */
  failure: Error | undefined;

  constructor(model: Model) {
    this.model = model;
  }

  person(id: string, name: string, who: object = {}, organisation: string | null = null): void {
    this.people.set(id, { who: { id, ...who }, name, organisation });
  }

  unit(kind: string, id: string, name: string): void {
    this.units.set(kind, [...(this.units.get(kind) ?? []), { id, name }]);
  }

  /** A record with facts as they are, and its sections, all empty. */
  record(record: string, kind: string, facts: object): void {
    this.facts.set(record, { record, kind, facts });
    for (const one of this.facts.keys()) this.createSections(one);
  }

  createSections(record: string): void {
    const state = this.state(record);
    if (state === undefined) return;
    for (const name of this.model.sectionNames(state, this.known)) {
      const schema = this.model.section(name)?.schema;
      if (schema === undefined || this.kept.some((one) => one.record === record && one.name === name)) continue;
      this.kept.push({ id: idOf(`${record}/${name}`), record, name, schema, updates: [] });
    }
  }

  /** Writes in a section as somebody, on what there is. */
  write<Schema extends SectionSchema>(
    who: string,
    record: string,
    schema: Schema,
    change: (draft: Draft<Schema>) => void,
  ): void {
    this.apart(record, schema, [[who, change]]);
  }

  /** The same as several who know nothing of each other. */
  apart<Schema extends SectionSchema>(
    record: string,
    schema: Schema,
    changes: readonly (readonly [who: string, change: (draft: Draft<Schema>) => void])[],
  ): void {
    const section = this.section(record, schema.name);
    const updates = changes.map(([who, change]) => {
      const doc = this.document(section);
      doc.clientID = this.client(who);
      const before = Y.encodeStateVector(doc);
      const open = openSection(schema, { doc, now: () => this.now, newId: this.newIds(), authorOf: () => undefined });
      const outcome = open.edit(change);
      if (outcome.type === 'refused') throw new Error(JSON.stringify(outcome.refusals));
      return { who, update: Y.encodeStateAsUpdate(doc, before) };
    });
    for (const { who, update } of updates) this.append(section, who, update);
    this.tell([record], [section]);
  }

  append(section: KeptSection, who: string, update: Uint8Array): void {
    this.position += 1;
    section.updates.push({ position: this.position, update, who });
  }

  section(record: string, name: string): KeptSection {
    const found = this.kept.find((one) => one.record === record && one.name === name);
    if (found === undefined) throw new Error(`There is no section ${name} of ${record}.`);
    return found;
  }

  document(section: KeptSection, upTo = Number.MAX_SAFE_INTEGER): Y.Doc {
    const doc = new Y.Doc();
    for (const { position, update } of section.updates) if (position <= upTo) Y.applyUpdate(doc, update);
    return doc;
  }

  client(who: string): number {
    const client = 1 + this.clients.size;
    this.clients.set(client, who);
    return client;
  }

  newIds(): () => string {
    return entityIds((length) => Uint8Array.from({ length }, () => this.random()));
  }

  #random = 7;
  random(): number {
    this.#random = (this.#random * 1103515245 + 12345) % 2147483648;
    return this.#random % 251;
  }

  state(record: string): RecordState | undefined {
    const own = this.facts.get(record);
    if (own === undefined) return undefined;
    const linkedFrom = [...this.facts.values()].filter(({ kind, facts }) =>
      this.model.kinds.get(kind)?.index.links(facts).includes(record),
    );
    return { ...own, linkedFrom: linkedFrom.map((one) => ({ ...one, linkedFrom: [] })) };
  }

  readonly known: Known = {
    who: (id) => this.people.get(id) ?? null,
    unit: (kind, id) => this.units.get(kind)?.find((one) => one.id === id) ?? null,
    state: (record) => this.state(record) ?? null,
  };

  shown({ name, schema, ...section }: KeptSection): Json {
    const part = this.model.section(name)?.part;
    const { view, questions } = readSectionAndQuestions(schema, this.document({ name, schema, ...section }));
    return part?.list?.show(view, questions.length) ?? null;
  }

  /** Tells those who follow that something has happened to records. */
  tell(records: readonly string[], written: readonly SectionOfRecord[], decided: Touched['decided'] = []): void {
    const touched = new Set(
      records.flatMap((record) => [record, ...(this.state(record)?.linkedFrom ?? []).map((one) => one.record)]),
    );
    const happened = [...touched].flatMap((record): Touched[] => {
      const state = this.state(record);
      if (state === undefined) return [];
      const before = decided.find((one) => one.record === record)?.state;
      const keysOf = (one: RecordState): readonly string[] => this.model.kinds.get(one.kind)?.index.keys(one) ?? [];
      const keys = new Set([...keysOf(state), ...(before == null ? [] : keysOf(before))]);
      return [{ record, kind: state.kind, keys, written, decided }];
    });
    this.hear({ type: 'touched', position: this.position, records: happened, people: new Set() });
  }

  hear(happening: Happening): void {
    for (const hear of this.hearers) hear(happening);
  }

  author(client: number): NamedWho | undefined {
    return this.people.get(this.clients.get(client) ?? '');
  }
}

/** An id in the form of this system, always the same for the same words. */
export const idOf = (words: string): string =>
  `${createHash('sha256').update(words).digest('base64url').slice(0, 21)}A`;
