import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { Acts } from './level.ts';

/** The rights in force, where a kind or a decision asks what somebody may know: of the record at hand, or of another. */
export interface Rights {
  /** The seats of somebody at a record; none where it is closed to them. */
  seats(who: unknown, state: RecordState, at: number): ReadonlySet<string>;
  /** What somebody may do with a section of a record. What nothing allows is not allowed. */
  acts(who: unknown, section: string, state: RecordState, at: number): Acts;
  /** Whether somebody may read something of a record. */
  readsSome(who: unknown, state: RecordState, known: Known, at: number): boolean;
}
