import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Json } from '@caseweave/record';
import type { Known, RecordState } from '../record-state.ts';
import type { Level } from '../rights/level.ts';
import type { AnyWho } from '../who.ts';

/** A check of values that are then of a type: zod, valibot, arktype or any other Standard Schema. */
export type Schema<Value> = StandardSchemaV1<unknown, Value>;

/** How somebody stands to a record, from its facts. Pure: it asks nothing but what it is handed. */
export interface Seat<Who, Facts> {
  /** In plain words, after "who": `lives there`. */
  readonly says: string;
  holds(who: Who, state: RecordState<Facts>, at: number): boolean;
}

/** What a condition is asked about. */
export interface Asked<Who, Facts> {
  readonly who: Who;
  /** The section's name. */
  readonly section: string;
  /** Of a family of sections, what stands for the star in its name; null in any other. */
  readonly parameter: string | null;
  readonly state: RecordState<Facts>;
  readonly at: number;
}

/** A condition that cells of the rights table may name. Pure, as seats are. */
export interface Condition<Who, Facts, SeatName extends string> {
  /** In plain words, after "where": `the repair is open`. */
  readonly says: string;
  /** Whether it holds, or the most that it allows. One that throws allows nothing. */
  allows(asked: Asked<Who, Facts>): boolean | Level;
  /** The seat that somebody counts as sitting in for a cell with this condition, whether or not they do. */
  sits?(who: Who): SeatName | undefined;
}

/** Where records of a kind are looked for, and when their rights change by themselves. All are derived from facts. */
export interface KindIndex<Facts> {
  /** Keys that a record has: who shares none has no seat at it. They begin with a word and a colon: `is:`, `firm:`. */
  keys(state: RecordState<Facts>): readonly string[];
  /** When a right changes without a decision: an end that was given beforehand. */
  moments(facts: Facts): readonly number[];
  /** The ids of the records that lean on this one: it is among their `linkedFrom`. */
  links(facts: Facts): readonly string[];
  /** The ids of those who sign in that facts name. */
  people(facts: Facts): readonly string[];
}

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

/** What a kind of record is. */
export interface KindDeclaration<Who, Facts, SeatName extends string, ConditionName extends string, Told = unknown> {
  /** What one is called: `Repair`. */
  readonly title: string;
  /** In a sentence, for documentation: what such a record is. */
  readonly about: string;
  readonly who: Schema<Who>;
  readonly facts: {
    readonly schema: Schema<Facts>;
    /** Raised when the same decisions fold into other facts: the store then folds them again. */
    readonly version: number;
    /** Brings facts that a record was adopted with up to the next version, by the version that they are of. */
    readonly upgrade?: Readonly<Record<number, (facts: Json) => Json>>;
  };
  readonly seats: Readonly<Record<SeatName, Seat<NoInfer<Who>, NoInfer<Facts>>>>;
  readonly conditions: Readonly<Record<ConditionName, Condition<NoInfer<Who>, NoInfer<Facts>, NoInfer<SeatName>>>>;
  /** Whom the record is closed to, whatever else they are; one that throws closes it. */
  barred(who: NoInfer<Who>, state: RecordState<NoInfer<Facts>>): boolean;
  readonly index: KindIndex<NoInfer<Facts>>;
  readonly seen: Seen<NoInfer<Who>, NoInfer<Facts>, Told>;
}

/** A kind of record. */
export interface Kind<
  Name extends string = string,
  Who = unknown,
  Facts = unknown,
  SeatName extends string = string,
  ConditionName extends string = string,
> extends KindDeclaration<Who, Facts, SeatName, ConditionName> {
  readonly name: Name;
}

/** A kind of record, whatever its types. */
export type AnyKind = Kind;

/**
 * Declares a kind of record. Who, facts, seats and conditions are inferred from schemas and keys, never from what the
 * functions return.
 */
export function kind<
  const Name extends string,
  Who extends AnyWho,
  Facts,
  const SeatName extends string,
  const ConditionName extends string = never,
>(
  name: Name,
  declaration: KindDeclaration<Who, Facts, SeatName, ConditionName>,
): Kind<Name, Who, Facts, SeatName, ConditionName> {
  return Object.freeze({ ...declaration, name });
}
