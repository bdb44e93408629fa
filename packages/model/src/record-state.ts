import type { NamedWho, Unit } from './who.ts';

/** A record as it is decided: what kind it is, its facts, and the records whose facts link to it. */
export interface RecordState<Facts = unknown> {
  readonly record: string;
  readonly kind: string;
  /** The fold of its decisions: plain JSON. */
  readonly facts: Facts;
  /** The records that name this one by a link, each without its own; a right may come from any of them. */
  readonly linkedFrom: readonly RecordState[];
}

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

/** The names that things are told with; undefined for who or what is not known, or not to be named. */
export interface Names {
  who(id: string): string | undefined;
  unit(kind: string, id: string): string | undefined;
}

/** Tells things without a name. */
export const withoutNames: Names = { who: () => undefined, unit: () => undefined };

/** Where nothing is known beside. */
export const nothingKnown: Known = { who: () => undefined, unit: () => undefined, state: () => undefined };
