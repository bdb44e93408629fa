import type { Arguments } from '../builder.ts';
import { LIMITS } from '../limits/limits.ts';

/** What the arguments of lists are described by. */
export const LIST_ARGS = {
  search: `Words with which names begin, of the record or of those that it links to; at most ${LIMITS.search} characters count.`,
  first: `How many a page holds: ${LIMITS.pageDefault} unless said, ${LIMITS.page} at most.`,
  after: 'The `endCursor` of the page before.',
} as const;

/** The arguments of a field that has pages. */
export const pageArguments = (t: Arguments) => ({
  first: t.int({ description: LIST_ARGS.first }),
  after: t.string({ description: LIST_ARGS.after }),
});
