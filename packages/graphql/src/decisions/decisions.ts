import { valueKindOf, type AnyDecision } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { EDIT_ARGS, EDIT_COST } from '../edits/edit-args.ts';
import { fieldName, fieldOf } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { givenGroup, inputOf, membersGiven } from '../values/input.ts';
import { decideFor } from './decide-for.ts';
import { decisionOutcomeType } from './decision-outcome.ts';

/**
 * Declares a mutation for each decision that somebody who signs in may take, with arguments from what its form holds.
 */
export function decisions(tools: Tools): void {
  for (const decision of tools.model.decisions.values())
    if (decision.byAuthority !== true) decisionMutation(tools, decision);
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
  const fields = form?.type === 'group' ? form.fields : {};
  const members = membersGiven(tools, fields).map(({ own, kind, ...said }) => ({
    own,
    argument: fieldOf(own),
    input: inputOf(tools, kind, `${name} ${own}`),
    said,
  }));
  const taken = new Set(['key', 'seen', 'reason', ...(target === null ? [] : [target])]);
  for (const { own, argument } of members)
    if (taken.has(argument))
      tools.faults.push({
        path: `decisions.${decision.name}.form.${own}`,
        rule: 'has a name that the arguments of every decision have in the API.',
        remedy: 'Name it otherwise.',
      });
  const own = tools.builder.args((t) => ({
    ...(target !== null && { [target]: t.id({ required: true, description: 'What it is about, by its id.' }) }),
    ...Object.fromEntries(
      members.map(({ argument, input: { type, isList }, said }) => [
        argument,
        isList ? t.field({ type: [type], ...said }) : t.field({ type, ...said }),
      ]),
    ),
  }));
  tools.builder.mutationField(name, (t) =>
    t.field({
      type: decisionOutcomeType(tools),
      description: `${decision.title}${decision.by === undefined ? '' : `: for ${decision.by}`}.`,
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
        const byMember = Object.fromEntries(members.map((member) => [member.own, given[member.argument]]));
        return decideFor(asking, {
          decision,
          record: target === null ? null : String(given[target]),
          form: (newId) => givenGroup(fields, byMember, newId) as Json,
          key,
          seen,
          reason,
        });
      },
    }),
  );
}
