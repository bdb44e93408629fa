import { randomBytes } from 'node:crypto';
import { isSectionId } from '@caseweave/protocol';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { PlaceElsewhere, PresenceBoard } from './presence-board.ts';

/** Places that change within so many milliseconds are told together. */
const GATHER = 100;
/** Every place is told again, so that a node that starts or misses a word knows of it soon. */
const REPEAT_EVERY = 20_000;
/** A notification holds 8,000 bytes at most. */
const PAYLOAD = 7_900;

const message = z.object({
  node: z.string(),
  places: z.array(
    z.object({
      section: z.string().refine(isSectionId),
      client: z.number(),
      clock: z.number(),
      state: z.string().nullable(),
      principal: z.string(),
    }),
  ),
});

/** Carries presence between the nodes of an authority, by notifications of the database: nothing of it is stored. */
export class PresenceRelay {
  readonly #node = randomBytes(9).toString('base64url');
  readonly #database: Database;
  readonly #channel: string;
  readonly #report: (error: unknown) => void;
  readonly #waiting = new Map<string, PlaceElsewhere>();
  #board: PresenceBoard | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #repeating: NodeJS.Timeout | undefined;
  #listener: { close(): Promise<void> } | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(database: Database, authority: string, report: (error: unknown) => void) {
    this.#database = database;
    this.#channel = `caseweave_places_${authority}`;
    this.#report = report;
  }

  /** Begins to carry: what other nodes tell goes to the board. They are asked to tell where everyone is. */
  async start(board: PresenceBoard): Promise<void> {
    this.#board = board;
    await this.#listen();
    this.#repeating = setInterval(() => {
      board.forgetGone();
      board.announceAll();
      if (this.#listener === undefined) void this.#listen().catch(this.#report);
    }, REPEAT_EVERY);
    this.#send([]);
  }

  /** Tells the others soon where somebody here is. */
  announce(place: PlaceElsewhere): void {
    this.#waiting.set(`${place.section}/${place.client}`, place);
    this.#gathering ??= setTimeout(() => this.#flush(), GATHER);
  }

  /** Tells what waits, and is done when it is told. */
  async stop(): Promise<void> {
    clearInterval(this.#repeating);
    this.#flush();
    await this.#work;
    await this.#listener?.close();
    await this.#work;
  }

  #flush(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    let together: PlaceElsewhere[] = [];
    let size = 0;
    for (const place of this.#waiting.values()) {
      const bytes = Buffer.byteLength(JSON.stringify(place)) + 1;
      if (bytes > PAYLOAD - ENVELOPE) continue;
      if (size + bytes > PAYLOAD - ENVELOPE) {
        this.#send(together);
        [together, size] = [[], 0];
      }
      together.push(place);
      size += bytes;
    }
    this.#waiting.clear();
    if (together.length > 0) this.#send(together);
  }

  #send(places: readonly PlaceElsewhere[]): void {
    const payload = JSON.stringify({ node: this.#node, places });
    this.#serially(async () => {
      await sql`select pg_notify(${this.#channel}, ${payload})`.execute(this.#database.db);
    });
  }

  #hear(payload: string): void {
    const heard = message.safeParse(JSON.parse(payload));
    if (!heard.success || heard.data.node === this.#node) return;
    const { node, places } = heard.data;
    // Who has nothing to tell has just come, and asks.
    if (places.length === 0) return this.#board?.announceAll();
    this.#serially(async () => {
      for (const place of places) await this.#board?.elsewhere(node, place);
    });
  }

  #serially(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(this.#report);
  }

  async #listen(): Promise<void> {
    this.#listener = await this.#database.listen(
      this.#channel,
      (payload) => this.#hear(payload),
      () => (this.#listener = undefined),
    );
  }
}

const ENVELOPE = 64;
