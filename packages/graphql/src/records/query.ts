import type { QueryRef } from '@pothos/core';
import type { Types } from '../builder.ts';
import type { Tools } from '../tools.ts';
import { one } from '../names/words.ts';

/** Declares where reading starts: records by id, the directory, whoever asks. */
export function queryType(tools: Tools): QueryRef<Types> {
  const { builder, model, names, types } = tools;
  const Query = builder.queryType({
    description: 'What you may read. What you may not read and what does not exist are the same answer.',
    fields: (t) => ({
      asOf: t.field({
        type: 'Version',
        description: 'What everything in this answer reflects, and perhaps more.',
        resolve: (_, __, { asking: { sources, viewer } }) => sources.sealVersion(viewer.position),
      }),
      me: t.field({
        type: types.who,
        description: 'Who you are signed in as.',
        nullable: true,
        resolve: (_, __, { asking: { viewer } }) => viewer.self(),
      }),
    }),
  });
  for (const [name, { title }] of model.kinds) {
    const { field } = names.kinds.get(name) ?? { field: name };
    builder.queryField(field, (t) =>
      t.field({
        type: types.kind(name),
        nullable: true,
        description: `By its id: ${one(title)} of which you may read something.`,
        args: { id: t.arg.id({ required: true, description: 'The id of the record.' }) },
        resolve: (_, { id }, { asking: { viewer } }) => viewer.record(id, name),
      }),
    );
  }
  for (const [name, { about }] of Object.entries(model.units)) {
    const { many } = names.units.get(name) ?? { many: name };
    builder.queryField(many, (t) =>
      t.field({
        type: [types.unit(name)],
        description: `All that there are, by name. ${about}`,
        resolve: async (_, __, { asking: { viewer } }) => viewer.units(name),
      }),
    );
  }
  return Query;
}
