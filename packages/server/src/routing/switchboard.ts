import type { RecordState } from '@caseweave/model';
import type { Presence, ServerMessage } from '@caseweave/protocol';
import { sql } from 'kysely';
import { isOfRecord, type Logged } from '../decisions/logged.ts';
import type { LogRow } from '../log/batch.ts';
import type { News } from '../log/tail.ts';
import { indexOf } from '../model/index-of.ts';
import type { Store } from '../rights/store.ts';
import { authorsFor, holdersOf, type KnownAuthor } from './authors-of.ts';
import { knownAround, knownBefore, namedIn } from './known-around.ts';
import type { Reader } from './reader.ts';
import { type PlaceElsewhere, PresenceBoard } from './presence-board.ts';
import { type MovedBy, type RecordMoved, tellMoved } from './record-moved.ts';
import { readCaseload, sectionColumns, type SectionMeta, sectionsOfRecords } from './read-caseload.ts';

/** When so many read a section, its changes are gathered for a moment before they are sent. */
const CROWD = 10;
const GATHER = 15;

/** Brings what is new in the log to the live connections that may have it. Rights are asked for each of them, each time. */
export class Switchboard {
  /** Where people are. */
  readonly board: PresenceBoard;
  readonly #store: Store;
  readonly #now: () => number;
  readonly #byKey = new Map<string, Set<Reader>>();
  readonly #readers = new Set<Reader>();
  readonly #sections = new Map<string, SectionMeta>();
  readonly #holders = new Map<number, KnownAuthor>();

  readonly #report: (where: string, error: unknown) => void;

