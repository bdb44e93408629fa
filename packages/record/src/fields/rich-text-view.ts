import type { Json } from '../json.ts';

/** A stretch of formatted text. */
export interface DeltaInsert {
  readonly insert: string;
  readonly attributes?: { readonly [format: string]: Json };
}

/** A text with formatting, as a view shows it. */
export interface RichTextView {
  readonly text: string;
  readonly delta: readonly DeltaInsert[];
}
