import type { Json } from '@caseweave/record';
import type { AnyDecision } from '../decisions/any-decision.ts';
import { ADOPT, type DecisionEntry } from '../decisions/entry.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Model } from '../model/model.ts';
import { checkValue } from '../values/check-value.ts';
import { upgraded } from './upgraded.ts';

/** What a record's entries fold into. Nothing that is not understood is skipped. */
export type FoldedEntries =
  | { readonly type: 'facts'; readonly facts: Json }
  | { readonly type: 'not-understood'; readonly entry: DecisionEntry; readonly why: string };

/** What of a kind a fold asks. */
type FoldedKind = Pick<Kind, 'name' | 'facts'>;

/** What one entry leaves: facts, or why it is not understood. */
type Step = { readonly type: 'facts'; readonly facts: unknown } | { readonly type: 'why'; readonly why: string };

/**
 * Folds the entries of a record, in their order, into its facts.
 *
 * @param entries - those about the record, and those that began it beside another; none before the last `adopt` counts
 */
export function foldEntries(
  model: Model,
  kind: FoldedKind,
  record: string,
  entries: readonly DecisionEntry[],
): FoldedEntries {
  let facts: unknown = undefined;
  let last: DecisionEntry | undefined;
  for (const entry of entries.slice(
    Math.max(
      0,
      entries.findLastIndex(({ name }) => name === ADOPT),
    ),
  )) {
    const step = stepOf(model, kind, record, entry, facts);
    if (step.type === 'why') return { type: 'not-understood', entry, why: step.why };
    facts = step.facts;
    last = entry;
  }
  if (last !== undefined && checkValue(kind.facts.schema, facts).type === 'faults')
    return { type: 'not-understood', entry: last, why: 'what it leads to is not what the facts of its kind are' };
  return { type: 'facts', facts: (facts ?? null) as Json };
}

function stepOf(model: Model, kind: FoldedKind, record: string, entry: DecisionEntry, facts: unknown): Step {
  try {
    return entry.name === ADOPT ? adopted(kind, record, entry) : folded(model, kind, record, entry, facts);
  } catch (error) {
    model.report(`decisions.${entry.name}`, error);
    return not(`its code failed${error instanceof Error ? `: ${error.message}` : ''}`);
  }
}

function adopted({ facts }: FoldedKind, record: string, entry: DecisionEntry): Step {
  if (entry.record !== record) return not('it is about another record');
  if (entry.version > facts.version) return not('its facts are of a newer version');
  return { type: 'facts', facts: upgraded(entry.form, entry.version, facts.version, facts.upgrade) };
}

function folded(model: Model, kind: FoldedKind, record: string, entry: DecisionEntry, facts: unknown): Step {
  const { name, version, form, who, at } = entry;
  const decision: AnyDecision | undefined = model.decisions.get(name);
  if (decision === undefined) return not('there is no such decision');
  if (version > decision.version) return not('its form is of a newer version');
  const now: unknown = upgraded(form, version, decision.version, decision.upgrade);
  const by = { who, at };
  if (entry.record !== record) {
    const begun = decision.begins?.(now, by, entry.record).find((one) => one.record === record);
    if (begun === undefined || begun.kind !== kind.name) return not('it began no such record');
    return facts === undefined ? { type: 'facts', facts: begun.facts } : not('the record had begun');
  }
  if (decision.kind !== kind.name) return not('it is about another kind of record');
  if (decision.type === 'opening')
    return facts === undefined ? { type: 'facts', facts: decision.fold(now, by) } : not('the record had begun');
  return facts === undefined
    ? not('nothing began the record')
    : { type: 'facts', facts: decision.fold(facts, now, by) };
}

const not = (why: string): Step => ({ type: 'why', why });
