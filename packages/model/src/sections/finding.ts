/** Something in a view that a person should look at. It never stops anybody from saving what they wrote. */
export interface Finding {
  /** The rule's number in the specification of whoever makes it. */
  readonly rule: string;
  /** An `error` blocks a decision, such as closing; a `query` asks for a reason. */
  readonly severity: 'error' | 'query';
  readonly path: string;
  /** The id of the row, where it is about one. */
  readonly row?: string;
  /** In plain words: what is so, and what to do. */
  readonly words: string;
}

/** What rules need to know beside the view. */
export interface RuleContext {
  /** The calendar date where the authority is. */
  readonly today: string;
}
