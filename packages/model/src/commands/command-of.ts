import type { DecisionEntry } from '../decisions/entry.ts';
import type { Model } from '../model/model.ts';
import { contained } from '../rights/report-fault.ts';
import type { Command } from './command.ts';
import { upgraded } from './upgraded.ts';

/**
 * The command of an entry of the log, its form brought up to today's; undefined where the model does not know the
 * decision, or only an older version of it, and where its code throws, which is told. It was checked when it was decided.
 */
export function commandOf(
  model: Model,
  { name, version, record, form }: Pick<DecisionEntry, 'name' | 'version' | 'record' | 'form'>,
): Command | undefined {
  const decision = model.decisions.get(name);
  if (decision === undefined || version > decision.version) return undefined;
  return contained(
    model.report,
    `decisions.${name}.upgrade`,
    (): Command => ({
      decision,
      record,
      form: upgraded(form, version, decision.version, decision.upgrade),
      sections: [],
    }),
    undefined,
  );
}
