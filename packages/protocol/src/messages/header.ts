import type { PrincipalId, RecordId, SectionId } from '../ids.ts';
import type { WriterVersions } from '../writer-versions.ts';

/** Who holds a clientID, as this reader may see it. */
export interface ClientAuthor {
  readonly client: number;
  readonly principal: PrincipalId;
  readonly name: string;
  readonly organisation: string | null;
}

/** What the reader of a section may do in it. */
export interface Acts {
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
}

/** What a device is told about a section before its state. */
export interface EnterHeader {
  readonly record: RecordId;
  readonly section: SectionId;
  readonly name: string;
  readonly epoch: number;
  /** The oldest versions of its schema, and of its extensions, that may write in it: a device of older ones reads. */
  readonly oldestWriter: WriterVersions;
  readonly acts: Acts;
  /** Each clientID that is new to this section for this device. */
  readonly authors: readonly ClientAuthor[];
  /** What the caseload list shows from this section, as JSON; null if nothing. */
  readonly projection: string | null;
}

/** What is decided about a record, as this reader may see it. */
export interface FactsHeader {
  readonly record: RecordId;
  /** What sort of record it is, in the app's word; see `isRecordKind`. */
  readonly kind: string;
  /** JSON. */
  readonly facts: string;
}
