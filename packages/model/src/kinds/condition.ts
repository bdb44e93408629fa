import type { RecordState } from '../records/record-state.ts';
import type { Level } from '../rights/level.ts';

/** What a condition is asked about. */
export interface Asked<Who, Facts> {
  readonly who: Who;
  /** The section's name. */
  readonly section: string;
  /** Of a series of sections, what stands for the star in its name; null in any other. */
  readonly parameter: string | null;
  readonly state: RecordState<Facts>;
  readonly at: number;
}

/** A condition that cells of the rights table may name. Pure, as seats are. */
export interface Condition<Who, Facts, SeatName extends string> {
  /** In plain words, after "where": `the repair is open`. */
  readonly says: string;
  /** Whether it holds, or the most that it allows. One that throws allows nothing. */
  allows(asked: Asked<Who, Facts>): boolean | Level;
  /** The seat that somebody counts as sitting in for a cell with this condition, whether or not they do. */
  sits?(who: Who): SeatName | undefined;
}
