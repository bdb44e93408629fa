import { builder } from '../builder.ts';
import { pageSize } from '../caseload/page.ts';
import { readCaseload } from '../caseload/read-caseload.ts';
import { CaseloadArgs, CaseloadConnection } from './caseload.ts';
import { Hub, Practitioner } from './directory.ts';
import { Family } from './family.ts';

/** Where reading starts. */
export const Query = builder.queryType({
  description: 'What you may read. What you may not read and what does not exist are the same answer.',
  fields: (t) => ({
    asOf: t.field({
      type: 'Version',
      description: 'What everything in this answer reflects, and perhaps more.',
      resolve: (_, __, { asking: { sources, viewer } }) => sources.sealVersion(viewer.position),
    }),
    me: t.field({
      type: Practitioner,
      description: 'Who you are signed in as.',
      nullable: true,
      resolve: (_, __, { asking: { viewer } }) => viewer.load.practitioner.load(viewer.principal.id),
    }),
    hubs: t.field({
      type: [Hub],
      description: 'All hubs of the authority.',
      resolve: (_, __, { asking: { viewer } }) => viewer.load.hubs(),
    }),
    caseload: t.field({
      type: CaseloadConnection,
      description: 'The families whose shared plan you may read, those whose review is due first coming first.',
      args: {
        search: t.arg.string({ description: CaseloadArgs.search }),
        hub: t.arg.id({ description: CaseloadArgs.hub }),
        dueBefore: t.arg({ type: 'Date', description: CaseloadArgs.dueBefore }),
        first: t.arg.int({ description: CaseloadArgs.first }),
        after: t.arg.string({ description: CaseloadArgs.after }),
      },
      // Filtering and searching go over the whole caseload, whatever the page.
      complexity: ({ first }) => ({ field: 500, multiplier: pageSize(first) }),
      resolve: (_, args, { asking: { viewer } }) => readCaseload(viewer, args),
    }),
    family: t.field({
      type: Family,
      nullable: true,
      description: 'One family, where you may read anything of it.',
      args: { id: t.arg.id({ required: true, description: 'The id of the family.' }) },
      resolve: (_, { id }, { asking: { viewer } }) => viewer.record(id, 'family'),
    }),
  }),
});
