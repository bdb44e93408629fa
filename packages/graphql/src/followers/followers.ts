import { LIMITS } from '../limits/limits.ts';
import type { Happening, Touched } from '../sources/following.ts';
import type { GraphQLSources, SignedIn } from '../sources/graphql-sources.ts';
import { Follower } from './follower.ts';

/** Everyone who follows through GraphQL at this node: how many there may be, and whom what happens concerns. */
export class Followers {
  readonly #sources: GraphQLSources;
  readonly #followers = new Set<Follower>();
  readonly #ofPrincipal = new Map<string, number>();
  #unfollow: (() => void) | undefined;

  constructor(sources: GraphQLSources) {
    this.#sources = sources;
  }

  /** Lets somebody follow what concerns them; undefined where they, or all together, follow too much already. */
  take({ who: { who }, at, expiresAt }: SignedIn, concerns: (touched: Touched) => boolean): Follower | undefined {
    const own = this.#ofPrincipal.get(who.id) ?? 0;
    if (own >= LIMITS.following || this.#followers.size >= LIMITS.followingInAll) return undefined;
    const follower = new Follower(who.id, concerns, expiresAt - at, () => this.#leave(follower));
    this.#followers.add(follower);
    this.#ofPrincipal.set(who.id, own + 1);
    this.#unfollow ??= this.#sources.follow((happening) => this.#hear(happening));
    return follower;
  }

  /** Ends all following, since the server stops. */
  close(): void {
    for (const follower of this.#followers) follower.end('BEGIN_AGAIN');
  }

  #hear(happening: Happening): void {
    if (happening.type === 'lost') {
      for (const follower of this.#followers) follower.end('BEGIN_AGAIN');
      return;
    }
    for (const follower of this.#followers) {
      if (happening.people.has(follower.principal)) follower.end('BEGIN_AGAIN');
      else follower.hear(happening.position, happening.records);
    }
  }

  #leave(follower: Follower): void {
    if (!this.#followers.delete(follower)) return;
    const left = (this.#ofPrincipal.get(follower.principal) ?? 1) - 1;
    if (left === 0) this.#ofPrincipal.delete(follower.principal);
    else this.#ofPrincipal.set(follower.principal, left);
    if (this.#followers.size > 0) return;
    this.#unfollow?.();
    this.#unfollow = undefined;
  }
}
