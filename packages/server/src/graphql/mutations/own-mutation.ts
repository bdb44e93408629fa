import type { SectionSchema } from '@caseweave/record';
import { builder } from '../builder.ts';
import { valuesInput } from '../inputs/values-input.ts';
import { carryOut } from './carry-out.ts';
import { EDIT_ARGS, EDIT_COST, named, recordOf, type Target } from './edit-args.ts';
import { EditOutcome } from './edit-outcome.ts';
import { writeValues } from './open-draft.ts';

/** A mutation of a section's own fields. */
interface OwnMutation {
  readonly schema: SectionSchema;
  readonly target: Target;
  /** What is changed, as the mutation calls it: `Identity` makes `changeIdentity`. */
  readonly one: string;
  readonly changes: string;
}

/** Declares the mutation that changes the fields that a section has itself. */
export function ownMutation({ schema, target, one, changes }: OwnMutation): void {
  const name = `change${one}`;
  const input = valuesInput(`${one}Changes`, {
    description:
      'What is to change: what is left out stays as it is, null clears a value, a list takes the place of the old one.',
    fields: schema.fields,
    required: [],
    texts: false,
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: EditOutcome,
      description: changes,
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        ...named(target, t.arg.id({ required: true, description: EDIT_ARGS[target] })),
        values: t.arg({ type: input, required: true, description: EDIT_ARGS.changes }),
        seen: t.arg({ type: 'Version', description: EDIT_ARGS.seen }),
        reason: t.arg.string({ description: EDIT_ARGS.reason }),
      },
      resolve: (_, { key, values, seen, reason, ...args }, { asking }) =>
        carryOut(asking, {
          request: [name, { args, values, seen, reason }],
          key,
          record: recordOf(target, args),
          section: schema.name,
          act: 'write',
          seen,
          row: { type: 'none' },
          change: (section, basis) =>
            section.edit((draft) => writeValues(draft, values), {
              basis,
              ...(typeof reason === 'string' && { reason }),
            }),
        }),
    }),
  );
}
