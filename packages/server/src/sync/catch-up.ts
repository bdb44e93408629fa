import { may } from '@caseweave/family';
import type { SectionId, ServerMessage } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Decision } from '../directory/decide.ts';
import { type LoadedFacts, loadFacts } from '../directory/load-facts.ts';
import type { KnownPrincipal } from '../directory/people.ts';
import { shelvesOfPrincipal } from '../directory/shelves.ts';
import { accessMoved } from './access-moved.ts';
import { readCaseload, type SectionMeta, sectionsOfRecords } from './read-caseload.ts';

/** Everything that somebody missed, up to a position of the log. */
export interface CaughtUp {
  readonly messages: readonly ServerMessage[];
  /** Sections whose state follows the messages. */
  readonly states: readonly SectionId[];
  /** ClientIDs that the messages' updates were written under, by section. */
  readonly writers: ReadonlyMap<SectionId, ReadonlySet<number>>;
  readonly position: number;
}

interface Seen {
  readonly position: number;
  readonly decisions: readonly Decision[];
  readonly facts: ReadonlyMap<string, LoadedFacts>;
  readonly sections: readonly SectionMeta[];
  readonly rows: readonly {
    readonly section: SectionId;
    readonly clients: readonly number[];
    readonly update: Uint8Array;
  }[];
}

/** Above this many missed rows a section's state is sent instead of them. */
const MOST_ROWS = 500;

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
    .execute(async (trx): Promise<Seen> => {
      const position = await positionNow(trx, authority);
      const changed = await sql<{ record: string }>`
        select distinct record from shelf where authority = ${authority}
          and shelf = any(${[...shelvesOfPrincipal(known.principal)]}) and head > ${since} order by record`.execute(
        trx,
      );
      const records = changed.rows.map(({ record }) => record);
      if (records.length === 0) return { position, decisions: [], facts: new Map(), sections: [], rows: [] };
      const { rows: decisions } = await sql<Decision>`
        select distinct on (record) seq, record, kind, at, before from decision
        where authority = ${authority} and record = any(${records}) and seq > ${since} order by record, seq`.execute(
        trx,
      );
      const facts = await loadFacts(trx, authority, records);
      const sections = await sectionsOfRecords(trx, authority, records);
      const readable = sections.filter(({ record, name }) => {
        const decided = facts.get(record)?.facts;
        return decided !== undefined && may(known.principal, 'read', name, decided, at);
      });
      const { rows } = await sql<{ section: SectionId; clients: number[]; update: Uint8Array }>`
        select l.section, l.clients, l.bytes as update
        from unnest(${readable.map(({ id }) => id)}::text[]) as w(section)
          join lateral (select * from log where authority = ${authority} and section = w.section and seq > ${since}
            order by seq limit ${MOST_ROWS + 1}) l on true
        order by l.seq`.execute(trx);
      return { position, decisions, facts, sections, rows };
    });

  const messages: ServerMessage[] = [];
  const states: SectionId[] = [];
  const writers = new Map<SectionId, ReadonlySet<number>>();
  const moved = await readCaseload(
    db,
    authority,
    known,
    seen.decisions.map(({ record }) => record),
    at,
  );
  const movedBy = new Map(moved.map((record) => [record.facts.record as string, record]));
  const sectionsOf = Map.groupBy(seen.sections, ({ record }) => record as string);
  for (const { record, before, at: then } of seen.decisions) {
    const access = accessMoved(
      known.principal,
      sectionsOf.get(record) ?? [],
      { facts: before, at: then },
      { facts: seen.facts.get(record)?.facts, at },
      movedBy.get(record),
    );
    messages.push(...access.messages);
    states.push(...access.entered);
  }
  const entered = new Set(states);
  const left = new Set(messages.flatMap((message) => (message.type === 'leave' ? [message.section] : [])));
  const epochs = new Map(seen.sections.map(({ id, epoch }) => [id, epoch]));
  for (const [section, rows] of Map.groupBy(seen.rows, (row) => row.section)) {
    const epoch = epochs.get(section);
    if (epoch === undefined || entered.has(section) || left.has(section)) continue;
    if (rows.length > MOST_ROWS) {
      states.push(section);
      continue;
    }
    writers.set(section, new Set(rows.flatMap(({ clients }) => clients)));
    messages.push({ type: 'change', section, epoch, authors: [], updates: rows.map(({ update }) => update) });
  }
  return { messages, states, writers, position: seen.position };
}
