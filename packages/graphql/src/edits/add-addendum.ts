import type { Tools } from '../tools.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { editFor } from './edit-for.ts';
import { editOutcomeType } from './edit-outcome.ts';
import { editRow } from './edit-row.ts';

/** Declares adding to an entry of one's own: the same for the logs of every section. */
export function addAddendum(tools: Tools): void {
  tools.builder.mutationField('addAddendum', (t) =>
    t.field({
      type: editOutcomeType(tools),
      description: 'Adds to an entry of yours, such as a note: the entry stays as it was, and this stands beside it.',
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        record: t.arg.id({ required: true, description: EDIT_ARGS.record }),
        section: t.arg.string({ required: true, description: EDIT_ARGS.section }),
        row: t.arg.id({ required: true, description: 'The entry, by its id.' }),
        words: t.arg.string({ required: true, description: 'What is to be added.' }),
      },
      resolve: (_, { key, record, section, row, words }, { asking }) =>
        editFor(asking, {
          request: ['addAddendum', { record, section, row, words }],
          key,
          record,
          section,
          act: 'append',
          row: { type: 'known', id: row },
          change: (open) => editRow(open, ['log'], row, (entry) => entry.addendum(words)),
        }),
    }),
  );
}
