import type { CaseloadFamily } from '../caseload/read-caseload.ts';
import type { Page } from '../caseload/page.ts';
import { builder } from '../builder.ts';
import { LIMITS } from '../limits/limits.ts';
import { Family } from './family.ts';

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Where a page stands in the list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there are more after this page.' }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Pass it as `after` for the next page; null on an empty page.',
    }),
  }),
});

/** A page of a caseload. */
export const CaseloadConnection = builder.objectRef<Page<CaseloadFamily>>('CaseloadConnection').implement({
  description: 'A page of the families that you work with or oversee.',
  fields: (t) => ({
    nodes: t.field({
      type: [Family],
      description: 'The families of this page.',
      // The page's size is already counted by the field that holds this one.
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ items }) => items.map(({ facts }) => facts),
    }),
    totalCount: t.exposeInt('totalCount', {
      description: 'How many families there are on all pages, of those that you may read and that were looked for.',
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where this page stands.', resolve: (page) => page }),
  }),
});

/** What a caseload may be asked for. */
export const CaseloadArgs = {
  search: `Words with which names of the family or of its people begin; at most ${LIMITS.search} characters count.`,
  hub: 'Only families of this hub.',
  dueBefore: 'Only families whose next review is before this day.',
  first: `How many families a page holds: ${LIMITS.pageDefault} unless said, ${LIMITS.page} at most.`,
  after: 'The `endCursor` of the page before.',
} as const;
