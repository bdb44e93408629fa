import { builder } from '../builder.ts';
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
    family: t.field({
      type: Family,
      nullable: true,
      description: 'One family, where you may read anything of it.',
      args: { id: t.arg.id({ required: true, description: 'The id of the family.' }) },
      resolve: (_, { id }, { asking: { viewer } }) => viewer.record(id, 'family'),
    }),
  }),
});
