import type { Principal, RecordFacts } from '@caseweave/family';
import type { SectionFacts } from './section-facts.ts';

/** A decision about a record: what was decided until then, and when. Null: the record is new. */
export interface Before {
  readonly record: string;
  readonly facts: RecordFacts | null;
  readonly at: number;
}

/** A family that something has happened to: to its record, or to that of one of its people. */
export interface Touched {
  readonly family: string;
  /** The shelves on which it stands, or stood before. */
  readonly shelves: ReadonlySet<string>;
  readonly written: readonly SectionFacts[];
  readonly decided: readonly Before[];
}

/** What has happened, in the order of the log. */
export type Happening =
  | {
      readonly type: 'touched';
      readonly position: number;
      readonly families: readonly Touched[];
      /** People whose own roles, agency or hub have changed. */
      readonly principals: ReadonlySet<string>;
    }
  /** What has happened could not be followed: whoever follows begins again. */
  | { readonly type: 'lost' };

/** Follows the log, whoever writes it. Who may know of what happens is judged by whoever is told. */
export interface Following {
  /** Tells of everything that happens from now on, until the function that is given back is called. */
  follow(hear: (happening: Happening) => void): () => void;
  /** The shelves that a principal reads. */
  shelvesOf(principal: Principal): readonly string[];
}
