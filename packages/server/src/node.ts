import { sql } from 'kysely';
import { type Authority, loadAuthority } from './authority.ts';
import { assertDurable } from './database/assert-durable.ts';
import type { Database } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { Decisions } from './decisions/decisions.ts';
import type { Issuer } from './http/issuer.ts';
import { issuerTokens } from './http/issuer-tokens.ts';
import { ownTokens, type Tokens } from './http/tokens.ts';
import { Committer } from './log/committer.ts';
import { type News, Tail } from './log/tail.ts';
import { DirectoryCache } from './rights/directory-cache.ts';
import { sweepLapsed } from './rights/sweep-lapsed.ts';
import { Projections } from './sections/projections.ts';
import { takeSnapshot } from './sections/take-snapshot.ts';
import { WarmSections } from './sections/warm-sections.ts';
import { PresenceRelay } from './sync/presence-relay.ts';
import { Switchboard } from './sync/switchboard.ts';

/** Somebody who follows the log at this node, after everyone who is connected was told. */
interface Follower {
  heard(news: News): Promise<void>;
  /** Something could not be told: what was known so far counts no more. */
  lost(): void;
}

/** One server process over a database: it holds caches and nothing else, so that any number may share one. */
export interface Node {
  readonly database: Database;
  readonly authority: Authority;
  readonly tokens: Tokens;
  readonly directory: DirectoryCache;
  readonly committer: Committer;
  readonly decisions: Decisions;
  readonly switchboard: Switchboard;
  readonly tail: Tail;
  readonly projections: Projections;
  /** Has somebody told of everything that is new in the log from now on. */
  follow(follower: Follower): void;
  readonly now: () => number;
  /** Tells the log of this process that something failed, without anything that was in it. */
  readonly report: (where: string, error: unknown) => void;
  stop(): Promise<void>;
}

/** What a node needs. */
export interface NodeOptions {
  readonly authority?: string;
  /** Whose tokens are taken; the server's own, if it is not set. */
  readonly issuer?: Issuer | undefined;
  readonly now?: () => number;
  readonly report?: (where: string, error: unknown) => void;
  /** How many documents are kept warm for admission. */
  readonly warmDocuments?: number;
}

const SWEEP_EVERY = 1_000;

/** Starts a node: brings the store to this version, makes sure that it keeps what it confirms, and follows its log. */
export async function startNode(database: Database, options: NodeOptions = {}): Promise<Node> {
  const { authority: id = 'main', issuer, now = Date.now, report = () => undefined, warmDocuments = 500 } = options;
  const { db } = database;
  await assertDurable(db);
  await migrate(db);
  const authority = await loadAuthority(db, id);
  const { rows } = await sql<{
    seq: number;
    rights: number;
  }>`select seq, rights from authority where id = ${id}`.execute(db);
  const { seq = 0, rights = 0 } = rows[0] ?? {};
  const tokens = issuer === undefined ? ownTokens(authority, now) : issuerTokens(db, id, issuer, now);
  const directory = new DirectoryCache(db, id, rights);
  const relay = new PresenceRelay(database, id, (error) => report('presence', error));
  const switchboard = new Switchboard(db, id, directory, now, report, (place) => relay.announce(place));
  const projections = new Projections(db, id, (error) => report('projections', error));
  const followers: Follower[] = [
    {
      heard: async (news) => projections.heard(news),
      lost: () => projections.lookThrough(),
    },
  ];
  const tail = new Tail(
    database,
    id,
    { position: seq, rights },
    async (news) => {
      await switchboard.hear(news);
      for (const follower of followers) await follower.heard(news);
    },
    () => {
      switchboard.startAllAgain();
      for (const follower of followers) follower.lost();
    },
    (error) => report('tail', error),
  );
  const snapshots = new Set<Promise<void>>();
  const committer = new Committer({
    db,
    authority: id,
    directory,
    warm: new WarmSections(id, warmDocuments),
    committed: (committed) => tail.committed(committed),
    snapshotDue(section) {
      const taking: Promise<void> = takeSnapshot(db, id, section)
        .catch((error: unknown) => report('snapshot', error))
        .finally(() => snapshots.delete(taking));
      snapshots.add(taking);
    },
  });
  const decisions = new Decisions({ db, authority: id, decided: () => tail.catchUp() });
  await tail.start();
  projections.lookThrough();
  await relay.start(switchboard.board);
  let sweeping: Promise<void> = Promise.resolve();
  const sweeper = setInterval(() => {
    sweeping = sweepLapsed(db, id, now()).catch((error: unknown) => report('sweep', error));
  }, SWEEP_EVERY);
  return {
    database,
    authority,
    tokens,
    directory,
    committer,
    decisions,
    switchboard,
    tail,
    projections,
    follow: (follower) => followers.push(follower),
    now,
    report,
    async stop() {
      clearInterval(sweeper);
      await sweeping;
      await committer.idle();
      await Promise.all(snapshots);
      await relay.stop();
      await tail.stop();
      await projections.stop();
    },
  };
}
