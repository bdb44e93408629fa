import type { Known } from '../admission/known.ts';

/** What the renumbering of one update goes by. */
export interface RenumberingContext {
  /** What the server has. */
  readonly known: Known;
  /** The section as the device had it. */
  readonly whole: Known;
  readonly client: number;
}
