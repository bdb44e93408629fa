import type fc from 'fast-check';

/** A source of random numbers. */
export interface RandomSource {
  /** A whole number from 0 up to, but not including, `bound`. */
  below(bound: number): number;
  /** A value of a fast-check arbitrary. */
  draw<Value>(arbitrary: fc.Arbitrary<Value>): Value;
}

/** Where the edits of a history come from. */
export interface EditSource<Edit> {
  /** Begins a history: edits of one history keep to a few places, so that they collide. */
  begin(random: RandomSource): { start(): readonly Edit[]; next(): Edit };
  /** Simpler edits to try instead. */
  shrink(edit: Edit): Iterable<Edit>;
}
