/** One way of doing something. */
export interface Contestant {
  readonly name: string;
  readonly run: (turn: number) => void;
}

/**
 * Times ways of doing the same by turns, so that a drifting machine slows all of them alike.
 *
 * @returns the median microseconds of one turn, by name
 */
export function interleaved(
  rounds: number,
  perRound: number,
  contestants: readonly Contestant[],
): (name: string) => number {
  const times = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of contestants) {
      const start = performance.now();
      for (let turn = 0; turn < perRound; turn += 1) run(round * perRound + turn);
      times.get(name)?.push(((performance.now() - start) * 1_000) / perRound);
    }
  }
  return (name) => median(times.get(name) ?? []);
}

/** The middle of some figures. */
export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

/** The figure below which this share of them lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
