/** The limits of the endpoint. Each is checked before the work that it bounds. */
export const LIMITS = {
  /** Bytes of a request's body. */
  bodyBytes: 100_000,
  /** Lexical tokens of an operation, counted while parsing, before validation. */
  tokens: 1_000,
  /** Fields inside fields. */
  depth: 12,
  /** Fields written in an operation, its fragments filled in. */
  breadth: 400,
  /** Estimated cost of an operation, page sizes filled in from its variables. */
  complexity: 6_000,
  /** What a page holds at most. */
  page: 50,
  /** What a page holds where the operation does not say. */
  pageDefault: 20,
  /** Characters of a search. */
  search: 100,
  /** Operations of one person that are answered at once. */
  atOnce: 4,
  /** Operations of one person that wait for those. */
  waiting: 100,
  /** Subscriptions of one person at a node. */
  following: 20,
  /** Subscriptions of all at a node. */
  followingInAll: 2_000,
  /** Records that may have changed before a slow reader has to begin again. */
  followingGathered: 5_000,
  /** Milliseconds to wait for a version. */
  atLeastWait: 2_000,
  /** Characters of an idempotency key. */
  key: 200,
} as const;
