import type { Json } from '@caseweave/record';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';

/** What of a record's facts, and of who has to do with it, somebody may know. */
export interface Seen<Who, Facts, Told = unknown> {
  /** What a reader is told of the facts, as JSON; two that are equal as text are the same to the reader. */
  facts(reader: Who, state: RecordState<Facts>, known: Known<Who>, at: number): Told;
  /** Whether a reader may know that somebody has to do with the record: asked for authors, presence, decisions. */
  who(reader: Who, other: Who, state: RecordState<Facts>, at: number): boolean;
  /** On a device: the facts that decisions are folded into, from what was told; null for what is no such thing. */
  decided(told: Json): Facts | null;
  /** On a device: what will be told once a decision is taken, from its facts and what was told before. */
  pending(facts: Facts, told: Told | null, known: Known<Who>): Told;
}
