import type { Json } from '@caseweave/record';
import { indexOf } from '../answers/record-index.ts';
import { carryOut } from '../commands/carry-out.ts';
import type { Command } from '../commands/command.ts';
import { judgeCommand } from '../commands/judge-command.ts';
import { parseCommand } from '../commands/parse-command.ts';
import type { DecisionEntry } from '../decisions/entry.ts';
import type { DecisionRefusal } from '../decisions/refusal.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { Names } from '../records/names.ts';
import type { RecordState } from '../records/record-state.ts';
import type { NamedWho, Unit } from '../records/who.ts';

/** Who and what there is. */
export interface Directory {
  readonly people: readonly NamedWho[];
  /** By the kind of unit. */
  readonly units?: Readonly<Record<string, readonly Unit[]>>;
}

/** What became of a command. */
export type MemoryOutcome =
  | {
      readonly type: 'decided';
      readonly command: Command;
      /** The record that it is about, then those that it began beside. */
      readonly states: readonly RecordState[];
    }
  | { readonly type: 'refused'; readonly refusal: DecisionRefusal };

/** Decides as a server does, in memory: for tests, laws, and to try a model. */
export interface MemoryAuthority {
  readonly known: Known;
  readonly names: Names;
  /** The records as they are decided, by id, with what links to them. */
  readonly states: ReadonlyMap<string, RecordState>;
  /** What the log would keep, in order. */
  readonly log: readonly DecisionEntry[];
  /** The entries that a record's facts are the fold of. */
  entriesOf(record: string): readonly DecisionEntry[];
  /**
   * Decides once, in order.
   *
   * @param who - the id of who signed in; null for whoever runs the authority
   */
  decide(who: string | null, json: unknown, at: number): MemoryOutcome;
}

/** Opens an authority without records. */
export function authorityInMemory(model: Model, { people, units = {} }: Directory): MemoryAuthority {
  const log: DecisionEntry[] = [];
  const entries = new Map<string, DecisionEntry[]>();
  let states: ReadonlyMap<string, RecordState> = new Map();
  const byId = new Map(people.map((one) => [one.who.id, one]));
  const known: Known = {
    who: (id) => byId.get(id) ?? null,
    unit: (kind, id) => units[kind]?.find((one) => one.id === id) ?? null,
    state: (record) => states.get(record) ?? null,
  };
  const names: Names = { who: (id) => byId.get(id)?.name, unit: (kind, id) => known.unit(kind, id)?.name };

  return {
    known,
    names,
    log,
    get states() {
      return states;
    },
    entriesOf: (record) => entries.get(record) ?? [],
    decide(id, json, at) {
      const parsed = parseCommand(model, json);
      if (parsed.type === 'refused') return parsed;
      const { command } = parsed;
      const who = id === null ? null : byId.get(id)?.who;
      if (who === undefined) throw new TypeError(`Nobody in the directory has the id ${String(id)}.`);
      const state = states.get(command.record);
      const refusal = judgeCommand(model, command, { who, state, at, known, since: [], names });
      if (refusal !== null) return { type: 'refused', refusal };
      const after = carryOut(model, command, state, { who: id, at });
      const changed = [after.state, ...after.begun];
      const entry = entryOf(command, id, at);
      log.push(entry);
      for (const { record } of changed) entries.set(record, [...(entries.get(record) ?? []), entry]);
      states = linked(model, new Map([...states, ...changed.map((one) => [one.record, one] as const)]));
      return { type: 'decided', command, states: changed.map((one) => states.get(one.record) ?? one) };
    },
  };
}

const entryOf = (command: Command, who: string | null, at: number): DecisionEntry => {
  const { decision, record, form } = command;
  return { name: decision.name, version: decision.version, record, form: form as Json, who, at };
};

/** The same records, each with those that link to it. */
function linked(model: Model, states: ReadonlyMap<string, RecordState>): ReadonlyMap<string, RecordState> {
  const from = new Map<string, RecordState[]>();
  for (const state of states.values()) {
    const alone = { ...state, linkedFrom: [] };
    for (const to of indexOf(model, state)?.links ?? []) from.set(to, [...(from.get(to) ?? []), alone]);
  }
  return new Map(
    Array.from(states, ([record, state]) => [record, { ...state, linkedFrom: from.get(record) ?? [] }] as const),
  );
}
