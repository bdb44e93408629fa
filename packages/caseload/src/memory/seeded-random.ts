import type { Random } from '../ports/random.ts';

/** Randomness that repeats itself: the same seed, the same numbers. For tests and simulations only. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32: 32 bits of state, well mixed, and enough to tell ids apart in a test.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    bytes: (length) => Uint8Array.from({ length }, () => next() & 255),
    number: () => next() / 2 ** 32,
  };
}
