import type { Acts } from '@caseweave/protocol';
import type { Json } from '@caseweave/record';

/** Who decides, and when by the device's clock. */
export interface Decider {
  readonly principal: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly at: number;
}

/** A record that a command creates, as this device may use it before the server has heard of it. */
export interface NewRecord {
  readonly record: string;
  /** What sort of record it is, in the app's word: up to 40 of `a-z 0-9 -`, a letter first. */
  readonly kind: string;
  /** What is decided about it once the command is: JSON, in the form in which the server says it. */
  readonly facts: Json;
  readonly sections: readonly NewSection[];
}

/** A section of a record that a command creates. */
export interface NewSection {
  readonly section: string;
  readonly name: string;
  readonly acts: Acts;
}

/** Why a command is not even stored, in plain words. */
export interface CommandRefusal {
  readonly code: string;
  readonly words: string;
  /** What stands instead; null or absent if there is nothing to say. */
  readonly stands?: string | null;
}

/** What a caseload has to know of the app's commands. All of it is pure; ids are 22 characters of base64url. */
export interface DecisionPort {
  /** The record that the command is about. */
  record(command: Json): string;
  /**
   * The records that the command creates.
   *
   * @param facts - what is decided about the record that the command is about, as far as this device was told; null for nothing
   * @param by - who decides, and when, as `fold` is told of it
   */
  records(command: Json, facts?: Json | null, by?: Decider): readonly NewRecord[];
  /** What is decided about a record with the command applied; null when it does not apply (any more). */
  fold(facts: Json, command: Json, by: Decider): Json | null;
  /** The command in plain words. */
  words(command: Json): string;
  /** What is wrong with the command, whatever is decided already; null if nothing. */
  check?(command: Json): CommandRefusal | null;
}
