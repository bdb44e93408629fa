import type { OtherRecord } from '../decisions/deciding.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import { namedIn } from '../values/named-in.ts';
import { type Command, othersOf } from './command.ts';

/** Who asks, when, and what is known. */
interface Asking {
  readonly who: { readonly id: string } | null;
  readonly at: number;
  readonly known: Known;
}

/**
 * The other records that a command names and that must exist; null where one does not, or is of another kind than the
 * form says.
 */
export function othersIn(
  model: Model,
  command: Command,
  { who, known, at }: Asking,
): readonly OtherRecord<unknown>[] | null {
  const kinds = new Map<string, string>();
  for (const { kind, id } of namedIn(command.decision.form.valueKind, command.form)) {
    if (kind.type === 'record' || kind.type === 'who-or-record') kinds.set(id, kind.kind);
  }
  const others: OtherRecord<unknown>[] = [];
  for (const id of othersOf(command)) {
    const state = known.state(id);
    if (state === null || state === undefined || state.kind !== (kinds.get(id) ?? state.kind)) return null;
    others.push({
      who,
      state,
      seats: who === null ? new Set() : model.seats(who, state, at),
      acts: (section) => model.acts(who, section, state, at),
    });
  }
  return others;
}
