import { compareText } from '../claims/claim.ts';

/** Where a row stands: sorted by key, rows without a key last, equals by id. */
export interface RowPlace {
  readonly id: string;
  readonly key: string | null;
}

/** An order of rows. */
export type RowOrder = (a: RowPlace, b: RowPlace) => number;

/** Orders rows by id. */
export const byId: RowOrder = (a, b) => compareText(a.id, b.id);

/** Orders rows by key, then id. */
export const byKey: RowOrder = (a, b) => {
  if (a.key === b.key) return byId(a, b);
  if (a.key === null) return 1;
  return b.key === null ? -1 : compareText(a.key, b.key);
};

const chunkSize = 64;

type Chunk<Item> = readonly Item[];

/**
 * A sorted list that never changes: adding, replacing or removing a row gives a new list that shares all but one chunk
 * of rows with the old one. One row changed in six thousand costs two short copies.
 */
export class Ordered<Item extends RowPlace> {
  readonly #chunks: readonly Chunk<Item>[];
  readonly #order: RowOrder;
  readonly length: number;

  private constructor(chunks: readonly Chunk<Item>[], order: RowOrder, length: number) {
    this.#chunks = chunks;
    this.#order = order;
    this.length = length;
  }

  /** A list of these rows, in any order. */
  static of<Item extends RowPlace>(rows: readonly Item[], order: RowOrder): Ordered<Item> {
    const sorted = rows.toSorted(order);
    const chunks: Chunk<Item>[] = [];
    for (let start = 0; start < sorted.length; start += chunkSize) chunks.push(sorted.slice(start, start + chunkSize));
    return new Ordered(chunks, order, sorted.length);
  }

  /** The row that stands there. */
  find(wanted: RowPlace): Item | undefined {
    const { chunk, place, found } = this.#locate(wanted);
    return found ? this.#chunks[chunk]?.[place] : undefined;
  }

  /** How many rows stand before this one, which is in the list. */
  placeOf(row: RowPlace): number {
    const { chunk, place } = this.#locate(row);
    let before = place;
    for (let nth = 0; nth < chunk; nth += 1) before += this.#chunks[nth]?.length ?? 0;
    return before;
  }

  /** The list with the row in its place, instead of the one that is there. */
  with(row: Item): Ordered<Item> {
    const { chunk, place, found } = this.#locate(row);
    const held = this.#chunks[chunk] ?? [];
    return found
      ? this.#replace(chunk, [held.with(place, row)], 0)
      : this.#replace(chunk, split(held.toSpliced(place, 0, row)), 1);
  }

  /** The list without the row. */
  without(row: RowPlace): Ordered<Item> {
    const { chunk, place, found } = this.#locate(row);
    if (!found) return this;
    const rest = (this.#chunks[chunk] ?? []).toSpliced(place, 1);
    return this.#replace(chunk, rest.length === 0 ? [] : [rest], -1);
  }

  /** The last row. */
  last(): Item | undefined {
    return this.#chunks.at(-1)?.at(-1);
  }

  *[Symbol.iterator](): Iterator<Item> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  #replace(chunk: number, by: readonly Chunk<Item>[], grown: number): Ordered<Item> {
    const [only] = by;
    const chunks =
      by.length === 1 && only !== undefined && chunk < this.#chunks.length
        ? this.#chunks.with(chunk, only)
        : this.#chunks.toSpliced(chunk, 1, ...by);
    return new Ordered(chunks, this.#order, this.length + grown);
  }

  #locate(row: RowPlace): { chunk: number; place: number; found: boolean } {
    // The last chunk that does not begin after the row.
    const chunk = Math.max(
      0,
      lastIndex(this.#chunks, (held) => held[0] !== undefined && this.#order(held[0], row) <= 0),
    );
    const held = this.#chunks[chunk] ?? [];
    const before = lastIndex(held, (other) => this.#order(other, row) <= 0);
    const candidate = held[before];
    const found = candidate !== undefined && this.#order(candidate, row) === 0;
    return { chunk, place: found ? before : before + 1, found };
  }
}

const split = <Item>(rows: Chunk<Item>): readonly Chunk<Item>[] =>
  rows.length <= 2 * chunkSize ? [rows] : [rows.slice(0, chunkSize), rows.slice(chunkSize)];

// Binary search: the last index for which the test holds, given that it holds up to there; -1 for none.
function lastIndex<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}
