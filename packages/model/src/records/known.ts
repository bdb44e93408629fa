import type { RecordState } from './record-state.ts';
import type { AnyWho, NamedWho, Unit } from './who.ts';

/**
 * What is known beside a record, where it is asked: at the server all that matters has been loaded, on a device it is what
 * the app knows.
 *
 * Each answers undefined for what is not known here, and null where it is known that there is none.
 */
export interface Known<Who = unknown> {
  who(id: string): NamedWho<Who> | null | undefined;
  unit(kind: string, id: string): Unit | null | undefined;
  state(record: string): RecordState | null | undefined;
}

/** Where nothing is known beside. */
export const nothingKnown: Known = { who: () => undefined, unit: () => undefined, state: () => undefined };

/**
 * What follows from lists of people and of units, by the kind of unit: who is not among them may yet be, and of records
 * nothing is known.
 */
export function knownOf<Who extends AnyWho>(
  people: readonly NamedWho<Who>[],
  units: Readonly<Record<string, readonly Unit[]>> = {},
): Known<Who> {
  const byId = new Map(people.map((one) => [one.who.id, one]));
  return {
    who: (id) => byId.get(id),
    unit: (kind, id) => units[kind]?.find((one) => one.id === id),
    state: () => undefined,
  };
}
