import type { Author } from '../authors.ts';

/** What one of two people made of a passage. */
export interface PassageVersion {
  readonly author?: Author;
  /** When they wrote in it last. */
  readonly at: number;
  readonly text: string;
}

/** Words that two people rewrote at once, neither having seen what the other wrote. */
export interface RewrittenPassage {
  /** The text, such as `story`, and the row that it belongs to; empty for the section's own. */
  readonly path: string;
  readonly entity: string;
  /** What there was before. */
  readonly original: string;
  readonly versions: readonly PassageVersion[];
  /** Where the passage is in the text now. */
  readonly from: number;
  readonly to: number;
  /** Whether somebody who had seen both has written in it since. */
  readonly isSettled: boolean;
}
