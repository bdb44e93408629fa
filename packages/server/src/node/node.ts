import type { Database } from '../database/database.ts';
import type { Decisions } from '../decisions/decisions.ts';
import type { Authority } from '../directory/authority.ts';
import type { Committer } from '../log/committer.ts';
import type { News, Tail } from '../log/tail.ts';
import type { ModelInUse } from '../model/model-in-use.ts';
import type { RightsCache } from '../rights/rights-cache.ts';
import type { Store } from '../rights/store.ts';
import type { Switchboard } from '../routing/switchboard.ts';
import type { Projections } from '../sections/projections.ts';
import type { Tokens } from '../sign-in/tokens.ts';

/** Somebody who follows the log at this node, after everyone who is connected was told. */
export interface Follower {
  heard(news: News): Promise<void>;
  /** Something could not be told: what was known so far counts no more. */
  lost(): void;
}

/** One server process over a database: it holds caches and nothing else, so that any number may share one. */
export interface Node {
  readonly database: Database;
  readonly authority: Authority;
  readonly model: ModelInUse;
  readonly store: Store;
  readonly tokens: Tokens;
  readonly cache: RightsCache;
  readonly committer: Committer;
  readonly decisions: Decisions;
  readonly switchboard: Switchboard;
  readonly tail: Tail;
  readonly projections: Projections;
  /** Makes events of the rights that have run out; it happens by itself each second. */
  sweep(): Promise<void>;
  /** Has somebody told of everything that is new in the log from now on. */
  follow(follower: Follower): void;
  readonly now: () => number;
  /** Tells the log of this process that something failed, without anything that was in it. */
  readonly report: (where: string, error: unknown) => void;
  stop(): Promise<void>;
}
