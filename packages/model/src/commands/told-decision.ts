import type { Json } from '@caseweave/record';
import { isSeen } from '../answers/told-facts.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import { contained } from '../rights/report-fault.ts';
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
 * A decision as one reader may see it; null where nothing of it is theirs to know, and where its code throws. Ids that
 * were made for devices stay out of it.
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
  const { decision } = command;
  const form = contained(
    model.report,
    `decisions.${decision.name}.told`,
    () => decision.told({ reader, state, known, at, rights: model }, command.form),
    null,
  );
  if (form === null) return null;
  return {
    key,
    command: commandJson({ ...command, form, sections: [] }),
    by: by !== null && isSeen(model, reader, by.who, state, at) ? { id: by.who.id, name: by.name } : model.somebody,
    at,
  };
}

/** What a command does in plain words; its decision's title where the code for that throws, which is told. */
export const commandWords = (
  model: Model,
  { decision, form }: Command,
  names: Parameters<typeof decision.words>[1],
): string =>
  contained(model.report, `decisions.${decision.name}.words`, () => decision.words(form, names), decision.title);
