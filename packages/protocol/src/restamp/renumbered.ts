import type { Id, Range } from '../admission/struct.ts';

/** A run of clocks of one clientID, and where it is found now. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** Which clocks of which clientIDs are now those of the fresh one. */
export class Renumbered {
  private readonly client: number;
  private readonly runs: ReadonlyMap<number, readonly Run[]>;

  constructor(client: number, runs: ReadonlyMap<number, readonly Run[]> = new Map()) {
    this.client = client;
    this.runs = runs;
  }

  /** With one run more. What goes on where the last one ends is one run with it: typing is long, and its runs are few. */
  with({ client, clock, length }: Range, now: number): Renumbered {
    const line = this.runs.get(client) ?? [];
    const last = line.at(-1);
    const goesOn = last?.to === clock && last.now + clock - last.from === now;
    const run = { from: goesOn ? last.from : clock, to: clock + length, now: goesOn ? last.now : now };
    return new Renumbered(this.client, new Map(this.runs).set(client, [...(goesOn ? line.slice(0, -1) : line), run]));
  }

  /** Where an id is found now; null if it was not given a new one. */
  find({ client, clock }: Id): Id | null {
    const run = this.runs.get(client)?.find(({ from, to }) => clock >= from && clock < to);
    return run === undefined ? null : { client: this.client, clock: run.now + clock - run.from };
  }

  /** Where those clocks of a range are found now that were given new ones. */
  findAll({ client, clock, length }: Range): readonly Range[] {
    return (this.runs.get(client) ?? []).flatMap(({ from, to, now }) => {
      const first = Math.max(from, clock);
      const end = Math.min(to, clock + length);
      return first < end ? [{ client: this.client, clock: now + first - from, length: end - first }] : [];
    });
  }

  /** The highest new clock of what a client wrote up to a clock; null if none of it was given a new one. */
  lastUpTo(client: number, clock: number): number | null {
    const all = this.findAll({ client, clock: 0, length: clock + 1 });
    return all.length === 0 ? null : Math.max(...all.map((range) => range.clock + range.length - 1));
  }
}