  constructor(
    store: Store,
    now: () => number,
    report: (where: string, error: unknown) => void,
    announce: (place: PlaceElsewhere) => void,
  ) {
    this.#store = store;
    this.#now = now;
    this.#report = report;
    this.board = new PresenceBoard({
      store,
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
    for (const key of reader.keys) {
      const having = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, having.add(reader));
    }
  }

  part(reader: Reader): void {
    this.#readers.delete(reader);
    for (const key of reader.keys) {
      const having = this.#byKey.get(key);
      having?.delete(reader);
      if (having?.size === 0) this.#byKey.delete(key);
    }
    this.board.leave(reader);
  }

  /** Where sections are; those that do not exist are absent. */
  async sections(ids: Iterable<string>): Promise<ReadonlyMap<string, SectionMeta>> {
    const wanted = [...new Set(ids)];
    const lacking = wanted.filter((id) => !this.#sections.has(id));
    if (lacking.length > 0) {
      const { rows } = await sql<SectionMeta>`
        select ${sectionColumns} from section where authority = ${this.#store.authority} and id = any(${lacking})`.execute(
        this.#store.db,
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
    for (const [client, author] of await holdersOf(this.#store, lacking)) this.#holders.set(client, author);
    return this.#holders;
  }

  /** Tells what is new. */
  async hear({ rows, decisions, position, rights }: News): Promise<void> {
    const { cache } = this.#store;
    cache.forget(
      decisions.map(({ record }) => record),
      rights,
    );
    const changed = new Map(decisions.flatMap(({ type, record, seq }) => (type === 'who' ? [[record, seq]] : [])));
    for (const reader of this.#readers) {
      const seq = changed.get(reader.known.who.id);
      // Who connected after the change, and before it was heard of here, is known as they are now.
      if (seq !== undefined && reader.known.rightsSeq < seq) reader.startAgain();
    }
    const hasUnits = decisions.some(({ type }) => type === 'units');
    if (hasUnits) cache.forgetUnits();
    // Names and organisations of authors may be others now.
    if (changed.size > 0 || hasUnits) this.#holders.clear();
    // While nobody listens here, nothing needs to be loaded to find that out.
    if (this.#readers.size > 0) await this.#route(rows, decisions.filter(isOfRecord));
    for (const reader of this.#readers) reader.reached(position);
  }

  async #route(rows: readonly LogRow[], decisions: readonly Logged[]): Promise<void> {
    const sections = await this.sections(rows.map(({ section }) => section));
    const states = await this.#store.cache.states([
      ...[...sections.values()].map(({ record }) => record),
      ...decisions.map(({ record }) => record),
    ]);
    const holders = await this.holders(rows.flatMap(({ clients }) => clients));
    await this.#routeDecisions(decisions, states);
    for (const [id, own] of Map.groupBy(rows, ({ section }) => section)) {
      const section = sections.get(id);
      const state = section === undefined ? undefined : states.get(section.record);
      if (section !== undefined && state !== undefined) await this.#routeRows(section, state, own, holders);
    }
  }

  async #routeRows(
    section: SectionMeta,
    state: RecordState,
    rows: readonly LogRow[],
    holders: ReadonlyMap<number, KnownAuthor>,
  ): Promise<void> {
    const { model } = this.#store;
    const near = this.#near([state]);
    const delay = near.size > CROWD ? GATHER : 0;
    for (const reader of near) {
      const others = rows.filter(({ device }) => device !== reader.device);
      const last = others.at(-1);
      const { who } = reader.known;
      if (last === undefined || !model.now.may(who, 'read', section.name, state, this.#now())) continue;
      await this.#apart(reader, () => {
        const clients = new Set(others.flatMap(({ clients: own }) => own));
        const writers = [...clients].flatMap((client) => holders.get(client) ?? []);
        const authors = authorsFor(model, who, writers, state, this.#now());
        const updates = others.map(({ update }) => update);
        reader.tell(last.seq, [{ type: 'change', section: section.id, epoch: last.epoch, authors, updates }], delay);
      });
    }
  }

  async #routeDecisions(decisions: readonly Logged[], states: ReadonlyMap<string, RecordState>): Promise<void> {
    const { db, authority, model } = this.#store;
    const byRecord = Map.groupBy(decisions, ({ record }) => record);
    const firsts = new Map(
      [...byRecord].flatMap(([record, [first]]) => (first === undefined ? [] : [[record, first]])),
    );
    for (const [record, own] of byRecord) {
      const [first] = own;
      const last = own.at(-1);
      if (first === undefined || last === undefined) continue;
      const state = states.get(record);
      const [before, after] = [first.before === null ? [] : [first.before], state === undefined ? [] : [state]];
      const readers = this.#near([...before, ...after]);
      if (readers.size === 0) continue;
      const now = new Map(after.map((one) => [record, one]));
      const known = await knownAround(this.#store, now, before, namedIn(own, this.#store));
      const moved: RecordMoved = {
        sections: await sectionsOfRecords(db, authority, [record]),
        decisions: decisionsIn(own, state),
        earlier: {
          first: first.seq,
          state: first.before,
          moments: [first.at, ...own.flatMap(({ type, at }) => (type === 'lapsed' ? [at] : []))],
          known: knownBefore(known, firsts),
        },
        now: { state, known },
      };
      // Another node's clock may be ahead: what it has decided counts from now on here too.
      const at = Math.max(this.#now(), last.at);
      for (const reader of readers) {
        await this.#apart(reader, async () => {
          const [readable] = await readCaseload(this.#store, reader.known, [record], at, { states: now, known });
          const { messages, entered } = tellMoved(model, reader.known, moved, readable);
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

  /** Other rights are in force. */
  compareAll(): void {
    for (const reader of this.#readers) reader.compare();
  }

  /** What could not be told is found by everyone when they connect again. */
  startAllAgain(): void {
    for (const reader of this.#readers) reader.startAgain();
  }

  /** Those who look for records by a key that one of these has. */
  #near(states: readonly RecordState[]): ReadonlySet<Reader> {
    const keys = new Set(states.flatMap((state) => indexOf(this.#store.model.now, state)?.keys ?? []));
    const near = new Set<Reader>();
    for (const key of keys) for (const reader of this.#byKey.get(key) ?? []) near.add(reader);
    return near;
  }

  /** Passes somebody's place on to those who may know of it, and theirs to them. */
  presence(reader: Reader, presence: Presence): Promise<void> {
    return this.board.set(reader, presence);
  }
}

/** The decisions among what was logged of one record, each with the record once it was taken. */
const decisionsIn = (logged: readonly Logged[], now: RecordState | undefined): readonly MovedBy[] =>
  logged.flatMap(({ decision, at }, index) => {
    const after = logged[index + 1]?.before ?? now;
    return decision === null || after === undefined ? [] : [{ decision, at, after }];
  });
