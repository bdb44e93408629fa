import { builder } from '../builder.ts';
import { EDIT_COST } from '../mutations/edit-args.ts';
import { decideFor } from './carry-out.ts';
import { decisionArgs } from './decision-args.ts';
import { DecisionOutcome } from './decision-outcome.ts';

const FAMILY = 'The family.';

builder.mutationField('joinTeam', (t) =>
  t.field({
    type: DecisionOutcome,
    description: 'Puts a practitioner into the team around a family.',
    complexity: EDIT_COST,
    args: {
      ...decisionArgs,
      family: t.arg.id({ required: true, description: FAMILY }),
      practitioner: t.arg.id({ required: true, description: 'Who joins.' }),
      until: t.arg({ type: 'DateTime', description: 'When their time in the team ends by itself.' }),
    },
    resolve: (_, { key, seen, reason, family, practitioner, until }, { asking }) =>
      decideFor(asking, {
        key,
        seen,
        reason,
        command: () => ({
          type: 'join-team',
          record: family,
          principal: practitioner,
          until: typeof until === 'string' ? Date.parse(until) : null,
        }),
      }),
  }),
);

builder.mutationField('leaveTeam', (t) =>
  t.field({
    type: DecisionOutcome,
    description: 'Ends the time of a practitioner in the team around a family.',
    complexity: EDIT_COST,
    args: {
      ...decisionArgs,
      family: t.arg.id({ required: true, description: FAMILY }),
      practitioner: t.arg.id({ required: true, description: 'Who leaves.' }),
    },
    resolve: (_, { key, seen, reason, family, practitioner }, { asking }) =>
      decideFor(asking, {
        key,
        seen,
        reason,
        command: () => ({ type: 'leave-team', record: family, principal: practitioner }),
      }),
  }),
);

builder.mutationField('allocateToHub', (t) =>
  t.field({
    type: DecisionOutcome,
    description: 'Gives a family to the hub that it is worked with from.',
    complexity: EDIT_COST,
    args: {
      ...decisionArgs,
      family: t.arg.id({ required: true, description: FAMILY }),
      hub: t.arg.id({ required: true, description: 'The hub.' }),
    },
    resolve: (_, { key, seen, reason, family, hub }, { asking }) =>
      decideFor(asking, { key, seen, reason, command: () => ({ type: 'allocate', record: family, hub }) }),
  }),
);
