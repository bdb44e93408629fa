import type { Json } from '@caseweave/record';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { Acts } from '../rights/level.ts';
import type { Rights } from '../rights/rights.ts';

/** Who decided, and when. */
export interface DecidedBy {
  /** Who signed in; null where it was whoever runs the authority. */
  readonly who: string | null;
  readonly at: number;
}

/** Who wants to decide, and what rights are judged on. */
export interface Deciding<Who, Facts, SeatName extends string> {
  readonly who: Who;
  readonly at: number;
  readonly state: RecordState<Facts>;
  /** The seats of whoever decides, at the record. */
  readonly seats: ReadonlySet<SeatName>;
  /** What they may do in a section of the record. */
  acts(section: string): Acts;
  /** The other records that the form names; each exists. */
  readonly others: readonly OtherRecord<Who>[];
}

/** A record that a form names beside the one that it is about. */
export interface OtherRecord<Who> {
  readonly state: RecordState;
  /** The seats of whoever decides, at that record. */
  readonly seats: ReadonlySet<string>;
  acts(section: string): Acts;
  readonly who: Who;
}

/** A record that a decision begins beside the one that it is about. */
export interface Begun {
  readonly record: string;
  readonly kind: string;
  readonly facts: Json;
}

/** What tells somebody of a decision. */
export interface Telling<Who, Facts> {
  readonly reader: Who;
  /** The record once the decision was taken. */
  readonly state: RecordState<Facts>;
  readonly known: Known<Who>;
  readonly at: number;
  /** Those in force: what a reader may not know follows from them. */
  readonly rights: Rights;
}
