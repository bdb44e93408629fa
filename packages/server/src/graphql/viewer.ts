import {
  actsOn,
  hiddenPractitioner,
  may,
  seesHub,
  seesPractitioner,
  teamAt,
  type Acts,
  type Principal,
  type RecordFacts,
} from '@caseweave/family';
import {
  openSection,
  type Author,
  type Json,
  type Question,
  type Section,
  type SectionSchema,
  type View,
} from '@caseweave/record';
import { loadersFor, type Loaders } from './loaders.ts';
import type { CaseloadSource, ShelvedFilter, ShelvedNames, Standing } from './sources/caseload-source.ts';
import type { DocumentAuthor, GraphQLSources, PractitionerFacts, SignedIn } from './sources/graphql-sources.ts';
import type { SectionFacts } from './sources/section-facts.ts';

/** A section's content, read for somebody who may read it. */
export interface Reading<Schema extends SectionSchema> {
  readonly view: View<Schema>;
  readonly questions: readonly Question[];
  readonly section: Section<Schema>;
}

/**
 * The person who asks, and everything that they may read.
 *
 * All content goes through here, and nothing leaves that `may` does not allow. A record or a section that is forbidden
 * and one that does not exist are the same answer, undefined, found by the same steps.
 */
export class Viewer {
  readonly principal: Principal;
  readonly load: Loaders;
  /** The position of the log that everything read here reflects. */
  readonly position: number;
  readonly #at: number;
  readonly #sources: GraphQLSources;
  readonly #readings = new Map<string, Promise<unknown>>();
  readonly #readable = new Map<string, Promise<readonly SectionFacts[]>>();
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(sources: GraphQLSources, { principal, at }: SignedIn) {
    this.principal = principal;
    this.load = loadersFor(sources);
    this.position = sources.position();
    this.#at = at;
    this.#sources = sources;
  }

  /** When rights are judged. */
  get at(): number {
    return this.#at;
  }

  /** Families that may concern this person, in the order of a caseload; each is still to be asked for. */
  shelved(filter: ShelvedFilter, page: Parameters<CaseloadSource['shelved']>[2]): Promise<readonly Standing[]> {
    const key = JSON.stringify(['shelved', filter, page]);
    return this.#asked(key, () => this.#sources.shelved(this.principal, filter, page));
  }

  /** The same with the names by which they may be searched for. */
  shelvedNames(filter: ShelvedFilter): Promise<readonly ShelvedNames[]> {
    const key = JSON.stringify(['names', filter]);
    return this.#asked(key, () => this.#sources.shelvedNames(this.principal, filter));
  }

