import type { RecordState } from './record-state.ts';
import type { NamedWho, Unit } from './who.ts';

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
