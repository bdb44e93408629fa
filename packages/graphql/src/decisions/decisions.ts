import type { AnyDecision, ValueOfGroup } from '@caseweave/model';
import { valueKindOf } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import type { Arguments } from '../builder.ts';
import { EDIT_ARGS, EDIT_COST } from '../edits/edit-args.ts';
import { fieldName, fieldOf } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { describeValue } from '../values/describe-value.ts';
import { givenValue, inputOf } from '../values/input.ts';
import { decideFor } from './decide-for.ts';
import { decisionOutcomeType } from './decision-outcome.ts';

/** Declares a mutation for each decision of the model, with arguments from what its form holds. */
export function decisions(tools: Tools): void {
  for (const decision of tools.model.decisions.values()) decisionMutation(tools, decision);
}

type Given = Readonly<Record<string, unknown>> & {
  readonly key: string;
  readonly seen?: string | null;
  readonly reason?: string | null;
};

function decisionMutation(tools: Tools, decision: AnyDecision): void {
  const name = fieldName(decision.name);
  const target = decision.type === 'opening' ? null : (tools.names.kinds.get(decision.kind)?.field ?? decision.kind);
  const form = valueKindOf(decision.form);
  const members = form?.type === 'group' ? Object.entries(form.fields) : [];
  const taken = new Set(['key', 'seen', 'reason', ...(target === null ? [] : [target])]);
  for (const [member] of members)
    if (taken.has(fieldOf(member)))
      tools.faults.push({
        path: `decisions.${decision.name}.form.${member}`,
        rule: 'has a name that the arguments of every decision have in the API.',
        remedy: 'Name it otherwise.',
      });
  const inputs = members.map(([member, of]) => formInput(tools, `${name} ${member}`, member, of));
  const own = tools.builder.args((t) => ({
    ...(target !== null && { [target]: t.id({ required: true, description: 'What it is about, by its id.' }) }),
    ...Object.fromEntries(inputs.map(({ argument, arg }) => [argument, arg(t)])),
  }));
  tools.builder.mutationField(name, (t) =>
    t.field({
      type: decisionOutcomeType(tools),
      description: `${decision.title}.`,
      complexity: EDIT_COST,
      args: {
        key: t.arg.id({ required: true, description: EDIT_ARGS.key }),
        seen: t.arg({
          type: 'Version',
          description:
            'The `asOf` of the answer that this was decided on: if something else was decided since, it is told so.',
        }),
        reason: t.arg.string({ description: 'Why; it is kept with the decision.' }),
        ...own,
      },
      resolve: (_, args, { asking }) => {
        const { key, seen, reason, ...given } = args as unknown as Given;
        return decideFor(asking, {
          decision,
          record: target === null ? null : String(given[target]),
          form: () => Object.fromEntries(inputs.flatMap(({ argument, held }) => held(given[argument]))) as Json,
          key,
          seen,
          reason,
        });
      },
    }),
  );
}

/** The argument for a member of a form, and what was given as the form holds it. */
function formInput(tools: Tools, name: string, member: string, { kind, label, isOptional }: ValueOfGroup) {
  const { type, isList } = inputOf(tools, kind, name);
  const said = { required: !isOptional, description: `“${label}”: ${describeValue(tools.model, kind)}.` };
  return {
    argument: fieldOf(member),
    arg: (t: Arguments) => (isList ? t.field({ type: [type], ...said }) : t.field({ type, ...said })),
    held: (given: unknown): readonly (readonly [string, unknown])[] =>
      given === undefined ? [] : [[member, givenValue(kind, given)]],
  };
}