  /** The facts of those records of which this person may read a section of that name. */
  async factsWhere(section: string, records: readonly string[]): Promise<ReadonlyMap<string, RecordFacts>> {
    const all = await Promise.all([...new Set(records)].map((record) => this.load.facts.load(record)));
    return new Map(
      all.flatMap((facts) =>
        facts !== undefined && may(this.principal, 'read', section, facts, this.#at) ? [[facts.record, facts]] : [],
      ),
    );
  }

  /** The team around a family as it is now, of those whom this person may know of, by name. */
  async team(facts: RecordFacts): Promise<readonly PractitionerFacts[]> {
    const found = await Promise.all(teamAt(facts, this.#at).map(({ principal }) => this.colleague(principal, facts)));
    return found.filter((member) => member !== undefined).toSorted((a, b) => a.name.localeCompare(b.name));
  }

  /** Somebody who works with a record, where this person may know of them. */
  async colleague(id: string, facts: RecordFacts): Promise<PractitionerFacts | undefined> {
    const found = await this.load.practitioner.load(id);
    return found !== undefined && seesPractitioner(this.principal, colleagueOf(found), facts, this.#at)
      ? found
      : undefined;
  }

  /** The agency of somebody who works with families, whoever may know of them. */
  async agencyOf(id: string): Promise<Principal['agency']> {
    const found = await this.load.practitioner.load(id);
    return found === undefined ? null : colleagueOf(found).agency;
  }

  /** The hub of a family, where this person may know it: it can tell where a protected person is. */
  async hubOf(facts: RecordFacts): Promise<string | null> {
    if (facts.hub === null) return null;
    const people = await Promise.all(facts.persons.map(({ person }) => this.load.facts.load(person)));
    const known = people.filter((person) => person !== undefined);
    return seesHub(this.principal, facts, known, this.#at) ? facts.hub : null;
  }

  /** The facts of a record of which this person may read something; undefined where they may not, or there is none. */
  async record(id: string, kind: RecordFacts['kind']): Promise<RecordFacts | undefined> {
    const [facts, sections] = await Promise.all([this.load.facts.load(id), this.sections(id)]);
    return facts?.kind === kind && sections.length > 0 ? facts : undefined;
  }

  /** The sections of a record that this person may read, by name. */
  sections(record: string): Promise<readonly SectionFacts[]> {
    return remembered(this.#readable, record, async () => {
      const [facts, sections] = await Promise.all([this.load.facts.load(record), this.load.sections.load(record)]);
      if (facts === undefined) return [];
      return sections
        .filter(({ name }) => may(this.principal, 'read', name, facts, this.#at))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  /** What a section of a record says, where this person may read it. */
  read<Schema extends SectionSchema>(schema: Schema, record: string): Promise<Reading<Schema> | undefined> {
    const key = `${schema.name}/${record}`;
    return remembered(this.#readings, key, () => this.#open(schema, record)) as Promise<Reading<Schema> | undefined>;
  }

  /** What lists show of a section of a record, where this person may read it. */
  async projection(name: string, record: string): Promise<Json | undefined> {
    const section = await this.#section(name, record);
    return section === undefined ? undefined : this.load.projection.load(section.id);
  }

  /** What one operation asks for under several names is asked of the sources once. */
  #asked<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    return remembered(this.#answers, key, ask) as Promise<Answer>;
  }

  /** A section of a record that this person may read, and what they may do with it. */
  async acts(name: string, record: string): Promise<{ section: SectionFacts; acts: Acts } | undefined> {
    const [facts, section] = await Promise.all([this.load.facts.load(record), this.#section(name, record)]);
    if (facts === undefined || section === undefined) return undefined;
    return { section, acts: actsOn(this.principal, name, facts, this.#at) };
  }

  /** An author as this person may know them. */
  #told(author: DocumentAuthor | undefined, facts: RecordFacts): Author | undefined {
    if (author === undefined) return undefined;
    const { id, name, organisation, worksFor } = author;
    const isSeen = seesPractitioner(this.principal, { id, agency: worksFor }, facts, this.#at);
    return isSeen ? { id, name, ...(organisation === null ? {} : { organisation }) } : hiddenPractitioner;
  }

  async #section(name: string, record: string): Promise<SectionFacts | undefined> {
    return (await this.sections(record)).find((section) => section.name === name);
  }

  async #open<Schema extends SectionSchema>(schema: Schema, record: string): Promise<Reading<Schema> | undefined> {
    const section = await this.#section(schema.name, record);
    const document = section === undefined ? undefined : await this.load.document.load(section.id);
    if (document === undefined) return undefined;
    const facts = await this.load.facts.load(record);
    if (facts === undefined) return undefined;
    const open = openSection(schema, {
      doc: document.doc,
      now: () => this.#at,
      newId: readOnly,
      authorOf: (client) => this.#told(document.authorOf(client), facts),
    });
    return { view: open.view(), questions: open.questions(), section: open };
  }
}

const colleagueOf = ({ id, agency, agencyKind }: PractitionerFacts): Pick<Principal, 'id' | 'agency'> => ({
  id,
  agency: agency === null || agencyKind === null ? null : { id: agency, kind: agencyKind },
});

function readOnly(): never {
  throw new Error('Reading makes no rows.');
}

function remembered<Value>(memory: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) {
  const made = memory.get(key) ?? make();
  memory.set(key, made);
  return made;
}
