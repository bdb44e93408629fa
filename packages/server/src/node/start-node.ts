import type { Model, RightsTable } from '@caseweave/model';
import { sql } from 'kysely';
import { assertDurable } from '../database/assert-durable.ts';
import type { CarryOver } from '../database/carry-over.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { Decisions } from '../decisions/decisions.ts';
import { isOfRecord } from '../decisions/logged.ts';
import { sweepLapsed } from '../decisions/sweep-lapsed.ts';
import { loadAuthority } from '../directory/authority.ts';
import { Committer } from '../log/committer.ts';
import { type News, Tail } from '../log/tail.ts';
import { InForce } from '../model/in-force.ts';
import { ModelInUse } from '../model/model-in-use.ts';
import { seldom } from '../model/seldom.ts';
import { RightsCache } from '../rights/rights-cache.ts';
import { PresenceRelay } from '../routing/presence-relay.ts';
import { Switchboard } from '../routing/switchboard.ts';
import { Projections } from '../sections/projections.ts';
import { takeSnapshot } from '../sections/take-snapshot.ts';
import { WarmSections } from '../sections/warm-sections.ts';
import type { Issuer } from '../sign-in/issuer.ts';
import { issuerTokens } from '../sign-in/issuer-tokens.ts';
import { ownTokens, type Tokens } from '../sign-in/tokens.ts';
import { bringUpToModel, rightsInForce } from '../start/bring-up-to-model.ts';
import type { Follower, Node } from './node.ts';

/** What a node needs. */
export interface NodeOptions {
  /** What is served. */
  readonly model: Model;
  /**
   * The authority's own rights table, as `readRights` reads it; that of the model, if it is not set. A node that serves
   * nobody keeps the one that is in force.
   */
  readonly rights?: RightsTable | 'kept' | undefined;
  readonly authority?: string;
  /** Whose tokens are taken; the server's own, if it is not set. */
  readonly issuer?: Issuer | undefined;
  readonly now?: () => number;
  readonly report?: (where: string, error: unknown) => void;
  /** Told, in words, what the start is doing that may take a while. */
  readonly tell?: (words: string) => void;
  /** How many documents are kept warm for admission. */
  readonly warmDocuments?: number;
  /** Brings a store of before this server ran any model to the tables of today; without it such a store is refused. */
  readonly carryOver?: CarryOver;
}

const SWEEP_EVERY = 1_000;

/** Starts a node: brings the store to this version, makes sure that it keeps what it confirms, and follows its log. */
export async function startNode(database: Database, options: NodeOptions): Promise<Node> {
  const { authority: id = 'main', issuer, now = Date.now, report = () => undefined, warmDocuments = 500 } = options;
  const { db } = database;
  await assertDurable(db);
  await migrate(db, options.carryOver);
  const authority = await loadAuthority(db, id);
  const inModel = seldom(now, (path, error) => report(`model ${path}`, error));
  const model = new ModelInUse(options.model, inModel);
  const table = options.rights === 'kept' ? await rightsInForce(db, id) : options.rights;
  if (table !== undefined) model.put({ ...options.model.rights, ...table });
  await bringUpToModel(db, authority, model.now, now(), options.tell);
  const { rows } = await sql<{
    seq: number;
    rights: number;
  }>`select seq, rights from authority where id = ${id}`.execute(db);
  const { seq = 0, rights = 0 } = rows[0] ?? {};
  const inForce = new InForce(authority, model);
  const tokens = unlessOutdated(
    inForce,
    issuer === undefined ? ownTokens(authority, now) : issuerTokens(db, id, issuer, now),
  );
  const cache = new RightsCache(db, id, model, rights);
  const store = { db, authority: id, model, cache };
  const relay = new PresenceRelay(database, id, (error) => report('presence', error));
  const switchboard = new Switchboard(store, now, report, (place) => relay.announce(place));
  const projections = new Projections(db, id, model, (error) => report('projections', error));
  const followers: Follower[] = [
    {
      heard: async ({ rows: written, decisions: logged }) =>
        projections.heard(
          written.map(({ section }) => section),
          logged.filter(isOfRecord).map(({ record }) => record),
        ),
      lost: () => projections.lookThrough(),
    },
  ];
  const lost = () => {
    for (const follower of followers) follower.lost();
  };
  const hear = async (news: News) => {
    if (news.decisions.some(({ type }) => type === 'again')) {
      await inForce.renew(db);
      cache.forgetAll();
      cache.forget([], news.rights);
      switchboard.compareAll();
      return lost();
    }
    await switchboard.hear(news);
    for (const follower of followers) await follower.heard(news);
  };
  const untold = () => {
    switchboard.startAllAgain();
    lost();
  };
  const tail = new Tail(database, id, { position: seq, rights }, hear, untold, (error) => report('tail', error));
  const snapshots = new Set<Promise<void>>();
  const committer = new Committer({
    db,
    authority: id,
    model,
    inForce,
    cache,
    warm: new WarmSections(id, warmDocuments),
    committed: (committed) => tail.committed(committed),
    snapshotDue(section) {
      const taking: Promise<void> = takeSnapshot(db, id, section)
        .catch((error: unknown) => report('snapshot', error))
        .finally(() => snapshots.delete(taking));
      snapshots.add(taking);
    },
  });
  const decided = () => tail.catchUp();
  const decisions = new Decisions({ db, authority: id, model, inForce, decided });
  await tail.start();
  projections.lookThrough();
  await relay.start(switchboard.board);
  let sweeping: Promise<void> = Promise.resolve();
  const sweepFailed = (error: unknown) => report('sweep', error);
  const sweep = (): Promise<void> => {
    sweeping = sweeping
      .then(() => sweepLapsed({ db, authority: id, model, inForce }, now(), sweepFailed))
      .catch(sweepFailed);
    return sweeping;
  };
  const sweeper = setInterval(() => void sweep(), SWEEP_EVERY);
  return {
    database,
    authority,
    model,
    store,
    tokens,
    cache,
    committer,
    decisions,
    switchboard,
    tail,
    projections,
    sweep,
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

/** Where a newer release of the model runs on the store, nobody is let in here: they are told to come again. */
const unlessOutdated = (inForce: InForce, tokens: Tokens): Tokens => ({
  verify: async (token) => (inForce.isOutdated ? { type: 'unavailable' } : tokens.verify(token)),
});
