import { LIMITS } from '../limits/limits.ts';
import type { Happening, Touched } from '../sources/following.ts';
import type { GraphQLSources, SignedIn } from '../sources/graphql-sources.ts';
import { Seat } from './seat.ts';

/** Everyone who follows through GraphQL at this node: how many there may be, and whom what happens concerns. */
export class Followers {
  readonly #sources: GraphQLSources;
  readonly #seats = new Set<Seat>();
  readonly #ofPrincipal = new Map<string, number>();
  #unfollow: (() => void) | undefined;

  constructor(sources: GraphQLSources) {
    this.#sources = sources;
  }

  /** Lets somebody follow what concerns them; undefined where they, or all together, follow too much already. */
  take({ principal, at, expiresAt }: SignedIn, concerns: (touched: Touched) => boolean): Seat | undefined {
    const own = this.#ofPrincipal.get(principal.id) ?? 0;
    if (own >= LIMITS.following || this.#seats.size >= LIMITS.followingInAll) return undefined;
    const seat = new Seat(principal.id, concerns, expiresAt - at, () => this.#leave(seat));
    this.#seats.add(seat);
    this.#ofPrincipal.set(principal.id, own + 1);
    this.#unfollow ??= this.#sources.follow((happening) => this.#hear(happening));
    return seat;
  }

  /** Ends all following, since the server stops. */
  close(): void {
    for (const seat of this.#seats) seat.end('BEGIN_AGAIN');
  }

  #hear(happening: Happening): void {
    if (happening.type === 'lost') {
      for (const seat of this.#seats) seat.end('BEGIN_AGAIN');
      return;
    }
    for (const seat of this.#seats) {
      if (happening.principals.has(seat.principal)) seat.end('BEGIN_AGAIN');
      else seat.hear(happening.position, happening.families);
    }
  }

  #leave(seat: Seat): void {
    if (!this.#seats.delete(seat)) return;
    const left = (this.#ofPrincipal.get(seat.principal) ?? 1) - 1;
    if (left === 0) this.#ofPrincipal.delete(seat.principal);
    else this.#ofPrincipal.set(seat.principal, left);
    if (this.#seats.size > 0) return;
    this.#unfollow?.();
    this.#unfollow = undefined;
  }
}
