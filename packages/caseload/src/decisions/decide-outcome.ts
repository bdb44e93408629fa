import type { CommandRefusal } from './decision-port.ts';

/** What became of a command that a person gave. */
export type DecideOutcome =
  /** It is on this device and goes to the server, which decides. */
  | { readonly type: 'on-device'; readonly batch: number }
  /** It is not stored, and nothing is changed. */
  | { readonly type: 'refused'; readonly refusals: readonly CommandRefusal[] };
