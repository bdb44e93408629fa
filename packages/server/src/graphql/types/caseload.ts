import { levelsOfNeed } from '@caseweave/family';
import { builder } from '../builder.ts';
import { readCaseload } from '../caseload/read-caseload.ts';
import { enumWithWords } from '../inputs/code-enums.ts';
import { LIMITS } from '../limits/limits.ts';
import { connectionOf } from '../pages/connection.ts';
import { pageSize } from '../pages/page.ts';
import { Family } from './family.ts';

const CaseloadConnection = connectionOf('Caseload', Family, 'A page of the families that you work with or oversee.');

const LevelOfNeed = enumWithWords(levelsOfNeed.labelOf);
if (LevelOfNeed === undefined) throw new Error('The levels of need are no enumeration.');

builder.queryField('caseload', (t) =>
  t.field({
    type: CaseloadConnection,
    description: 'The families whose shared plan you may read, those whose review is due first coming first.',
    args: {
      search: t.arg.string({
        description: `Words with which names of the family or of its people begin; at most ${LIMITS.search} characters count.`,
      }),
      hub: t.arg.id({ description: 'Only families of this hub.' }),
      lead: t.arg.id({ description: 'Only families of this lead practitioner.' }),
      levels: t.arg({
        type: [LevelOfNeed],
        description: 'Only families with one of these as the highest level of an open need.',
      }),
      dueBefore: t.arg({ type: 'Date', description: 'Only families whose next review is before this day.' }),
      first: t.arg.int({
        description: `How many families a page holds: ${LIMITS.pageDefault} unless said, ${LIMITS.page} at most.`,
      }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    // Filtering and searching go over the whole caseload, whatever the page.
    complexity: ({ first }) => ({ field: 500, multiplier: pageSize(first) }),
    resolve: (_, args, { asking: { viewer } }) => readCaseload(viewer, args),
  }),
);
