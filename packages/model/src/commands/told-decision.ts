import type { Json } from '@caseweave/record';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import { type Command, commandJson } from './command.ts';

/** A decision as a reader is told of it: JSON of a `decision` event. */
export interface ToldDecision {
  /** Names the decision; the same for every reader. */
  readonly key: string;
  /** The command, without what this reader may not know. */
  readonly command: Json;
  /** Who decided; without a name where this reader may not know of them. */
  readonly by: { readonly id: string; readonly name: string };
  /** When, by the server's clock. */
  readonly at: number;
}

/** A decision as it was taken. */
export interface TakenDecision {
  readonly key: string;
  readonly command: Command;
  /** Who decided; null where it was whoever runs the authority, or somebody of whom nothing is known any more. */
  readonly by: { readonly who: { readonly id: string }; readonly name: string } | null;
  readonly at: number;
}

/**
 * A decision as one reader may see it; null where nothing of it is theirs to know. Ids that were made for devices stay
 * out of it.
 *
 * @param state - the record once the decision was taken
 */
export function toldDecision(
  model: Model,
  reader: unknown,
  { key, command, by, at }: TakenDecision,
  state: RecordState,
  known: Known,
): ToldDecision | null {
  const form = command.decision.told({ reader, state, known, at, rights: model }, command.form);
  if (form === null) return null;
  const isSeen = by !== null && model.kinds.get(state.kind)?.seen.who(reader, by.who, state, at) === true;
  return {
    key,
    command: commandJson({ ...command, form, sections: [] }),
    by: isSeen ? { id: by.who.id, name: by.name } : model.somebody,
    at,
  };
}
