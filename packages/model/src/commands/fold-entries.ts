import type { Json } from '@caseweave/record';
import type { AnyDecision } from '../decisions/any-decision.ts';
import { ADOPT, type DecisionEntry } from '../decisions/entry.ts';
import type { AnyKind } from '../kinds/kind.ts';
import type { Model } from '../model/model.ts';
import { upgraded } from './upgraded.ts';

/** What a record's entries fold into. Nothing that is not understood is skipped. */
export type FoldedEntries =
  | { readonly type: 'facts'; readonly facts: Json }
  | { readonly type: 'not-understood'; readonly entry: DecisionEntry; readonly why: string };

/**
 * Folds the entries of a record, in their order, into its facts.
 *
 * @param entries - those about the record, and those that began it beside another; none before the last `adopt` counts
 */
export function foldEntries(
  model: Model,
  kind: AnyKind,
  record: string,
  entries: readonly DecisionEntry[],
): FoldedEntries {
  let facts: unknown = undefined;
  for (const entry of entries) {
    const { name, version, form, who, at } = entry;
    const not = (why: string): FoldedEntries => ({ type: 'not-understood', entry, why });
    if (name === ADOPT) {
      if (version > kind.facts.version) return not('its facts are of a newer version');
      facts = upgraded(form, version, kind.facts.version, kind.facts.upgrade);
      continue;
    }
    const decision: AnyDecision | undefined = model.decisions.get(name);
    if (decision === undefined) return not('there is no such decision');
    if (version > decision.version) return not('its form is of a newer version');
    const now: unknown = upgraded(form, version, decision.version, decision.upgrade);
    const by = { who, at };
    if (entry.record !== record) {
      const begun = decision.begins?.(now, by).find((one) => one.record === record);
      if (begun === undefined) return not('it began no such record');
      facts = begun.facts;
    } else if (decision.type === 'opening') facts = decision.fold(now, by);
    else if (facts === undefined) return not('the record had not begun');
    else facts = decision.fold(facts, now, by);
  }
  const last = entries.at(-1);
  if (facts === undefined && last !== undefined)
    return { type: 'not-understood', entry: last, why: 'nothing began it' };
  return { type: 'facts', facts: (facts ?? null) as Json };
}
