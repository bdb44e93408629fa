import type { Deciding, OtherRecord } from '../decisions/deciding.ts';
import type { Decision } from '../decisions/decision.ts';
import type { Opening } from '../decisions/opening.ts';
import type { DecisionRefusal } from '../decisions/refusal.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { Names } from '../records/names.ts';
import type { RecordState } from '../records/record-state.ts';
import { carryOut } from './carry-out.ts';
import { type Command, othersOf } from './command.ts';

/** What a command is judged on. */
export interface Judging {
  /** Who gives it; null where it is whoever runs the authority, whose right is not asked. */
  readonly who: { readonly id: string } | null;
  /** The record that it is about; undefined where it does not exist yet. */
  readonly state: RecordState | undefined;
  readonly at: number;
  /** Has everybody whom the command and the record's facts name, their units, and the other records. */
  readonly known: Known;
  /** The commands about the record that were decided since this one was given, by others or on other devices. */
  readonly since: readonly Command[];
  readonly names: Names;
}

/**
 * Judges a command on what is decided; null if it may be carried out.
 *
 * Rights come first, and what is forbidden is answered like what does not exist. A function of the model that throws
 * allows nothing.
 */
export function judgeCommand(model: Model, command: Command, judging: Judging): DecisionRefusal | null {
  const { decision } = command;
  const { state, who, at } = judging;
  const others = othersIn(model, command, judging);
  if (others === null) return model.refusal('not-allowed');
  const refusal =
    decision.type === 'opening'
      ? judgeOpening(model, decision, command, judging, others)
      : judgeDecision(model, decision, command, judging, others);
  if (refusal !== null) return refusal;
  const { state: after, begun } = carryOut(model, command, state, { who: who?.id ?? null, at });
  const proposed = command.sections.every(({ record, name }) => {
    const of = [after, ...begun].find((one) => one.record === record);
    return of !== undefined && model.sectionNames(of, judging.known).includes(name);
  });
  return proposed ? null : model.refusal('malformed', 'sections: one is of no such record');
}

function judgeOpening(
  model: Model,
  decision: Opening,
  { form }: Command,
  { who, state, at, known }: Judging,
  others: readonly OtherRecord<unknown>[],
): DecisionRefusal | null {
  if (who !== null && !decision.may({ who, at, others }, form)) return model.refusal('not-allowed');
  if (state !== undefined) return model.refusal('id-taken');
  const code = decision.check(form, { who: who?.id ?? null, at }, known);
  return code === null ? null : { code, words: decision.refusals[code] ?? code, stands: null };
}

function judgeDecision(
  model: Model,
  decision: Decision,
  { form }: Command,
  { who, state, at, known, since, names }: Judging,
  others: readonly OtherRecord<unknown>[],
): DecisionRefusal | null {
  if (state === undefined || state.kind !== decision.kind) return model.refusal('not-allowed');
  const seats = who === null ? new Set<string>() : model.seats(who, state, at);
  const deciding: Deciding<unknown, unknown, string> = {
    who,
    at,
    state,
    seats,
    acts: (section) => model.acts(who, section, state, at),
    others,
  };
  if (who !== null && !decision.may(deciding, form)) return model.refusal('not-allowed');
  const code = decision.check(state.facts, form, { who: who?.id ?? null, at }, known);
  const stands = (): string | null => decision.stands(state.facts, form, names, at);
  if (code !== null) return { code, words: decision.refusals[code] ?? code, stands: stands() };
  const isOvertaken = since.some(({ decision: { name }, form: theirs }) => {
    if (!decision.overtakenBy.includes(name)) return false;
    return decision.isOvertaken?.(form, { name, form: theirs }) ?? true;
  });
  return isOvertaken ? model.refusal('overtaken', stands()) : null;
}

/** The other records that a command names; null where one does not exist. */
function othersIn(model: Model, command: Command, { who, known, at }: Judging): readonly OtherRecord<unknown>[] | null {
  const others: OtherRecord<unknown>[] = [];
  for (const id of othersOf(command)) {
    const state = known.state(id);
    if (state === null || state === undefined) return null;
    others.push({
      who,
      state,
      seats: who === null ? new Set() : model.seats(who, state, at),
      acts: (section) => model.acts(who, section, state, at),
    });
  }
  return others;
}
