import { keysOf, type Model, type RecordState } from '@caseweave/model';
import type { SectionId, ServerMessage } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { loadStates } from '../decisions/load-states.ts';
import { type Logged, loggedColumns } from '../decisions/logged.ts';
import type { KnownWho } from '../directory/people.ts';
import type { Store } from '../rights/store.ts';
import { authorsFor, holdersOf, type KnownAuthor } from './authors-of.ts';
import { knownAround, knownBefore, namedIn } from './known-around.ts';
import { readCaseload, type SectionMeta, sectionsOfRecords } from './read-caseload.ts';
import { type RecordMoved, tellMoved } from './record-moved.ts';

/** Everything that somebody missed, up to a position of the log. */
export interface CaughtUp {
  readonly messages: readonly ServerMessage[];
  /** Sections whose state follows the messages. */
  readonly states: readonly SectionId[];
  readonly position: number;
}

interface Missed {
  readonly position: number;
  /** The first row about each record, with the moments at which rights in it ran out. */
  readonly firsts: readonly (Logged & { readonly lapsed: readonly number[] })[];
  readonly decisions: readonly MissedDecision[];
  readonly states: ReadonlyMap<string, RecordState>;
  readonly sections: readonly SectionMeta[];
  readonly rows: readonly MissedRow[];
}

interface MissedDecision extends Logged {
  /** The record when the next row about it came; null where none has. */
  readonly after: RecordState | null;
}

interface MissedRow {
  readonly section: SectionId;
  readonly clients: readonly number[];
  readonly update: Uint8Array;
}

/** Above this many missed rows a section's state is sent instead of them. */
const MOST_ROWS = 500;
/** Of more decisions about one record than these, the newest are told. */
const MOST_DECISIONS = 100;

/** The position of the log now. */
export async function positionNow(db: Db, authority: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from authority where id = ${authority}`.execute(db);
  return rows[0]?.seq ?? 0;
}

/** All records that have a key of somebody's now. */
export async function recordsOf({ db, authority, model }: Store, { who }: KnownWho): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`
    select distinct record from record_key where authority = ${authority} and key = any(${[...keysOf(model.now, who)]}) and not gone
    order by record`.execute(db);
  return rows.map(({ record }) => record);
}

/** Finds what has changed for somebody since a position, in one snapshot of the database; it costs what changed, not what is held. */
export async function catchUp(store: Store, reader: KnownWho, since: number, at: number): Promise<CaughtUp> {
  const { db, model } = store;
  const missed = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => look({ ...store, db: trx }, model.now, reader, since, at));
  const { messages, states } = await tellDecisions(store, reader, missed, at);
  const entered = new Set(states);
  const left = new Set(messages.flatMap((message) => (message.type === 'leave' ? [message.section] : [])));
  const sections = new Map(missed.sections.map((section) => [section.id, section]));
  const holders = await holdersOf(store, [...new Set(missed.rows.flatMap(({ clients }) => clients))]);
  for (const [id, rows] of Map.groupBy(missed.rows, (row) => row.section)) {
    const section = sections.get(id);
    const state = section === undefined ? undefined : missed.states.get(section.record);
    if (section === undefined || state === undefined || entered.has(id) || left.has(id)) continue;
    if (rows.length > MOST_ROWS) {
      states.push(id);
      continue;
    }
    const authors = authorsFor(model, reader.who, writersOf(rows, holders), state, at);
    const updates = rows.map(({ update }) => update);
    messages.push({ type: 'change', section: id, epoch: section.epoch, authors, updates });
  }
  return { messages, states, position: missed.position };
}

const writersOf = (rows: readonly MissedRow[], holders: ReadonlyMap<number, KnownAuthor>): readonly KnownAuthor[] =>
  [...new Set(rows.flatMap(({ clients }) => clients))].flatMap((client) => holders.get(client) ?? []);

async function look(store: Store, now: Model, { who }: KnownWho, since: number, at: number): Promise<Missed> {
  const { db: trx, authority, model } = store;
  const position = await positionNow(trx, authority);
  const changed = await sql<{ record: string }>`
    select distinct record from record_key where authority = ${authority}
      and key = any(${[...keysOf(model.now, who)]}) and head > ${since} order by record`.execute(trx);
  const records = changed.rows.map(({ record }) => record);
  if (records.length === 0) return { position, firsts: [], decisions: [], states: new Map(), sections: [], rows: [] };
  const { rows: firsts } = await sql<Missed['firsts'][number]>`
    select distinct on (record) ${loggedColumns},
      array(select l.at::double precision from decision l where l.authority = d.authority and l.record = d.record and l.seq > ${since}
        and l.type = 'lapsed') as lapsed
    from decision d where authority = ${authority} and record = any(${records}) and seq > ${since} order by record, seq`.execute(
    trx,
  );
  const { rows: decisions } = await sql<MissedDecision>`
    select * from (
      select ${loggedColumns}, lead(before) over (partition by record order by seq) as after,
        row_number() over (partition by record, type = 'decided' order by seq desc) as place
      from decision where authority = ${authority} and record = any(${records}) and seq > ${since}) d
    where type = 'decided' and place <= ${MOST_DECISIONS} order by seq`.execute(trx);
  const states = await loadStates(trx, authority, records);
  const sections = await sectionsOfRecords(trx, authority, records);
  const readable = sections.filter(({ record, name }) => {
    const state = states.get(record);
    return state !== undefined && now.may(who, 'read', name, state, at);
  });
  const { rows } = await sql<MissedRow>`
    select l.section, l.clients, l.bytes as update
    from unnest(${readable.map(({ id }) => id)}::text[]) as w(section)
      join lateral (select * from log where authority = ${authority} and section = w.section and seq > ${since}
        order by seq limit ${MOST_ROWS + 1}) l on true
    order by l.seq`.execute(trx);
  return { position, firsts, decisions, states, sections, rows };
}

async function tellDecisions(
  store: Store,
  reader: KnownWho,
  { firsts, decisions, states: now, sections }: Missed,
  at: number,
): Promise<{ messages: ServerMessage[]; states: SectionId[] }> {
  const messages: ServerMessage[] = [];
  const states: SectionId[] = [];
  if (firsts.length === 0) return { messages, states };
  const decided = new Map(
    firsts.flatMap(({ record }) => {
      const state = now.get(record);
      return state === undefined ? [] : [[record, state] as const];
    }),
  );
  const earlier = firsts.flatMap(({ before }) => before ?? []);
  const known = await knownAround(store, decided, earlier, namedIn(decisions, store));
  const readable = await readCaseload(store, reader, [...decided.keys()], at, { states: decided, known });
  const readableBy = new Map(readable.map((record) => [record.facts.record as string, record]));
  const sectionsOf = Map.groupBy(sections, ({ record }) => record as string);
  const decisionsOf = Map.groupBy(decisions, ({ record }) => record);
  const before = knownBefore(known, new Map(firsts.map((first) => [first.record, first])));
  for (const first of firsts) {
    const state = now.get(first.record);
    const moved: RecordMoved = {
      sections: sectionsOf.get(first.record) ?? [],
      decisions: (decisionsOf.get(first.record) ?? []).flatMap(({ decision, at: when, after }) => {
        const then = after ?? state;
        return then === undefined || decision === null ? [] : [{ decision, at: when, after: then }];
      }),
      earlier: { first: first.seq, state: first.before, moments: [first.at, ...first.lapsed], known: before },
      now: { state, known },
    };
    const told = tellMoved(store.model, reader, moved, readableBy.get(first.record));
    messages.push(...told.messages);
    states.push(...told.entered);
  }
  return { messages, states };
}
