import { may } from '@caseweave/family';
import type { Presence, ServerMessage } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Decision } from '../directory/decide.ts';
import type { LoadedFacts } from '../directory/load-facts.ts';
import { shelvesOfRecord } from '../directory/shelves.ts';
import type { LogRow } from '../log/batch.ts';
import type { News } from '../log/tail.ts';
import type { DirectoryCache } from '../rights/directory-cache.ts';
import { authorsFor, holdersOf, type KnownAuthor } from './authors-of.ts';
import { before, namedIn } from './catch-up.ts';
import type { Reader } from './reader.ts';
import { type PlaceElsewhere, PresenceBoard } from './presence-board.ts';
import { type MovedBy, type RecordMoved, tellMoved } from './record-moved.ts';
import { readCaseload, type SectionMeta, sectionsOfRecords } from './read-caseload.ts';
import { loadSurroundings } from './surroundings.ts';

/** When so many read a section, its changes are gathered for a moment before they are sent. */
const CROWD = 10;
const GATHER = 15;

/** Brings what is new in the log to the live connections that may have it. Rights are asked for each of them, each time. */
export class Switchboard {
  /** Where people are. */
  readonly board: PresenceBoard;
  readonly #db: Db;
  readonly #authority: string;
  readonly #directory: DirectoryCache;
  readonly #now: () => number;
  readonly #onShelf = new Map<string, Set<Reader>>();
  readonly #readers = new Set<Reader>();
  readonly #sections = new Map<string, SectionMeta>();
  readonly #holders = new Map<number, KnownAuthor>();

  readonly #report: (where: string, error: unknown) => void;

  constructor(
    db: Db,
    authority: string,
    directory: DirectoryCache,
    now: () => number,
    report: (where: string, error: unknown) => void,
    announce: (place: PlaceElsewhere) => void,
  ) {
    this.#db = db;
    this.#authority = authority;
    this.#directory = directory;
    this.#now = now;
    this.#report = report;
    this.board = new PresenceBoard({
      directory,
      sections: (ids) => this.sections(ids),
      isConnected: (reader) => this.#readers.has(reader),
      now,
      announce,
    });
  }

  /** Everyone who is connected here. */
  get readers(): ReadonlySet<Reader> {
    return this.#readers;
  }

  join(reader: Reader): void {
    this.#readers.add(reader);
    for (const shelf of reader.shelves) {
      const on = this.#onShelf.get(shelf) ?? new Set();
      this.#onShelf.set(shelf, on.add(reader));
    }
  }

  part(reader: Reader): void {
    this.#readers.delete(reader);
    for (const shelf of reader.shelves) {
      const on = this.#onShelf.get(shelf);
      on?.delete(reader);
      if (on?.size === 0) this.#onShelf.delete(shelf);
    }
    this.board.leave(reader);
  }

