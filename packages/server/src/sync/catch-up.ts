import { may, type RecordFacts, type Surroundings } from '@caseweave/family';
import type { SectionId, ServerMessage } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { type Commanded, type Decision, decisionColumns } from '../directory/decide.ts';
import { type LoadedFacts, loadFacts } from '../directory/load-facts.ts';
import type { KnownPrincipal } from '../directory/people.ts';
import { shelvesOfPrincipal } from '../directory/shelves.ts';
import { authorsFor, holdersOf, type KnownAuthor } from './authors-of.ts';
import { readCaseload, type SectionMeta, sectionsOfRecords } from './read-caseload.ts';
import { type RecordMoved, tellMoved } from './record-moved.ts';
import { loadSurroundings } from './surroundings.ts';

/** Everything that somebody missed, up to a position of the log. */
export interface CaughtUp {
  readonly messages: readonly ServerMessage[];
  /** Sections whose state follows the messages. */
  readonly states: readonly SectionId[];
  readonly position: number;
}

interface Seen {
  readonly position: number;
  /** The first decision about each record, with the moments at which rights in it ran out. */
  readonly decisions: readonly (Decision & { readonly lapsed: readonly number[] })[];
  readonly commands: readonly SeenCommand[];
  readonly facts: ReadonlyMap<string, LoadedFacts>;
  readonly sections: readonly SectionMeta[];
  readonly rows: readonly SeenRow[];
}

interface SeenCommand {
  readonly record: string;
  readonly at: number;
  readonly commanded: Commanded;
  /** What was decided when the next decision came; null where none has. */
  readonly after: RecordFacts | null;
}

interface SeenRow {
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

/** All records that stand on somebody's shelves now. */
export async function recordsOnShelves(
  db: Db,
  authority: string,
  { principal }: KnownPrincipal,
): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`
    select distinct record from shelf where authority = ${authority} and shelf = any(${[...shelvesOfPrincipal(principal)]}) and not gone
    order by record`.execute(db);
  return rows.map(({ record }) => record);
}

/** Finds what has changed for somebody since a position, in one snapshot of the database; it costs what changed, not what is held. */
export async function catchUp(
  db: Db,
  authority: string,
  known: KnownPrincipal,
  since: number,
  at: number,
): Promise<CaughtUp> {
  const seen = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => look(trx, authority, known, since, at));
  const { messages, states } = await tellDecisions(db, authority, known, seen, at);
  const entered = new Set(states);
  const left = new Set(messages.flatMap((message) => (message.type === 'leave' ? [message.section] : [])));
  const sections = new Map(seen.sections.map((section) => [section.id, section]));
  const holders = await holdersOf(db, authority, [...new Set(seen.rows.flatMap(({ clients }) => clients))]);
  for (const [id, rows] of Map.groupBy(seen.rows, (row) => row.section)) {
    const section = sections.get(id);
    const decided = section === undefined ? undefined : seen.facts.get(section.record);
    if (section === undefined || decided === undefined || entered.has(id) || left.has(id)) continue;
    if (rows.length > MOST_ROWS) {
      states.push(id);
      continue;
    }
    const authors = authorsFor(known.principal, writersOf(rows, holders), decided.facts, at);
    const updates = rows.map(({ update }) => update);
    messages.push({ type: 'change', section: id, epoch: section.epoch, authors, updates });
  }
  return { messages, states, position: seen.position };
}

const writersOf = (rows: readonly SeenRow[], holders: ReadonlyMap<number, KnownAuthor>): readonly KnownAuthor[] =>
  [...new Set(rows.flatMap(({ clients }) => clients))].flatMap((client) => holders.get(client) ?? []);

