import type { RecordState } from '../records/record-state.ts';

/** How somebody stands to a record, from its facts. Pure: it asks nothing but what it is handed. */
export interface Seat<Who, Facts> {
  /** In plain words, after "who": `lives there`. */
  readonly says: string;
  holds(who: Who, state: RecordState<Facts>, at: number): boolean;
}
