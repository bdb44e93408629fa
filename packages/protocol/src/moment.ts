/** What a state machine is told about the world with each event. */
export interface Moment {
  /** Milliseconds of the machine's own clock. Only differences between two moments matter. */
  readonly now: number;
  /** A fresh random number from 0 up to, not including, 1. */
  readonly random: number;
}