async function look(trx: Db, authority: string, known: KnownPrincipal, since: number, at: number): Promise<Seen> {
  const position = await positionNow(trx, authority);
  const changed = await sql<{ record: string }>`
    select distinct record from shelf where authority = ${authority}
      and shelf = any(${[...shelvesOfPrincipal(known.principal)]}) and head > ${since} order by record`.execute(trx);
  const records = changed.rows.map(({ record }) => record);
  if (records.length === 0) return { position, decisions: [], commands: [], facts: new Map(), sections: [], rows: [] };
  const { rows: decisions } = await sql<Seen['decisions'][number]>`
    select distinct on (record) ${decisionColumns},
      array(select l.at::double precision from decision l where l.authority = d.authority and l.record = d.record and l.seq > ${since}
        and l.kind = 'lapsed') as lapsed
    from decision d where authority = ${authority} and record = any(${records}) and seq > ${since} order by record, seq`.execute(
    trx,
  );
  const { rows: commands } = await sql<SeenCommand>`
    select record, at, commanded, after from (
      select ${decisionColumns}, lead(before) over (partition by record order by seq) as after,
        row_number() over (partition by record, command is null order by seq desc) as place
      from decision where authority = ${authority} and record = any(${records}) and seq > ${since}) d
    where commanded is not null and place <= ${MOST_DECISIONS} order by seq`.execute(trx);
  const facts = await loadFacts(trx, authority, records);
  const sections = await sectionsOfRecords(trx, authority, records);
  const readable = sections.filter(({ record, name }) => {
    const decided = facts.get(record)?.facts;
    return decided !== undefined && may(known.principal, 'read', name, decided, at);
  });
  const { rows } = await sql<SeenRow>`
    select l.section, l.clients, l.bytes as update
    from unnest(${readable.map(({ id }) => id)}::text[]) as w(section)
      join lateral (select * from log where authority = ${authority} and section = w.section and seq > ${since}
        order by seq limit ${MOST_ROWS + 1}) l on true
    order by l.seq`.execute(trx);
  return { position, decisions, commands, facts, sections, rows };
}

async function tellDecisions(
  db: Db,
  authority: string,
  known: KnownPrincipal,
  seen: Seen,
  at: number,
): Promise<{ messages: ServerMessage[]; states: SectionId[] }> {
  const messages: ServerMessage[] = [];
  const states: SectionId[] = [];
  if (seen.decisions.length === 0) return { messages, states };
  const around = await loadSurroundings(
    db,
    authority,
    seen.decisions.flatMap(({ record, before }) => [
      ...(before === null ? [] : [before]),
      ...(seen.facts.has(record) ? [seen.facts.get(record)?.facts].flatMap((facts) => facts ?? []) : []),
    ]),
    namedIn(seen.commands.map(({ commanded }) => commanded)),
  );
  const ids = seen.decisions.map(({ record }) => record);
  const readable = await readCaseload(db, authority, known, ids, at, { facts: seen.facts, around });
  const readableBy = new Map(readable.map((record) => [record.facts.record as string, record]));
  const sectionsOf = Map.groupBy(seen.sections, ({ record }) => record as string);
  const commandsOf = Map.groupBy(seen.commands, ({ record }) => record);
  const aroundThen = before(around, new Map(seen.decisions.map((decision) => [decision.record, decision])));
  for (const { record, before: facts, at: first, lapsed } of seen.decisions) {
    const decided = seen.facts.get(record);
    const moved: RecordMoved = {
      sections: sectionsOf.get(record) ?? [],
      commands: (commandsOf.get(record) ?? []).flatMap(({ commanded, at: when, after }) => {
        const then = after ?? decided?.facts;
        return then === undefined ? [] : [{ commanded, at: when, after: then }];
      }),
      earlier: { facts, moments: [first, ...lapsed], around: aroundThen },
      now: { facts: decided, around },
    };
    const told = tellMoved(known, moved, readableBy.get(record));
    messages.push(...told.messages);
    states.push(...told.entered);
  }
  return { messages, states };
}

/** Whom commands name, and who gave them. */
export const namedIn = (commanded: readonly Commanded[]): readonly string[] =>
  commanded.flatMap(({ principal, command }) => [principal, ...('principal' in command ? [command.principal] : [])]);

/** Surroundings as they were before decisions: people about whom something was decided meanwhile are as they were. */
export const before = (around: Surroundings, firsts: ReadonlyMap<string, Decision>): Surroundings => ({
  ...around,
  person(id) {
    const first = firsts.get(id);
    return first === undefined ? around.person(id) : (first.before ?? undefined);
  },
});
