import { hasToDoWith, isSeen, toldFacts } from '@caseweave/model';
import type { Acts, Known, Model, NamedSection, NamedWho, RecordState } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import type { GraphQLSources, SignedIn, UnitEntry } from '../sources/graphql-sources.ts';
import type { ListAsked, ListWords, SearchedMembers, ListPlace } from '../sources/record-lists.ts';
import type { SectionOfRecord } from '../sources/section-of-record.ts';
import { around, type Around } from './around.ts';
import { loadersFor, type Loaders } from './loaders.ts';
import type { ReadableRecord, Reading } from './reading.ts';
import { openToRead } from './section-reader.ts';
import { idsIn } from './told.ts';

/** A record as it stands, whoever asks. */
export interface RecordStanding {
  readonly state: RecordState;
  readonly known: Known;
  /** The names of its sections. */
  readonly sections: readonly string[];
}

/**
 * Whoever asks, and everything that they may read.
 *
 * All content goes through here, and nothing leaves that the model does not allow. A record or a section that is
 * forbidden and one that does not exist are the same answer, undefined, found by the same steps.
 */
export class Viewer {
  /** The model, under the rights that are in force. */
  readonly model: Model;
  readonly me: NamedWho;
  /** When rights are judged. */
  readonly at: number;
  /** The position of the log that everything read here reflects. */
  readonly position: number;
  readonly #load: Loaders;
  readonly #sources: GraphQLSources;
  readonly #memory = new Map<string, Promise<unknown>>();

  constructor(sources: GraphQLSources, { who, at }: SignedIn) {
    this.model = sources.modelNow();
    this.me = who;
    this.at = at;
    this.position = sources.position();
    this.#load = loadersFor(sources);
    this.#sources = sources;
  }

