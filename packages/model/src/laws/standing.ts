import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';

/** What somebody may do in a record at a moment, as text: seats, and acts by section. */
export function standing(model: Model, who: unknown, state: RecordState, names: readonly string[], at: number): string {
  const acts = names.map((name) => {
    const { read, append, write } = model.acts(who, name, state, at);
    return `${name}:${write ? 'write' : append ? 'append' : read ? 'read' : 'none'}`;
  });
  return [...[...model.seats(who, state, at)].toSorted(), ...acts.filter((one) => !one.endsWith(':none'))].join(' ');
}
