import { builder } from '../builder.ts';
import { carryOut } from './carry-out.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { EditOutcome } from './edit-outcome.ts';
import { editRow } from './edit-row.ts';

builder.mutationField('addAddendum', (t) =>
  t.field({
    type: EditOutcome,
    description:
      'Adds to an entry of yours, such as a note or an event: the entry stays as it was, and this stands beside it.',
    complexity: EDIT_COST,
    args: {
      key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
      record: t.arg.id({ required: true, description: 'The family or the person.' }),
      section: t.arg.string({ required: true, description: 'The part of the record, such as `chronology.shared`.' }),
      row: t.arg.id({ required: true, description: 'The entry.' }),
      words: t.arg.string({ required: true, description: 'What is to be added.' }),
    },
    resolve: (_, { key, record, section, row, words }, { asking }) =>
      carryOut(asking, {
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
