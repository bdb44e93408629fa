import type { Json } from '@caseweave/record';
import { plainJson } from '../answers/told-facts.ts';
import { begunBeside, carryOut } from '../commands/carry-out.ts';
import type { Command } from '../commands/command.ts';
import { pathOf } from '../commands/fault-of-model.ts';
import { parseCommand } from '../commands/parse-command.ts';
import { commandWords } from '../commands/told-decision.ts';
import type { DecisionRefusal } from '../decisions/refusal.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { Names } from '../records/names.ts';
import type { RecordState } from '../records/record-state.ts';
import type { NamedWho } from '../records/who.ts';
import type { Acts } from '../rights/level.ts';

/** A record that a command begins, as a device may use it before the server has heard of it. */
export interface PendingRecord {
  readonly record: string;
  readonly kind: string;
  /** What is decided about it once the command is, in the form in which the server says it. */
  readonly facts: Json;
  readonly sections: readonly { readonly section: string; readonly name: string; readonly acts: Acts }[];
}

/** What a caseload has to know of a model's commands. All of it is pure. */
export interface ModelDecisions {
  record(command: Json): string;
  /**
   * @param told - what the device was told of the record that the command is about; null for nothing
   * @param by - when it is decided, by the device's clock
   */
  records(command: Json, told?: Json | null, by?: { readonly at: number }): readonly PendingRecord[];
  fold(facts: Json, command: Json, by: { readonly principal: string; readonly at: number }): Json | null;
  words(command: Json): string;
  check(command: Json): DecisionRefusal | null;
}

/**
 * Makes what an app hands to its caseload, for whoever is signed in on the device. Where code of the model throws, nothing
 * is shown as pending, and it is told.
 */
export function decisionPort(model: Model, me: NamedWho, around: Known): ModelDecisions {
  const known: Known = { ...around, who: (id) => (id === me.who.id ? me : around.who(id)) };
  const names: Names = { who: (id) => known.who(id)?.name, unit: (kind, id) => known.unit(kind, id)?.name };
  const commandIn = (json: Json): Command => {
    const parsed = parseCommand(model, json);
    // What was not checked before it came here is the app's mistake.
    if (parsed.type === 'refused') throw new TypeError(parsed.refusal.stands ?? 'This is no command.');
    return parsed.command;
  };
  const told = (state: RecordState, before: Json | null, at: number): Json =>
    plainJson(model.kinds.get(state.kind)?.seen.pending(state, before, known, at, me.who));
  const without = <Answer, Otherwise>(
    command: Command,
    ask: () => Answer,
    otherwise: Otherwise,
  ): Answer | Otherwise => {
    try {
      return ask();
    } catch (error) {
      model.report(pathOf(error, `decisions.${command.decision.name}`), error);
      return otherwise;
    }
  };

  return {
    record: (json) => commandIn(json).record,
    words: (json) => commandWords(model, commandIn(json), names),
    check(json) {
      const parsed = parseCommand(model, json);
      return parsed.type === 'command' ? null : parsed.refusal;
    },
    fold(facts, json, { principal, at }) {
      const command = commandIn(json);
      return without(
        command,
        () => {
          const state = stateOf(model, command, facts);
          if (state === undefined || command.decision.type === 'opening') return null;
          const by = { who: principal, at };
          // The server judges rights; what could not be so is not shown as if it were to be.
          if (command.decision.check(state.facts, command.form, by, known) !== null) return null;
          return told(carryOut(model, command, state, by).state, facts, at);
        },
        null,
      );
    },
    records(json, before = null, { at } = { at: 0 }) {
      const command = commandIn(json);
      return without(
        command,
        () =>
          pendingStates(model, command, before, { who: me.who.id, at }).map((one) => ({
            record: one.record,
            kind: one.kind,
            facts: told(one, null, at),
            sections: command.sections
              .filter(({ record }) => record === one.record)
              .map(({ section, name }) => ({ section, name, acts: model.acts(me.who, name, one, at) })),
          })),
        [],
      );
    },
  };
}

/** The records that a command begins, as they will be. */
function pendingStates(
  model: Model,
  command: Command,
  before: Json | null,
  by: { readonly who: string; readonly at: number },
): readonly RecordState[] {
  if (command.decision.type === 'opening') {
    const { state, begun } = carryOut(model, command, undefined, by);
    return [state, ...begun];
  }
  const state = before === null ? undefined : stateOf(model, command, before);
  if (state === undefined) return [];
  return begunBeside(model, command, carryOut(model, command, state, by).state, by);
}

function stateOf(model: Model, { decision, record }: Command, told: Json): RecordState | undefined {
  const facts: unknown = model.kinds.get(decision.kind)?.seen.decided(told) ?? null;
  return facts === null ? undefined : { record, kind: decision.kind, facts, linkedFrom: [] };
}
