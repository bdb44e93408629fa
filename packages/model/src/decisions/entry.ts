import type { Json } from '@caseweave/record';

/** The name of the entry that begins a record with facts given whole, by whoever runs the authority. */
export const ADOPT = 'adopt';

/** What the log keeps of a decision. */
export interface DecisionEntry {
  /** The decision's name, or `adopt`. */
  readonly name: string;
  /** The version of its form; of `adopt`, that of the facts. */
  readonly version: number;
  /** The record that it is about; one that it begins beside has the same entry. */
  readonly record: string;
  readonly form: Json;
  readonly who: string | null;
  readonly at: number;
}