  /** Where sections are; those that do not exist are absent. */
  async sections(ids: Iterable<string>): Promise<ReadonlyMap<string, SectionMeta>> {
    const wanted = [...new Set(ids)];
    const lacking = wanted.filter((id) => !this.#sections.has(id));
    if (lacking.length > 0) {
      const { rows } = await sql<SectionMeta>`
        select id, record, name, epoch from section where authority = ${this.#authority} and id = any(${lacking})`.execute(
        this.#db,
      );
      for (const row of rows) this.#sections.set(row.id, row);
    }
    return new Map(
      wanted.flatMap((id) => {
        const meta = this.#sections.get(id);
        return meta === undefined ? [] : [[id, meta]];
      }),
    );
  }

  /** Who holds clientIDs. */
  async holders(clients: Iterable<number>): Promise<ReadonlyMap<number, KnownAuthor>> {
    const lacking = [...new Set(clients)].filter((client) => !this.#holders.has(client));
    for (const [client, author] of await holdersOf(this.#db, this.#authority, lacking))
      this.#holders.set(client, author);
    return this.#holders;
  }

  /** Tells what is new. */
  async hear({ rows, decisions, position, rights }: News): Promise<void> {
    this.#directory.forget(
      decisions.map(({ record }) => record),
      rights,
    );
    const about = Map.groupBy(decisions, ({ kind }) => (kind === 'principal' ? 'principals' : 'records'));
    const changed = new Set((about.get('principals') ?? []).map(({ record }) => record));
    for (const reader of this.#readers) if (changed.has(reader.known.principal.id)) reader.startAgain();
    // Names and agencies of authors may be others now.
    if (changed.size > 0) this.#holders.clear();
    // While nobody listens here, nothing needs to be loaded to find that out.
    if (this.#readers.size > 0) await this.#route(rows, about.get('records') ?? []);
    for (const reader of this.#readers) reader.reached(position);
  }

  async #route(rows: readonly LogRow[], decisions: readonly Decision[]): Promise<void> {
    const sections = await this.sections(rows.map(({ section }) => section));
    const facts = await this.#directory.facts([
      ...[...sections.values()].map(({ record }) => record),
      ...decisions.map(({ record }) => record),
    ]);
    const holders = await this.holders(rows.flatMap(({ clients }) => clients));
    await this.#routeDecisions(decisions, facts);
    for (const [id, own] of Map.groupBy(rows, ({ section }) => section)) {
      const section = sections.get(id);
      const decided = section === undefined ? undefined : facts.get(section.record);
      if (section !== undefined && decided !== undefined) await this.#routeRows(section, decided, own, holders);
    }
  }

  async #routeRows(
    section: SectionMeta,
    { facts }: LoadedFacts,
    rows: readonly LogRow[],
    holders: ReadonlyMap<number, KnownAuthor>,
  ): Promise<void> {
    const around = this.#near(shelvesOfRecord(facts));
    const delay = around.size > CROWD ? GATHER : 0;
    for (const reader of around) {
      const others = rows.filter(({ device }) => device !== reader.device);
      const last = others.at(-1);
      const { principal } = reader.known;
      if (last === undefined || !may(principal, 'read', section.name, facts, this.#now())) continue;
      await this.#apart(reader, () => {
        const clients = new Set(others.flatMap(({ clients: own }) => own));
        const writers = [...clients].flatMap((client) => holders.get(client) ?? []);
        const authors = authorsFor(principal, writers, facts, this.#now());
        const updates = others.map(({ update }) => update);
        reader.tell(last.seq, [{ type: 'change', section: section.id, epoch: last.epoch, authors, updates }], delay);
      });
    }
  }

  async #routeDecisions(decisions: readonly Decision[], facts: ReadonlyMap<string, LoadedFacts>): Promise<void> {
    const byRecord = Map.groupBy(decisions, (decision) => decision.record);
    const firsts = new Map(
      [...byRecord].flatMap(([record, [first]]) => (first === undefined ? [] : [[record, first]])),
    );
    for (const [record, own] of byRecord) {
      const [first] = own;
      const last = own.at(-1);
      if (first === undefined || last === undefined) continue;
      const after = facts.get(record);
      const readers = this.#near(
        new Set([
          ...(first.before === null ? [] : shelvesOfRecord(first.before)),
          ...(after === undefined ? [] : shelvesOfRecord(after.facts)),
        ]),
      );
      if (readers.size === 0) continue;
      const commands = commandsIn(own, after);
      const around = await loadSurroundings(
        this.#db,
        this.#authority,
        [first.before, after?.facts].flatMap((known) => known ?? []),
        namedIn(commands.map(({ commanded }) => commanded)),
      );
      const moved: RecordMoved = {
        sections: await sectionsOfRecords(this.#db, this.#authority, [record]),
        commands,
        earlier: {
          facts: first.before,
          moments: [first.at, ...own.flatMap(({ kind, at }) => (kind === 'lapsed' ? [at] : []))],
          around: before(around, firsts),
        },
        now: { facts: after, around },
      };
      // Another node's clock may be ahead: what it has decided counts from now on here too.
      const at = Math.max(this.#now(), last.at);
      for (const reader of readers) {
        await this.#apart(reader, async () => {
          const [readable] = await readCaseload(this.#db, this.#authority, reader.known, [record], at, {
            facts,
            around,
          });
          const { messages, entered } = tellMoved(reader.known, moved, readable);
          const told: ServerMessage[] = [...messages, ...(await reader.states(entered))];
          for (const message of told) if (message.type === 'leave') this.board.absent(reader, message.section);
          if (told.length > 0) reader.tell(last.seq, told, 0);
        });
      }
    }
  }

  /** What goes wrong for one reader must not keep the others waiting: this one connects again, and goes on by its cursor. */
  async #apart(reader: Reader, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#report('switchboard', error);
      reader.startAgain();
    }
  }

  /** What could not be told is found by everyone when they connect again. */
  startAllAgain(): void {
    for (const reader of this.#readers) reader.startAgain();
  }

  #near(shelves: ReadonlySet<string>): ReadonlySet<Reader> {
    const near = new Set<Reader>();
    for (const shelf of shelves) for (const reader of this.#onShelf.get(shelf) ?? []) near.add(reader);
    return near;
  }

  /** Passes somebody's place on to those who may know of it, and theirs to them. */
  presence(reader: Reader, presence: Presence): Promise<void> {
    return this.board.set(reader, presence);
  }
}

/** The commands among decisions about one record, each with what was decided once it was carried out. */
const commandsIn = (decisions: readonly Decision[], now: LoadedFacts | undefined): readonly MovedBy[] =>
  decisions.flatMap(({ commanded, at }, index) => {
    const after = decisions[index + 1]?.before ?? now?.facts;
    return commanded === null || after === undefined ? [] : [{ commanded, at, after }];
  });
