import type { QueryRef } from '@pothos/core';
import { GraphQLError, Kind, type GraphQLResolveInfo } from 'graphql';
import type { Types } from '../builder.ts';
import { LIMITS } from '../limits/limits.ts';
import type { Tools } from '../tools.ts';

/** Declares reading at a version, such as that of an edit. */
export function atLeast({ builder }: Tools, Query: QueryRef<Types>): void {
  const Reached = builder.objectRef<{ readonly type: 'reached' }>('Reached').implement({
    description: 'What was asked for is there.',
    fields: (t) => ({
      query: t.field({
        type: Query,
        description: 'Reads at that version, or a later one.',
        complexity: { field: 1, multiplier: 1 },
        resolve: () => ({}),
      }),
    }),
  });
  const Behind = builder.objectRef<{ readonly type: 'behind' }>('Behind').implement({
    description: 'This server has not come so far yet. Ask again, or read what there is.',
    fields: (t) => ({
      asOf: t.field({
        type: 'Version',
        description: 'How far it has come.',
        resolve: (_, __, { asking: { sources, viewer } }) => sources.sealVersion(viewer.position),
      }),
    }),
  });
  const AtLeast = builder.unionType('AtLeast', {
    description: 'Whether what is read reflects a version.',
    types: [Reached, Behind],
    resolveType: ({ type }) => (type === 'reached' ? Reached : Behind),
  });
  builder.queryField('atLeast', (t) =>
    t.field({
      type: AtLeast,
      description: `Waits until what is read reflects a version, such as that of an edit, for ${LIMITS.atLeastWait / 1000} seconds at most. It is asked for
alone in an operation, and everything else inside it.`,
      args: { version: t.arg({ type: 'Version', required: true, description: 'The version that is waited for.' }) },
      complexity: { field: 20, multiplier: 1 },
      resolve: async (_, { version }, { asking }, info) => {
        if (!isAlone(info)) throw notAlone();
        const position = asking.sources.openVersion(version);
        if (position === undefined) throw badVersion();
        const reached = await asking.sources.reached(position, LIMITS.atLeastWait);
        // What is read from here on is judged and read at this moment, not at the one when the request came.
        await asking.renew();
        return { type: reached ? ('reached' as const) : ('behind' as const) };
      },
    }),
  );
}

/** Beside it another field may have been read already, at an earlier version. */
function isAlone({ operation: { selectionSet }, path }: GraphQLResolveInfo): boolean {
  const [only, ...others] = selectionSet.selections;
  return path.prev === undefined && others.length === 0 && only?.kind === Kind.FIELD;
}

const notAlone = (): GraphQLError =>
  new GraphQLError('Ask for `atLeast` alone in an operation, and for everything else inside it.', {
    extensions: { code: 'NOT_ALONE', http: { status: 400 } },
  });

const badVersion = (): GraphQLError =>
  new GraphQLError('This version is none of ours, or from before a backup was restored. Read again without it.', {
    extensions: { code: 'BAD_VERSION' },
  });
