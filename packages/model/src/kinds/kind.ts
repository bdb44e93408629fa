import type { Json } from '@caseweave/record';
import type { RecordState } from '../records/record-state.ts';
import type { AnyWho } from '../records/who.ts';
import type { Schema } from '../values/schema.ts';
import type { Condition } from './condition.ts';
import type { KindIndex } from './kind-index.ts';
import type { Seat } from './seat.ts';
import type { Seen } from './seen.ts';

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
