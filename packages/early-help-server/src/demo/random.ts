/** A source of random choices that gives the same ones again for the same seed. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  unit(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(likelihood: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** Some of the items, each once, in their order. */
  some<Item>(items: readonly Item[], count: number): Item[];
  bytes(length: number): Uint8Array;
}

/** Makes a source of random choices from a text; different texts give unrelated ones. */
export function randomFrom(seed: string): Random {
  let state = hash(seed);
  // Mulberry32: small, quick, and even enough for made-up lives. Nothing here guards a secret.
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number): number => least + Math.floor(unit() * (most - least + 1));
  return {
    unit,
    int,
    chance: (likelihood) => unit() < likelihood,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    some: (items, count) =>
      items
        .map((item, place) => ({ item, place, rank: unit() }))
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, count)
        .toSorted((a, b) => a.place - b.place)
        .map(({ item }) => item),
    bytes: (length) => Uint8Array.from({ length }, () => int(0, 255)),
  };
}

/** A number of 31 bits from a text, never 0. */
export const number31 = (text: string): number => hash(text) & 0x7fffffff || 1;

// FNV-1a, stirred once more so that texts which end alike do not give numbers that begin alike.
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}
