import type { Json } from '@caseweave/record';
import type { RecordState } from '../records/record-state.ts';
import type { AnyWho } from '../records/who.ts';
import type { Rights } from '../rights/rights.ts';
import type { Schema } from '../values/schema.ts';
import type { Condition } from './condition.ts';
import type { KindIndex } from './kind-index.ts';
import type { Seat } from './seat.ts';
import type { Seen, SeenDeclaration } from './seen.ts';

/** What a kind of record is. */
export interface KindDeclaration<Who, Facts, SeatName extends string, ConditionName extends string, Told = unknown> {
  /** What one is called: `Repair`. */
  readonly title: string;
  /** What several are called: `Properties`. The title with an s, unless said. */
  readonly many?: string;
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
  readonly seen: SeenDeclaration<NoInfer<Who>, NoInfer<Facts>, Told>;
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

/** A kind of record of a model, whatever its types: what of it may be known follows from the model's rights. */
export interface AnyKind extends Omit<Kind, 'seen'> {
  readonly seen: Seen;
}

/** A kind of a model that has these rights. */
export const withRights = (declared: Kind, rights: Rights): AnyKind => ({
  ...declared,
  seen: {
    ...(declared.seen.shape !== undefined && { shape: declared.seen.shape }),
    facts: (reader, state, known, at) => declared.seen.facts(reader, state, known, at, rights),
    who: (reader, other, state, at) => declared.seen.who(reader, other, state, at, rights),
    decided: (told) => declared.seen.decided(told),
    pending: (state, told, known, at, reader) => declared.seen.pending(state, told, known, at, reader),
  },
});

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
