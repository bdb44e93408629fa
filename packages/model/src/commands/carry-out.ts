import type { DecidedBy } from '../decisions/deciding.ts';
import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';
import type { Command } from './command.ts';

/** What is decided once a command is carried out: the record that it is about first, then those that it begins beside. */
export interface CarriedOut {
  readonly state: RecordState;
  readonly begun: readonly RecordState[];
}

/**
 * Carries out a command on what is decided. That it may be so has been judged; server and devices run the same.
 *
 * @param state - undefined where the command begins the record
 */
export function carryOut(
  model: Model,
  { decision, record, form }: Command,
  state: RecordState | undefined,
  by: DecidedBy,
): CarriedOut {
  const facts = decision.type === 'opening' ? decision.fold(form, by) : decision.fold(state?.facts, form, by);
  const subject: RecordState = {
    record,
    kind: decision.kind,
    facts,
    linkedFrom: state?.linkedFrom ?? [],
  };
  const beside = (decision.begins?.(form, by) ?? []).map(({ record: id, kind, facts: first }): RecordState => ({
    record: id,
    kind,
    facts: first,
    linkedFrom: [],
  }));
  const links = (from: RecordState): readonly string[] => model.kinds.get(from.kind)?.index.links(from.facts) ?? [];
  const around = [subject, ...beside];
  const begun = beside.map((one) => ({
    ...one,
    linkedFrom: around
      .filter((other) => other.record !== one.record && links(other).includes(one.record))
      .map((other) => ({ ...other, linkedFrom: [] })),
  }));
  return { state: subject, begun };
}
