import type { RecordState } from '@caseweave/model';
import type { SectionOfRecord } from './section-of-record.ts';

/** A decision about a record: what was decided until then, and when. Null: the record is new. */
export interface Before {
  readonly record: string;
  readonly state: RecordState | null;
  readonly at: number;
}

/** A record that something has happened to: to itself, or to one that it links to. */
export interface Touched {
  readonly record: string;
  readonly kind: string;
  /** The keys by which it is looked for, now and before. */
  readonly keys: ReadonlySet<string>;
  readonly written: readonly SectionOfRecord[];
  readonly decided: readonly Before[];
}

/** What has happened, in the order of the log. */
export type Happening =
  | {
      readonly type: 'touched';
      readonly position: number;
      readonly records: readonly Touched[];
      /** Those who sign in and of whom something has changed, such as their roles. */
      readonly people: ReadonlySet<string>;
    }
  /** What has happened could not be followed: whoever follows begins again. */
  | { readonly type: 'lost' };

/** Follows the log, whoever writes it. Who may know of what happens is judged by whoever is told. */
export interface Following {
  /** Tells of everything that happens from now on, until the function that is given back is called. */
  follow(hear: (happening: Happening) => void): () => void;
}
