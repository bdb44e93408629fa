import { indexOf as asked, type Model, type RecordIndex, type RecordState } from '@caseweave/model';

const indexes = new WeakMap<RecordState, RecordIndex | null>();

/** The index of a record, asked once of the model for each state; null where the kind's code throws, which is told. */
export function indexOf(model: Model, state: RecordState): RecordIndex | null {
  const known = indexes.get(state);
  if (known !== undefined) return known;
  const index = asked(model, state);
  indexes.set(state, index);
  return index;
}

/** Those who sign in whom the facts of a record name, and those of the records that link to it. */
export const peopleAround = (model: Model, state: RecordState): readonly string[] => [
  ...new Set([state, ...state.linkedFrom].flatMap((one) => indexOf(model, one)?.people ?? [])),
];
