import type { GraphQLSources, SignedIn } from './sources/graphql-sources.ts';
import { signInNeeded } from './limits/authenticate.ts';
import { Viewer } from './viewer.ts';
import type { Followers } from './following/followers.ts';

interface AskingOptions {
  readonly sources: GraphQLSources;
  readonly followers: Followers;
  readonly costLimit: number;
  readonly token: string;
  readonly who: SignedIn;
}

/**
 * A request while it is answered: who asks, judged at a moment that moves on.
 *
 * One moment does for a query. After an edit, and for each event of a subscription, the token is looked at again and
 * everything is read afresh.
 */
export class Asking {
  readonly sources: GraphQLSources;
  readonly followers: Followers;
  /** What the operation may cost at most. */
  readonly costLimit: number;
  readonly #token: string;
  #who: SignedIn;
  #viewer: Viewer;

  constructor({ sources, followers, costLimit, token, who }: AskingOptions) {
    this.sources = sources;
    this.followers = followers;
    this.costLimit = costLimit;
    this.#token = token;
    this.#who = who;
    this.#viewer = new Viewer(sources, who);
  }

  /** Who asks, and until when their token is good. */
  get who(): SignedIn {
    return this.#who;
  }

  get viewer(): Viewer {
    return this.#viewer;
  }

  /** Judges anew who asks. @throws where the token is no longer good */
  async renew(): Promise<Viewer> {
    const viewer = await this.tryRenew();
    if (viewer === undefined) throw signInNeeded();
    return viewer;
  }

  /** The same; undefined where the token is no longer good. */
  async tryRenew(): Promise<Viewer | undefined> {
    const who = await this.sources.authenticate(this.#token);
    if (who === undefined) return undefined;
    this.#who = who;
    this.#viewer = new Viewer(this.sources, who);
    return this.#viewer;
  }
}
