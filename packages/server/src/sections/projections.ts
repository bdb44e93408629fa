import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import { projectionsOf } from './projections-of.ts';

/** So many documents are opened in one go. */
const AT_ONCE = 50;
/** Between two goes: what is written meanwhile in one section is one more projection, and requests come first. */
const PAUSE = 500;

/** Keeps what lists show of sections up with the log, off the path of requests: whoever asks finds it made. */
export class Projections {
  readonly #db: Db;
  readonly #authority: string;
  readonly #model: ModelInUse;
  readonly #failed: (error: unknown) => void;
  readonly #behind = new Set<string>();
  readonly #records = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(db: Db, authority: string, model: ModelInUse, failed: (error: unknown) => void) {
    this.#db = db;
    this.#authority = authority;
    this.#model = model;
    this.#failed = failed;
  }

  /** Something was written or decided: what lists show of it is made anew soon. */
  heard(sections: Iterable<string>, records: Iterable<string>): void {
    for (const section of sections) this.#behind.add(section);
    for (const record of records) this.#records.add(record);
    this.#goOn();
  }

  /** Makes anew, in the background, whatever the log has left behind: after a start, and when news were lost. */
  lookThrough(): void {
    this.#then(() => this.#freshenAll());
  }

  /** Makes anew whatever the log has left behind, and is done when that is: after many have been written at once. */
  async catchUp(): Promise<void> {
    await this.#work;
    await this.#freshenAll();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#work;
  }

  async #freshenAll(): Promise<void> {
    let last = '';
    while (!this.#stopped) {
      const { rows } = await sql<{ id: string }>`
        select id from section
        where authority = ${this.#authority} and id collate "C" > ${last} and projection_seq < head
        order by id collate "C" limit ${AT_ONCE}`.execute(this.#db);
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      last = ids.at(-1) ?? last;
      await this.#freshen(ids);
    }
  }

  async #freshen(sections: readonly string[]): Promise<void> {
    await projectionsOf(this.#db, this.#authority, this.#model, sections, { locked: 'leave' });
  }

  #goOn(): void {
    if (this.#behind.size + this.#records.size === 0 || this.#timer !== undefined || this.#stopped) return;
    this.#timer = setTimeout(() => void this.#turn(), PAUSE);
  }

  async #turn(): Promise<void> {
    this.#then(async () => {
      for (const id of await this.#takeRecords()) this.#behind.add(id);
      const sections = [...this.#behind].slice(0, AT_ONCE);
      for (const section of sections) this.#behind.delete(section);
      if (sections.length > 0) await this.#freshen(sections);
    });
    await this.#work;
    // The next pause begins once this is done.
    this.#timer = undefined;
    this.#goOn();
  }

  /** What is behind in records of which something was decided: new ones have sections that nobody has written in. */
  async #takeRecords(): Promise<readonly string[]> {
    if (this.#records.size === 0) return [];
    const records = [...this.#records];
    this.#records.clear();
    const { rows } = await sql<{ id: string }>`
      select id from section
      where authority = ${this.#authority} and record = any(${records}) and projection_seq < head`.execute(this.#db);
    return rows.map(({ id }) => id);
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(() => (this.#stopped ? undefined : work())).catch(this.#failed);
  }
}
