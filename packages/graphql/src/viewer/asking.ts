import type { Followers } from '../followers/followers.ts';
import { signInNeeded } from '../limits/sign-in-needed.ts';
import type { GraphQLSources, SignedIn } from '../sources/graphql-sources.ts';
import { Viewer } from './viewer.ts';

interface AskingOptions {
  readonly sources: GraphQLSources;
  readonly followers: Followers;
  readonly costLimit: number;
  readonly token: string;
  readonly signedIn: SignedIn;
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
  #signedIn: SignedIn;
  #viewer: Viewer;

  constructor({ sources, followers, costLimit, token, signedIn }: AskingOptions) {
    this.sources = sources;
    this.followers = followers;
    this.costLimit = costLimit;
    this.#token = token;
    this.#signedIn = signedIn;
    this.#viewer = new Viewer(sources, signedIn);
  }

  /** Who asks, and until when their token is good. */
  get signedIn(): SignedIn {
    return this.#signedIn;
  }

  /** Whoever asks, under the rights that were in force when they were judged last. */
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
    const signedIn = await this.sources.authenticate(this.#token);
    if (signedIn === undefined) return undefined;
    this.#signedIn = signedIn;
    this.#viewer = new Viewer(this.sources, signedIn);
    return this.#viewer;
  }
}
