import type { Question, Section, SectionSchema } from '@caseweave/record';
import { claimId, questionId } from '../rows/question-ids.ts';
import type { Tools } from '../tools.ts';
import { EDIT_ARGS, EDIT_COST } from './edit-args.ts';
import { editFor } from './edit-for.ts';
import { editOutcomeType } from './edit-outcome.ts';

/** Declares settling a question: the same for every section. */
export function settle(tools: Tools): void {
  const RowFate = tools.builder.enumType('RowFate', {
    description: 'What is to become of a row that somebody struck while somebody else wrote in it.',
    values: {
      STRIKE: { value: 'strike', description: 'It was written in error after all.' },
      RESTORE: { value: 'restore', description: 'It is kept.' },
    } as const,
  });

  const Settlement = tools.builder.inputType('Settlement', {
    description: 'What is to count from now on: one of the claims, or something else.',
    isOneOf: true,
    fields: (t) => ({
      claim: t.id({ description: 'One of the claims of the question.' }),
      text: t.string({ description: 'Another text, or another code.' }),
      date: t.field({ type: 'Date', description: 'Another day of the calendar.' }),
      number: t.float({ description: 'Another number, or a code that is one.' }),
      yes: t.boolean({ description: 'The other of yes and no.' }),
      row: t.field({ type: RowFate, description: 'Of a row that was struck: what becomes of it.' }),
    }),
  });

  tools.builder.mutationField('settleQuestion', (t) =>
    t.field({
      type: editOutcomeType(tools),
      description:
        'Settles an open question: exactly the claims that it showed give way. If something more was written meanwhile, it is refused, and asked anew.',
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        record: t.arg.id({ required: true, description: EDIT_ARGS.record }),
        section: t.arg.string({ required: true, description: 'The `section` of the question, by its name.' }),
        question: t.arg.id({ required: true, description: 'The question, by its id.' }),
        by: t.arg({ type: Settlement, required: true, description: 'What is to count from now on.' }),
        reason: t.arg.string({ description: EDIT_ARGS.reason }),
      },
      resolve: (_, { key, record, section, question: id, by, reason }, { asking }) =>
        editFor(asking, {
          request: ['settleQuestion', { record, section, id, by, reason }],
          key,
          record,
          section,
          act: 'write',
          row: { type: 'none' },
          change: (open) => {
            const question = open.questions().find((one) => questionId(one) === id);
            const options = typeof reason === 'string' ? { reason } : {};
            // An id that names no question is refused by the section, as one that was settled meanwhile is.
            return open.settle(question?.id ?? '', valueOf(question, by, open), options);
          },
        }),
    }),
  );
}

interface SettlementShape {
  readonly claim?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly date?: string | null | undefined;
  readonly number?: number | null | undefined;
  readonly yes?: boolean | null | undefined;
  readonly row?: 'strike' | 'restore' | null | undefined;
}

function valueOf(question: Question | undefined, by: SettlementShape, { schema }: Section<SectionSchema>): unknown {
  if (typeof by.claim === 'string') {
    const chosen = question?.claims.find((claim) => question !== undefined && claimId(question, claim) === by.claim);
    // A value that no field of this section takes: what is chosen must be among what was said.
    return chosen === undefined ? { notAClaimOf: schema.name } : chosen.value;
  }
  return by.text ?? by.date ?? by.number ?? by.yes ?? by.row;
}
