import type { RecordState } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { sql } from 'kysely';

/**
 * What the log has beside what people write.
 *
 * - `decided`: a decision about the record.
 * - `begun`: the record was begun by a decision about another one.
 * - `adopted`: whoever runs the authority gave its facts whole.
 * - `around`: something was decided about a record that links to it, or that it links to.
 * - `lapsed`: a right ran out.
 * - `who`: what somebody who signs in is has changed; the record is their id.
 * - `units`: units of the directory have changed.
 * - `again`: a newer model, or another rights table: everybody compares what they hold.
 */
export type LoggedType = 'decided' | 'begun' | 'adopted' | 'around' | 'lapsed' | 'who' | 'units' | 'again';

/** A decision as it was taken: its form is of its version. */
export interface LoggedDecision {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly form: Json;
  /** Null where it was whoever runs the authority. */
  readonly principal: string | null;
}

/** A row of the log's decisions. */
export interface Logged {
  readonly seq: number;
  readonly type: LoggedType;
  readonly record: string;
  readonly at: number;
  /** The record as it was until then; null for one that is new, and for what is about no record. */
  readonly before: RecordState | null;
  /** What was decided; null for all but `decided`. */
  readonly decision: LoggedDecision | null;
}

/** The columns of a `Logged`. */
export const loggedColumns = sql.raw(`seq, type, record, at, before, case when type = 'decided' then
  jsonb_build_object('id', id, 'name', name, 'version', version, 'form', form, 'principal', principal) end as decision`);

/** Whether a row is about a record. */
export const isOfRecord = ({ type }: Pick<Logged, 'type'>): boolean =>
  type !== 'who' && type !== 'units' && type !== 'again';
