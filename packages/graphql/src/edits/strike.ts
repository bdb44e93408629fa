import type { Tools } from '../tools.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { editFor } from './edit-for.ts';
import { editOutcomeType } from './edit-outcome.ts';
import { editRow } from './edit-row.ts';
import type { AnyRow } from './open-draft.ts';

const verbs = {
  strike: {
    description: 'Strikes a row or an entry that was written in error: it is kept, and no longer shown.',
    act: (row: AnyRow, why: string) => row.strike(why),
  },
  restore: {
    description: 'Takes back what struck a row or an entry.',
    act: (row: AnyRow) => row.restore(),
  },
};

/** Declares striking and restoring: the same for the rows and entries of every section. */
export function strike(tools: Tools): void {
  for (const [name, { description, act }] of Object.entries(verbs)) {
    tools.builder.mutationField(name, (t) =>
      t.field({
        type: editOutcomeType(tools),
        description,
        complexity: EDIT_COST,
        args: {
          key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
          record: t.arg.id({ required: true, description: EDIT_ARGS.record }),
          section: t.arg.string({ required: true, description: EDIT_ARGS.section }),
          row: t.arg.id({ required: true, description: EDIT_ARGS.row }),
          why: t.arg.string({ required: true, description: 'Why, for whoever reads it later.' }),
          seen: t.arg({ type: 'Version', description: EDIT_ARGS.seen }),
        },
        resolve: (_, { key, record, section, row, why, seen }, { asking }) =>
          editFor(asking, {
            request: [name, { record, section, row, why, seen }],
            key,
            record,
            section,
            act: 'write',
            seen,
            row: { type: 'known', id: row },
            change: (open, basis) =>
              editRow(open, ['collection', 'log'], row, (one) => act(one, why), { basis, reason: why }),
          }),
      }),
    );
  }
}
