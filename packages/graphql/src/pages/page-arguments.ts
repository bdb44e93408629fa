import type { Arguments } from '../builder.ts';
import { LIMITS } from '../limits/limits.ts';

/** The arguments of a field that has pages. */
export const pageArguments = (t: Arguments) => ({
  first: t.int({ description: `How many a page holds: ${LIMITS.pageDefault} unless said, ${LIMITS.page} at most.` }),
  after: t.string({ description: 'The `endCursor` of the page before.' }),
});
