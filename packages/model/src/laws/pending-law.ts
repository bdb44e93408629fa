import type { Json } from '@caseweave/record';
import { toldFacts } from '../answers/told-facts.ts';
import { type PendingRecord, decisionPort } from '../device/decision-port.ts';
import type { MemoryAuthority } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';
import type { NamedWho } from '../records/who.ts';
import type { ModelBreach } from './law.ts';
import { sameJson } from './same-json.ts';

/** What a device shows of a command before the server has decided it. */
export interface Shown {
  readonly facts: Json | null;
  readonly begun: readonly PendingRecord[];
}

/** Shows a command on its author's device, by what they were told until then. */
export function shownOn(
  model: Model,
  { known }: MemoryAuthority,
  author: NamedWho,
  json: Json,
  state: RecordState | undefined,
  at: number,
): Shown {
  const port = decisionPort(model, author, known);
  const told =
    state === undefined || !model.readsSome(author.who, state, known, at)
      ? null
      : toldFacts(model, author.who, state, known, at);
  return {
    facts: told === null ? null : port.fold(told, json, { principal: author.who.id, at }),
    begun: port.records(json, told, { at }),
  };
}

/** Whether what was shown is what is told now that it is decided. */
export function* pendingBreaches(
  model: Model,
  { known }: MemoryAuthority,
  { who }: NamedWho,
  shown: Shown,
  states: readonly RecordState[],
  at: number,
): Generator<ModelBreach> {
  const [subject] = states;
  for (const state of states) {
    const pending =
      state === subject && shown.facts !== null
        ? shown.facts
        : shown.begun.find(({ record }) => record === state.record)?.facts;
    // What cannot be told, by what the author was told, is not shown; and whoever may not read it any more is told nothing.
    if (pending === undefined || !model.readsSome(who, state, known, at)) continue;
    const told = toldFacts(model, who, state, known, at);
    if (!sameJson(pending, told))
      yield {
        law: 'pending',
        says: `${who.id} was shown ${JSON.stringify(pending)} of ${state.record}, and is told ${JSON.stringify(told)}.`,
      };
  }
}