  /** A record of which this viewer may read something; undefined where they may not, or there is none. */
  async record(id: string, kind?: string): Promise<ReadableRecord | undefined> {
    const [state, sections] = await Promise.all([this.#load.state.load(id), this.sections(id)]);
    if (state === undefined || sections.length === 0 || (kind !== undefined && state.kind !== kind)) return undefined;
    return { id, kind: state.kind };
  }

  /** The sections of a record that this viewer may read, by name. */
  sections(record: string): Promise<readonly SectionOfRecord[]> {
    return this.#once(`sections/${record}`, async () => {
      const [state, sections] = await Promise.all([this.#load.state.load(record), this.#load.sections.load(record)]);
      if (state === undefined) return [];
      return sections.filter(({ name }) => this.#may(name, state)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  /** A section of a record that this viewer may read, and what they may do with it. */
  async acts(section: string, record: string): Promise<{ section: SectionOfRecord; acts: Acts } | undefined> {
    const [state, found] = await Promise.all([this.#load.state.load(record), this.#section(section, record)]);
    if (state === undefined || found === undefined) return undefined;
    return { section: found, acts: this.model.acts(this.me.who, section, state, this.at) };
  }

  /** What a section of a record says, where this viewer may read it. */
  read(named: NamedSection, record: ReadableRecord): Promise<Reading | undefined> {
    return this.#once(`read/${named.name}/${record.id}`, async () => {
      const state = await this.#load.state.load(record.id);
      if (state === undefined) return undefined;
      const { model, me, at } = this;
      const document = async (name: string) => {
        const found = await this.#section(name, record.id);
        return found === undefined ? undefined : this.#load.document.load(found.id);
      };
      const section = await openToRead({ model, me, at, state, document }, named);
      return section && { record, named, view: section.view(), questions: section.questions(), section };
    });
  }

  /** What lists show of a section of a record, where this viewer may read it. */
  async inBrief(section: string, record: string): Promise<Json | undefined> {
    const found = await this.#section(section, record);
    return found === undefined ? undefined : this.#load.projection.load(found.id);
  }

  /** What this viewer is told of a record's facts, as devices are. */
  told({ id }: ReadableRecord): Promise<Json> {
    return this.#once(`told/${id}`, async () => {
      const state = await this.#load.state.load(id);
      if (state === undefined) return null;
      return toldFacts(this.model, this.me.who, state, await this.#load.known.load(state), this.at);
    });
  }

  /** Somebody whose id stands in what this viewer is told of a record's facts. */
  async toldPerson(id: string, record: ReadableRecord): Promise<NamedWho | undefined> {
    const ids = await this.#once(`told ids/${record.id}`, async () => idsIn(await this.told(record)));
    return ids.has(id) ? this.#load.principal.load(id) : undefined;
  }

  /** Somebody who has to do with a record, by an id that somebody wrote in it, where this viewer may know of them. */
  async namedPerson(id: string, record: ReadableRecord): Promise<NamedWho | undefined> {
    const { states } = await this.#around(record);
    const found = await this.#load.principal.load(id);
    if (found === undefined) return undefined;
    const near = states.filter((state) => hasToDoWith(this.model, id, found.who, state, this.at));
    return near.some((state) => isSeen(this.model, this.me.who, found.who, state, this.at)) ? found : undefined;
  }

  /** A record around another, by an id that somebody wrote in it, where this viewer may read something of it. */
  async linked(id: string, kind: string, record: ReadableRecord): Promise<ReadableRecord | undefined> {
    const { links } = await this.#around(record);
    return links.has(id) ? this.record(id, kind) : undefined;
  }

  /** Whoever asks, as the directory has them. */
  self(): Promise<NamedWho | undefined> {
    return this.#load.principal.load(this.me.who.id);
  }

  /** A unit of the directory, which everybody may know of. */
  unit(kind: string, id: string): Promise<UnitEntry | undefined> {
    return this.#load.unit.load({ kind, id });
  }

  /** All units of a kind, by name. */
  units(kind: string): Promise<readonly UnitEntry[]> {
    return this.#load.units.load(kind);
  }

  /** Records that may concern this viewer, in order; each is still to be asked for. */
  listed(asked: ListAsked, page: { readonly after: ListPlace | null; readonly limit: number | null }) {
    const key = JSON.stringify(['listed', asked, page]);
    return this.#once(key, () => this.#sources.listed(this.me.who, asked, page));
  }

  /** The same with the words by which they may be found. */
  listedWords(asked: ListAsked, searched: SearchedMembers): Promise<readonly ListWords[]> {
    const key = JSON.stringify(['words', asked, searched]);
    return this.#once(key, () => this.#sources.listedWords(this.me.who, asked, searched));
  }

  /** Of some records, those of which this viewer may read a section of that name; null for any section. */
  async readable(section: string | null, records: readonly string[]): Promise<ReadonlyMap<string, ReadableRecord>> {
    const found = await Promise.all(
      [...new Set(records)].map(async (id): Promise<ReadableRecord | undefined> => {
        if (section === null) return this.record(id);
        const state = await this.#load.state.load(id);
        return state !== undefined && this.#may(section, state) ? { id, kind: state.kind } : undefined;
      }),
    );
    return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one]])));
  }

  /** A record as it stands, with what is known around it and the names of its sections: to judge what of a change is told. */
  async standing(record: string): Promise<RecordStanding | undefined> {
    const [state, sections] = await Promise.all([this.#load.state.load(record), this.#load.sections.load(record)]);
    if (state === undefined) return undefined;
    return { state, known: await this.#load.known.load(state), sections: sections.map(({ name }) => name) };
  }

  #may(section: string, state: RecordState): boolean {
    return this.model.may(this.me.who, 'read', section, state, this.at);
  }

  #around(record: ReadableRecord): Promise<Around> {
    return this.#once(`around/${record.id}`, () =>
      around(this.model, record, {
        state: (id) => this.#load.state.load(id),
        isReadable: async (id) => (await this.sections(id)).length > 0,
      }),
    );
  }

  async #section(name: string, record: string): Promise<SectionOfRecord | undefined> {
    return (await this.sections(record)).find((section) => section.name === name);
  }

  /** What one operation asks for under several names is read once. */
  #once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#memory.get(key) ?? ask();
    this.#memory.set(key, known);
    return known as Promise<Answer>;
  }
}
