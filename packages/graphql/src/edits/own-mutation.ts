import { rowOf, type AnySectionPart } from '@caseweave/model';
import { schemaOfPart } from '../names/schema-of-part.ts';
import type { Tools } from '../tools.ts';
import { EDIT_ARGS, EDIT_COST, type EditArgs } from './edit-args.ts';
import { editFor } from './edit-for.ts';
import { editOutcomeType } from './edit-outcome.ts';
import { writeValues } from './open-draft.ts';
import { sectionArgument } from './section-argument.ts';
import { valuesInput } from './values-input.ts';

/** Declares the mutation that changes the fields that a section has itself, where it has some. */
export function ownMutation(tools: Tools, part: AnySectionPart): void {
  const type = tools.names.sections.get(rowOf(part))?.type ?? part.title;
  const input = valuesInput(tools, `${type}Changes`, {
    description:
      'What is to change: what is left out stays as it is, null clears a value, a list takes the place of the old one.',
    of: type,
    fields: schemaOfPart(part).fields,
    isEntry: false,
    hasTexts: false,
  });
  if (input === undefined) return;
  const name = `change${type}`;
  const section = sectionArgument(tools, part);
  tools.builder.mutationField(name, (t) =>
    t.field({
      type: editOutcomeType(tools),
      description: `Changes what the section ${part.title} says beside its rows.`,
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        ...section.args,
        values: t.arg({ type: input.type, required: true, description: EDIT_ARGS.changes }),
        seen: t.arg({ type: 'Version', description: EDIT_ARGS.seen }),
        reason: t.arg.string({ description: EDIT_ARGS.reason }),
      },
      resolve: (_, given, { asking }) => {
        const { key, values, seen, reason, ...args } = given as unknown as EditArgs;
        return editFor(asking, {
          request: [name, { args, values, seen, reason }],
          key,
          record: section.recordIn(args),
          section: section.nameIn(args, asking.viewer),
          act: 'write',
          seen,
          row: { type: 'none' },
          change: (open, basis) =>
            open.edit((draft) => writeValues(draft, input.valuesOf(values ?? {})), {
              basis,
              ...(typeof reason === 'string' && { reason }),
            }),
        });
      },
    }),
  );
}
