/** One way of doing something, and how often a round does it. */
export interface Contestant {
  readonly name: string;
  readonly run: (round: number) => void;
}

/**
 * Times ways of doing the same by turns, so that a drifting machine slows all of them alike, and gives the median
 * microseconds of each.
 */
export function interleaved(
  rounds: number,
  perRound: number,
  contestants: readonly Contestant[],
): ReadonlyMap<string, number> {
  const times = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  let done = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of contestants) {
      const start = performance.now();
      for (let turn = 0; turn < perRound; turn += 1) run(done + turn);
      times.get(name)?.push(((performance.now() - start) * 1_000) / perRound);
    }
    done += perRound;
  }
  return new Map(
    [...times].map(([name, each]) => [name, each.toSorted((a, b) => a - b)[each.length >> 1] ?? Number.NaN]),
  );
}
