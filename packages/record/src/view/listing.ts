import { byId, byKey, Ordered, type RowPlace } from './ordered.ts';
import type { Shown } from './shown.ts';

/** A row in its place. */
export interface PlacedRow extends RowPlace {
  readonly row: Shown;
}

/**
 * The rows of one group at one moment: in the order in which they show, and to be found by id. A change gives a new
 * listing at the cost of one path; the places by id are the same as long as no row is added, moved or hidden.
 */
export class Listing {
  readonly ordered: Ordered<PlacedRow>;
  readonly #places: Ordered<RowPlace>;

  private constructor(ordered: Ordered<PlacedRow>, places: Ordered<RowPlace>) {
    this.ordered = ordered;
    this.#places = places;
  }

  /** @param isKeyed - whether rows are ordered by their keys, or by their ids alone */
  static of(rows: readonly PlacedRow[], isKeyed: boolean): Listing {
    const ordered = Ordered.of(rows, isKeyed ? byKey : byId);
    const places: readonly RowPlace[] = rows.map(({ id, key }) => ({ id, key }));
    return new Listing(ordered, isKeyed ? Ordered.of(places, byId) : ordered);
  }

  byId(id: string): Shown | undefined {
    const place = this.#places.find({ id, key: null });
    return place === undefined ? undefined : this.ordered.find(place)?.row;
  }

  /** How many rows stand before this one. */
  placeOf(row: PlacedRow): number {
    return this.ordered.placeOf(row);
  }

  /** A list of the rows in their order, for the caller to keep. */
  rows(): Shown[] {
    return Array.from(this.ordered, ({ row }) => row);
  }

  /** The listing with one row as it is now instead of as it was; undefined for one that is not shown. */
  changed(old: PlacedRow | undefined, now: PlacedRow | undefined): Listing {
    if (now === undefined) return old === undefined ? this : this.#without(old);
    if (old !== undefined && old.key !== now.key) return this.#without(old).changed(undefined, now);
    const ordered = this.ordered.with(now);
    if (this.#isOwnIndex) return new Listing(ordered, ordered);
    return new Listing(ordered, old === undefined ? this.#places.with({ id: now.id, key: now.key }) : this.#places);
  }

  #without(old: PlacedRow): Listing {
    const ordered = this.ordered.without(old);
    return new Listing(ordered, this.#isOwnIndex ? ordered : this.#places.without(old));
  }

  /** Whether rows are ordered by id, so that the order is the index as well. */
  get #isOwnIndex(): boolean {
    return this.#places === this.ordered;
  }
}
