import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { channelOf } from '../directory/channel.ts';
import { type Logged, loggedColumns } from '../decisions/logged.ts';
import type { LogRow } from './batch.ts';
import type { Committed } from './committer.ts';

/** What is new in the log, in its order. */
export interface News {
  readonly rows: readonly LogRow[];
  readonly decisions: readonly Logged[];
  /** Everything up to here has now been told. */
  readonly position: number;
  readonly rights: number;
}

const PAGE = 2_000;
const POLL_EVERY = 1_000;
/** How often the same news are tried to be told. */
const TRIES = 3;

/**
 * Follows the log of an authority, whoever writes it: this node or another on the same database.
 *
 * A notification wakes it, and polling does where one was lost. What this node has just committed is told from memory if
 * nothing of another node lies before it.
 */
export class Tail {
  readonly #database: Database;
  readonly #authority: string;
  readonly #hear: (news: News) => Promise<void>;
  readonly #lost: () => void;
  readonly #failed: (error: unknown) => void;
  #position: number;
  #rights: number;
  #work: Promise<void> = Promise.resolve();
  #reading = false;
  #tries = 0;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #listener: { close(): Promise<void> } | undefined;

  constructor(
    database: Database,
    authority: string,
    start: { readonly position: number; readonly rights: number },
    hear: (news: News) => Promise<void>,
    lost: () => void,
    failed: (error: unknown) => void,
  ) {
    this.#database = database;
    this.#authority = authority;
    this.#position = start.position;
    this.#rights = start.rights;
    this.#hear = hear;
    this.#lost = lost;
    this.#failed = failed;
  }

  /** Everything up to here has been told. */
  get position(): number {
    return this.#position;
  }

  async start(): Promise<void> {
    await this.#listen();
    this.#timer = setInterval(() => {
      if (this.#listener === undefined) void this.#listen().catch(this.#failed);
      this.wake();
    }, POLL_EVERY);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#listener?.close();
    await this.#work;
  }

  /** Looks for news soon; many calls at once are one look. */
  wake(): void {
    if (this.#reading || this.#stopped) return;
    this.#reading = true;
    void this.#serially(async () => {
      this.#reading = false;
      await this.#read();
    }).catch(this.#failed);
  }

  /** Looks for news now, and is done when they have been told. */
  catchUp(): Promise<void> {
    return this.#serially(() => this.#read());
  }

  /** Tells what this node has committed. */
  committed({ first, last, rows }: Committed): Promise<void> {
    return this.#serially(async () => {
      if (this.#position !== first - 1) return this.#read();
      await this.#tell({ rows, decisions: [], position: last, rights: this.#rights });
    });
  }

  #serially(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #listen(): Promise<void> {
    this.#listener = await this.#database.listen(
      channelOf(this.#authority),
      () => this.wake(),
      () => (this.#listener = undefined),
    );
  }

  async #read(): Promise<void> {
    const { db } = this.#database;
    const { rows: authorities } = await sql<{ seq: number; rights: number }>`
      select seq, rights from authority where id = ${this.#authority}`.execute(db);
    const [end] = authorities;
    if (end === undefined) return;
    // Numbers are given out under a lock that is held until the commit, so everything up to `seq` is there.
    while (this.#position < end.seq) {
      const { rows: decisions } = await sql<Logged>`
        select ${loggedColumns} from decision
        where authority = ${this.#authority} and seq > ${this.#position} and seq <= ${end.seq} order by seq limit ${PAGE}`.execute(
        db,
      );
      const { rows } = await sql<LogRow>`
        select seq, section, epoch, device, principal, at, batch, base, clients, bytes as update from log
        where authority = ${this.#authority} and seq > ${this.#position} and seq <= ${end.seq} order by seq limit ${PAGE}`.execute(
        db,
      );
      const full = [decisions, rows].filter(({ length }) => length === PAGE);
      const position = Math.min(end.seq, ...full.map((page) => page.at(-1)?.seq ?? end.seq));
      const upTo = <One extends { seq: number }>(ones: readonly One[]) => ones.filter(({ seq }) => seq <= position);
      // Rights are as new as that only once all decisions until then have been heard of.
      const rights = position === end.seq ? end.rights : this.#rights;
      await this.#tell({ rows: upTo(rows), decisions: upTo(decisions), position, rights });
    }
  }

  /** What cannot be told again and again is left: everyone connects again, and finds it in catching up. */
  async #tell(news: News): Promise<void> {
    try {
      await this.#hear(news);
    } catch (error) {
      this.#tries += 1;
      if (this.#tries < TRIES) throw error;
      this.#failed(error);
      this.#lost();
    }
    this.#tries = 0;
    this.#position = news.position;
    this.#rights = news.rights;
  }
}
