import type { ProposedSection, RecordState } from '@caseweave/model';
import type { Json } from '@caseweave/record';

/** Facts of a record, as a decision leaves them. */
export type NewFacts = Pick<RecordState, 'record' | 'kind' | 'facts'>;

/** Where a command came from. */
export interface CommandSource {
  readonly device: string | null;
  readonly batch: number | null;
  /** The position of the log that it was given on; null where that is not known. */
  readonly base: number | null;
  readonly reason: string | null;
}

/** An entry of the log: a decision about a record, or its facts given whole. */
export interface NewEntry {
  readonly type: 'decided' | 'adopted';
  readonly name: string;
  readonly version: number;
  readonly form: Json;
  /** Who decided; null where it was whoever runs the authority. */
  readonly principal: string | null;
  readonly source: CommandSource;
  /** The record that it is about, as it leaves it. */
  readonly facts: NewFacts;
  /** The records that it begins beside. */
  readonly begun: readonly NewFacts[];
  /** The other records that it names: what is told of what links to them may be other now. */
  readonly others: readonly string[];
  /** Ids that a device has made for sections of what it begins. */
  readonly sections: readonly ProposedSection[];
}

/** Where nobody's device or program gave it. */
export const noSource: CommandSource = { device: null, batch: null, base: null, reason: null };
