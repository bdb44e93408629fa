import type { BatchResult } from '@caseweave/protocol';
import { sql } from 'kysely';
import * as Y from 'yjs';
import type { Db, Trx } from '../database/database.ts';
import { loadStates } from '../decisions/load-states.ts';
import { loadPeople } from '../directory/people.ts';
import type { InForce } from '../model/in-force.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import type { RightsCache } from '../rights/rights-cache.ts';
import { ROWS_A_SNAPSHOT } from '../sections/take-snapshot.ts';
import type { WarmSection, WarmSections } from '../sections/warm-sections.ts';
import type { Batch, LogRow } from './batch.ts';
import { judgeBatch, type JudgedOn } from './judge-batch.ts';
import { limitHeld } from './limit-held.ts';
import { knownOutcomes, outcomeKey, repeated } from './known-outcomes.ts';
import { sinceJudged } from './since-judged.ts';
import { type Judged, type SectionMoved, writeGroup } from './write-group.ts';

/** Rows that one transaction has added to the log. */
export interface Committed {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly LogRow[];
}

/** What a committer needs. */
export interface CommitterOptions {
  readonly db: Db;
  readonly authority: string;
  readonly model: ModelInUse;
  readonly inForce: InForce;
  readonly cache: RightsCache;
  readonly warm: WarmSections;
  /** Called after each commit; outcomes are told once it is done. */
  readonly committed: (committed: Committed) => Promise<void>;
  /** Called for a section that has gathered many rows. */
  readonly snapshotDue: (section: string) => void;
}

interface Waiting {
  readonly batch: Batch;
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_IN_GROUP = 400;

/**
 * Judges batches and appends them to the log, as many in one transaction as have arrived while the last one ran.
 *
 * Within a group each batch is judged on what the ones before it did, before any of it is committed; if the commit fails,
 * the documents are forgotten. The authority's row is lock and number at once. If under that lock rights, an outcome or a
 * section has moved since the group was judged, it is judged again while the lock is held, so that is final.
 */
export class Committer {
  readonly #options: CommitterOptions;
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(options: CommitterOptions) {
    this.#options = options;
  }

