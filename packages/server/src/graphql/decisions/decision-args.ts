import { builder } from '../builder.ts';
import { EDIT_ARGS } from '../mutations/edit-args.ts';

/** What every decision takes beside what it decides. */
export const decisionArgs = builder.args((t) => ({
  key: t.id({ required: true, description: EDIT_ARGS.key }),
  seen: t.field({
    type: 'Version',
    description:
      'The `asOf` of the answer that this was decided on: if something else was decided since, it is told so.',
  }),
  reason: t.string({ description: 'Why; it is kept with the decision.' }),
}));
