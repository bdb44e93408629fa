import type { Json } from '@caseweave/record';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { Rights } from '../rights/rights.ts';
import type { Valued } from '../values/value-kind.ts';

/** What of a record's facts, and of who has to do with it, somebody may know. `rights` are those in force. */
export interface SeenDeclaration<Who, Facts, Told = unknown> {
  /** What a reader is told of the facts, as JSON; two that are equal as text are the same to the reader. */
  facts(reader: Who, state: RecordState<Facts>, known: Known<Who>, at: number, rights: Rights): Told;
  /**
   * What is told, made with `group`: the API has a field for each member. Lists are narrowed by members that stand under the
   * same name in the facts: what is told there is the same, or nothing.
   */
  readonly shape?: Valued<object>;
  /** Whether a reader may know that somebody has to do with the record: asked for authors, presence, decisions. */
  who(reader: Who, other: Who, state: RecordState<Facts>, at: number, rights: Rights): boolean;
  /** On a device: the facts that decisions are folded into, from what was told; null for what is no such thing. */
  decided(told: Json): Facts | null;
  /** On a device: what `reader` will be told once a decision is taken, from what is decided then and was told before. */
  pending(state: RecordState<Facts>, told: Told | null, known: Known<Who>, at: number, reader: Who): Told;
}

/** What of a record's facts, and of who has to do with it, somebody may know: as a model answers, by its rights. */
export interface Seen {
  readonly shape?: Valued<object>;
  facts(reader: unknown, state: RecordState, known: Known, at: number): unknown;
  who(reader: unknown, other: unknown, state: RecordState, at: number): boolean;
  decided(told: Json): unknown;
  pending(state: RecordState, told: unknown, known: Known, at: number, reader: unknown): unknown;
}
