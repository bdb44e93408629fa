import type * as Y from 'yjs';
import type { ClaimTuple } from '../claims/claim.ts';
import type { Writes } from './plan-writes.ts';

/** What an edit has written in one section. Its transaction is not over yet. */
export interface Wrote {
  readonly writes: Writes;
  /** Whether anything was written in texts beside what `writes` has. */
  readonly isMore: boolean;
  readonly transaction: Y.Transaction;
  /** The clocks of its first claim and of its first strike; the others follow one by one. */
  readonly claims: number;
  readonly strikes: number;
  /** The strikes as they were written. */
  readonly struck: readonly ClaimTuple[];
}
