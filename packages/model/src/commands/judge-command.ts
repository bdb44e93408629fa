import { indexOf } from '../answers/record-index.ts';
import type { Deciding, OtherRecord } from '../decisions/deciding.ts';
import type { Decision } from '../decisions/decision.ts';
import type { Opening } from '../decisions/opening.ts';
import type { DecisionRefusal } from '../decisions/refusal.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { Names } from '../records/names.ts';
import type { RecordState } from '../records/record-state.ts';
import { contained } from '../rights/report-fault.ts';
import { namedIn } from '../values/named-in.ts';
import { carryOut } from './carry-out.ts';
import type { Command } from './command.ts';
import { asking, pathOf } from './fault-of-model.ts';
import { othersIn } from './others-in.ts';

/** What a command is judged on. */
export interface Judging {
  /** Who gives it; null where it is whoever runs the authority, whose right is not asked. */
  readonly who: { readonly id: string } | null;
  /** The record that it is about; undefined where it does not exist yet. */
  readonly state: RecordState | undefined;
  readonly at: number;
  /** Has everybody whom the command and the record's facts name, their units, and the other records. */
  readonly known: Known;
  /** Whether somebody of an id signs in here, or did before their access ended; without it, whom `known` has not as null. */
  readonly isSomebody?: ((id: string) => boolean) | undefined;
  /** The commands about the record that were decided since this one was given, by others or on other devices. */
  readonly since: readonly Command[];
  readonly names: Names;
}

/**
 * Judges a command on what is decided; null if it may be carried out.
 *
 * Rights come first, and what is forbidden is answered like what does not exist. A `may` that throws allows nothing;
 * where other code of the model throws, or gives what cannot be, the command is refused as `failed`. Both are told. What
 * is judged fit is carried out without a fault.
 */
export function judgeCommand(model: Model, command: Command, judging: Judging): DecisionRefusal | null {
  const { decision } = command;
  try {
    const others = othersIn(model, command, judging);
    if (others === null) return model.refusal('not-allowed');
    const refusal =
      decision.type === 'opening'
        ? judgeOpening(model, decision, command, judging, others)
        : judgeDecision(model, decision, command, judging, others);
    if (refusal !== null) return refusal;
    // What a check does not look at is not let pass: an id that is nobody's would be found by nobody later.
    return namesNobody(model, command, judging) ? model.refusal('no-such-id') : judgeOutcome(model, command, judging);
  } catch (error) {
    model.report(pathOf(error, `decisions.${decision.name}`), error);
    return model.refusal('failed');
  }
}

function judgeOpening(
  model: Model,
  decision: Opening,
  { form }: Command,
  { who, state, at, known }: Judging,
  others: readonly OtherRecord<unknown>[],
): DecisionRefusal | null {
  const path = `decisions.${decision.name}`;
  const may = (): boolean => who === null || (decision.byAuthority !== true && decision.may({ who, at, others }, form));
  if (!contained(model.report, `${path}.may`, may, false)) return model.refusal('not-allowed');
  if (state !== undefined) return model.refusal('id-taken');
  const code = asking(`${path}.check`, () => decision.check(form, { who: who?.id ?? null, at }, known));
  return code === null ? null : { code, words: decision.refusals[code] ?? code, stands: null };
}

function judgeDecision(
  model: Model,
  decision: Decision,
  { form }: Command,
  { who, state, at, known, since, names }: Judging,
  others: readonly OtherRecord<unknown>[],
): DecisionRefusal | null {
  const path = `decisions.${decision.name}`;
  if (state === undefined || state.kind !== decision.kind) return model.refusal('not-allowed');
  if (who !== null) {
    const deciding: Deciding<unknown, unknown, string> = {
      who,
      at,
      state,
      seats: model.seats(who, state, at),
      acts: (section) => model.acts(who, section, state, at),
      others,
    };
    const may = (): boolean =>
      decision.byAuthority !== true && !model.isBarred(who, state) && decision.may(deciding, form);
    if (!contained(model.report, `${path}.may`, may, false)) return model.refusal('not-allowed');
  }
  const stands = (): string | null =>
    contained(model.report, `${path}.stands`, () => decision.stands(state.facts, form, names, at), null);
  const code = asking(`${path}.check`, () => decision.check(state.facts, form, { who: who?.id ?? null, at }, known));
  if (code !== null) return { code, words: decision.refusals[code] ?? code, stands: stands() };
  const isOvertaken = since.some(({ decision: { name }, form: theirs }) => {
    if (!decision.overtakenBy.includes(name)) return false;
    return asking(`${path}.isOvertaken`, () => decision.isOvertaken?.(form, { name, form: theirs }) ?? true);
  });
  return isOvertaken ? model.refusal('overtaken', stands()) : null;
}

/** Whether the form names somebody whom there never was, or a unit that there is none of. Whom facts name stays named. */
function namesNobody(model: Model, { decision, form }: Command, { state, known, ...judging }: Judging): boolean {
  const isSomebody = judging.isSomebody ?? ((id: string) => known.who(id) !== null);
  const people = state === undefined ? [] : (indexOf(model, state)?.people ?? []);
  return [...namedIn(decision.form.valueKind, form)].some(({ kind, id }) => {
    switch (kind.type) {
      case 'who':
        return !isSomebody(id) && !people.includes(id);
      case 'unit':
        return known.unit(kind.unit, id) === null;
      case 'who-or-record':
        return !isSomebody(id) && !people.includes(id) && known.state(id) === null;
      case 'record':
        // One that must exist is looked for before rights are; the others are begun by the command.
        return false;
    }
  });
}

/** Whether what it comes to can be: the records that it begins are new, have their sections, and can be looked for. */
function judgeOutcome(model: Model, command: Command, { who, state, at, known }: Judging): DecisionRefusal | null {
  const { state: after, begun } = carryOut(model, command, state, { who: who?.id ?? null, at });
  if (begun.some(({ record }) => (known.state(record) ?? null) !== null)) return model.refusal('id-taken');
  const all = [after, ...begun];
  if (all.some((one) => indexOf(model, one) === null)) return model.refusal('failed');
  const fits = command.sections.every(({ record, name }) => {
    const of = all.find((one) => one.record === record);
    return of !== undefined && model.sectionNames(of, known).includes(name);
  });
  return fits ? null : model.refusal('malformed', 'sections: has one that no such record has');
}
