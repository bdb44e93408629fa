import type { RecordState } from '../records/record-state.ts';

/** Where records of a kind are looked for, and when their rights change by themselves. All are derived from facts. */
export interface KindIndex<Facts> {
  /** Keys that a record has: who shares none has no seat at it. They begin with a word and a colon: `is:`, `firm:`. */
  keys(state: RecordState<Facts>): readonly string[];
  /** When a right changes without a decision: an end that was given beforehand. */
  moments(facts: Facts): readonly number[];
  /** The ids of the records that lean on this one: it is among their `linkedFrom`. */
  links(facts: Facts): readonly string[];
  /** The ids of those who sign in that facts name. */
  people(facts: Facts): readonly string[];
}