  /** Appends a batch, or says why not. Rejects only if the store fails; then nothing of it was taken. */
  append(batch: Batch): Promise<BatchResult> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ batch, resolve, reject });
      // A turn later, so that batches which arrive together share the first transaction too.
      this.#running ??= new Promise((done) => setImmediate(done)).then(() => this.#run());
    });
  }

  /** Waits until everything that was handed over is done. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#commitOrIsolate(this.#nextGroup());
    }
    this.#running = null;
  }

  /** What fails because of one batch must not fail the others with it: they are tried apart, down to that one. */
  async #commitOrIsolate(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#commit(group);
    } catch (error) {
      this.#options.warm.evict(sectionsOf(group));
      if (group.length === 1 || isStoreAway(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      const half = Math.ceil(group.length / 2);
      await this.#commitOrIsolate(group.slice(0, half));
      await this.#commitOrIsolate(group.slice(half));
    }
  }

  /** A batch that was sent twice at once is answered the second time by what the first one came to. */
  #nextGroup(): readonly Waiting[] {
    const candidates = this.#queue.splice(0, MOST_IN_GROUP);
    const seen = new Set<string>();
    const later: Waiting[] = [];
    const group = candidates.filter((waiting) => {
      const key = outcomeKey(waiting.batch);
      const isFirst = !seen.has(key);
      if (!isFirst) later.push(waiting);
      seen.add(key);
      return isFirst;
    });
    this.#queue.unshift(...later);
    return group;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const { db, authority, model, inForce, cache, warm, committed, snapshotDue } = this.#options;
    const known = await knownOutcomes(
      db,
      authority,
      group.map(({ batch }) => batch),
    );
    const fresh: Waiting[] = [];
    for (const waiting of group) {
      const outcome = known.get(outcomeKey(waiting.batch));
      if (outcome === undefined) fresh.push(waiting);
      else waiting.resolve(repeated(outcome, waiting.batch));
    }
    if (fresh.length === 0) return;

    const rights = cache.rights;
    const ids = sectionsOf(fresh);
    const sections = await warm.get(db, ids);
    let judged: readonly Judged[] = this.#judge(fresh, await this.#judgedOn(fresh, sections));

    const done = await db.transaction().execute(async (trx) => {
      const room = fresh.reduce((rows, { batch }) => rows + batch.parts.length, 0);
      const locked = await lock(trx, authority, room);
      await inForce.sure(trx, locked.policy);
      const { known: meanwhile, isSame } = await sinceJudged(
        trx,
        authority,
        fresh.map(({ batch }) => batch),
        sections,
      );
      let standing = sections;
      let going = fresh;
      if (locked.rights !== rights || meanwhile.size > 0 || !isSame) {
        warm.evict(ids);
        going = fresh.filter(({ batch }) => !meanwhile.has(outcomeKey(batch)));
        standing = await warm.get(trx, ids);
        judged = this.#judge(going, await judgedOnNow(trx, authority, model, going, standing));
      }
      judged = await limitHeld(trx, authority, judged);
      const first = locked.seq - room + 1;
      const rows = judged
        .flatMap(({ verdict }) => verdict.rows)
        .map((row, index): LogRow => ({ ...row, seq: first + index }));
      const moved = movedBy(rows, standing);
      await writeGroup(trx, authority, { judged, rows, moved });
      return { first, last: locked.seq, rows, moved, standing, meanwhile, going };
    });

    for (const { section, head, rows } of done.moved) {
      const one = done.standing.get(section);
      if (one === undefined) continue;
      one.head = head;
      one.rowsSinceSnapshot += rows;
      if (one.rowsSinceSnapshot < ROWS_A_SNAPSHOT) continue;
      one.rowsSinceSnapshot = 0;
      snapshotDue(section);
    }
    for (const { verdict } of judged) {
      for (const { section, client } of verdict.closes) done.standing.get(section)?.closed.add(client);
    }
    await committed({ first: done.first, last: done.last, rows: done.rows });
    for (const waiting of fresh) {
      const outcome = done.meanwhile.get(outcomeKey(waiting.batch));
      if (outcome !== undefined) waiting.resolve(repeated(outcome, waiting.batch));
    }
    done.going.forEach(({ resolve, reject }, index) => {
      const verdict = judged[index]?.verdict;
      if (verdict === undefined) reject(new Error('A batch was not judged.'));
      else resolve(verdict.result);
    });
  }

  /** Judges in order, applying each taken batch so that the next one is judged on it. */
  #judge(group: readonly Waiting[], on: JudgedOn): Judged[] {
    return group.map(({ batch }) => {
      const verdict = judgeBatch(batch, on);
      for (const { section, update, clients, principal } of verdict.rows) {
        const warm = on.sections.get(section);
        if (warm === undefined) continue;
        this.#options.warm.apply(warm, update);
        for (const client of clients) warm.writers.set(client, principal);
      }
      for (const { section, client } of verdict.closes) on.sections.get(section)?.closed.add(client);
      return { batch, verdict };
    });
  }

  async #judgedOn(group: readonly Waiting[], sections: ReadonlyMap<string, WarmSection>): Promise<JudgedOn> {
    const { model, cache } = this.#options;
    const [states, people] = await Promise.all([
      cache.states([...sections.values()].map(({ record }) => record)),
      cache.people(group.map(({ batch }) => batch.principal)),
    ]);
    return { model: model.now, sections, states, people };
  }
}

async function judgedOnNow(
  trx: Trx,
  authority: string,
  { now: model }: ModelInUse,
  group: readonly Waiting[],
  sections: ReadonlyMap<string, WarmSection>,
): Promise<JudgedOn> {
  const states = await loadStates(trx, authority, [...new Set([...sections.values()].map(({ record }) => record))]);
  const people = await loadPeople(trx, authority, model, [...new Set(group.map(({ batch }) => batch.principal))]);
  return { model, sections, states, people };
}

interface Locked {
  readonly seq: number;
  readonly rights: number;
  readonly policy: number;
}

async function lock(trx: Trx, authority: string, room: number): Promise<Locked> {
  const { rows } = await sql<Locked>`
    update authority set seq = seq + ${room} where id = ${authority} returning seq, rights, policy`.execute(trx);
  const [locked] = rows;
  if (locked === undefined) throw new Error('The authority is gone.');
  return locked;
}

function movedBy(rows: readonly LogRow[], sections: ReadonlyMap<string, WarmSection>): SectionMoved[] {
  return [...Map.groupBy(rows, ({ section }) => section)].flatMap(([section, own]) => {
    const warm = sections.get(section);
    const last = own.at(-1);
    if (warm === undefined || last === undefined) return [];
    return [{ section, head: last.seq, rows: own.length, stateVector: Y.encodeStateVector(warm.doc) }];
  });
}

const sectionsOf = (group: readonly Waiting[]): Set<string> =>
  new Set(group.flatMap(({ batch }) => batch.parts.map(({ section }) => section)));

/** Whether the store itself cannot be used now, whatever was sent: PostgreSQL's classes for that, or a broken connection. */
function isStoreAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|53|57|58|E[A-Z])/.test(code) ||
    (error instanceof Error && /timeout|terminated|Connection/.test(error.message))
  );
}
