import type { Author } from '../authors.ts';
import type { Json } from '../json.ts';

/** One of the claims between which a person has to choose. */
export interface QuestionClaim {
  readonly value: Json;
  readonly words: string;
  readonly author?: Author;
  /** The writing device's time in milliseconds, for display only. */
  readonly at?: number;
  readonly client: number;
  readonly clock: number;
}

/**
 * Something that people wrote apart and that contradicts itself, for a person to settle.
 *
 * - `values`: different values of one register
 * - `end-states`: a progress that ended in two ways
 * - `struck`: a row that somebody struck while another wrote in it; settled by `strike` or `restore`
 */
export interface Question {
  /** Names exactly these claims: once there are others, it is another question. */
  readonly id: string;
  readonly section: string;
  /** The row's id; empty for the section's own fields. */
  readonly entity: string;
  /** The field's name in its row; empty when the question is about the row. */
  readonly field: string;
  readonly path: string;
  readonly kind: 'values' | 'end-states' | 'struck';
  readonly label: string;
  /** The row in words, to tell it from its siblings. */
  readonly row?: string;
  readonly claims: readonly QuestionClaim[];
  readonly standing: Json;
  readonly standingWords: string;
  /** Why the standing value stands. */
  readonly because: string;
}
