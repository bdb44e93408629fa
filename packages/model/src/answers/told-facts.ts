import type { Json } from '@caseweave/record';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import { contained } from '../rights/report-fault.ts';
import { indexOf } from './record-index.ts';

/** What a reader is told of a record's facts, as plain JSON; null where the kind's code throws, which is told. */
export function toldFacts(model: Model, reader: unknown, state: RecordState, known: Known, at: number): Json | null {
  const kind = model.kinds.get(state.kind);
  if (kind === undefined) return null;
  return contained(
    model.report,
    `kinds.${state.kind}.seen.facts`,
    () => plainJson(kind.seen.facts(reader, state, known, at)),
    null,
  );
}

/** Whether a reader may know that somebody has to do with a record. Nobody may where the kind's code throws. */
export const isSeen = (model: Model, reader: unknown, other: unknown, state: RecordState, at: number): boolean =>
  contained(
    model.report,
    `kinds.${state.kind}.seen.who`,
    () => model.kinds.get(state.kind)?.seen.who(reader, other, state, at) === true,
    false,
  );

/** Whether somebody has to do with a record: its facts name them, or they have a seat at it. */
export const hasToDoWith = (model: Model, id: string, who: unknown, state: RecordState, at: number): boolean =>
  indexOf(model, state)?.people.includes(id) === true || model.seats(who, state, at).size > 0;

/** Plain JSON of what the app's code gave: without what JSON does not carry. */
export const plainJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;
