import type { Json } from './json.ts';

/** What a refused edit broke. */
export type RefusalCode =
  | 'wrong-value'
  | 'not-json'
  | 'too-large'
  | 'unknown-field'
  | 'no-such-row'
  | 'struck'
  | 'not-yours'
  | 'out-of-range'
  | 'format-not-allowed'
  | 'foreign-basis'
  | 'no-such-question'
  | 'no-such-id'
  | 'in-transaction'
  | 'in-view'
  | 'overtaken'
  | 'asynchronous'
  | 'wrong-root'
  | 'closed';

/** One thing that is wrong with an edit, in words for the person or the developer who made it. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The field, as its path in the schema; empty for the edit as a whole. */
  readonly path: string;
  readonly rule: string;
  readonly remedy: string;
}

/** One thing that an edit did, in the schema's words: for lists such as "waiting to be sent". */
export interface ChangeNote {
  /** The row; empty for the section's own fields. */
  readonly entity: string;
  readonly path: string;
  readonly label: string;
  readonly words: string;
  /** Set where something stays beside it that this version cannot show: nobody who wrote this had seen it. */
  readonly unshown?: true;
}

/** A value that an edit wrote: of a field, or of a member of a new entry. */
export interface WrittenValue {
  /** The row or entry; empty for the section's own fields. */
  readonly entity: string;
  readonly path: string;
  readonly value: Json;
}

/** What became of an edit: all of it was written, there was nothing to write, or nothing was written and this is why. */
export type EditOutcome<Result = void> =
  | {
      readonly type: 'edited';
      readonly result: Result;
      readonly changes: readonly ChangeNote[];
      /** The values that were written, for who has more to check than a schema can. */
      readonly written: readonly WrittenValue[];
    }
  | { readonly type: 'unchanged'; readonly result: Result }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] };

/** Mistakes of the program, not of the person who edits. */
export type RecordErrorCode =
  | 'bad-schema'
  | 'unknown-field'
  | 'foreign-yjs'
  | 'wrong-root'
  | 'section-twice'
  | 'other-schema'
  | 'bad-id'
  | 'async-validator'
  | 'draft-over';

/** Thrown for mistakes of the program; expected outcomes are values. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: RecordErrorCode;
  /** Of a schema: where it is wrong, the rule that it breaks, and what to do. */
  readonly details: Pick<Refusal, 'path' | 'rule' | 'remedy'> | undefined;
  constructor(code: RecordErrorCode, message: string, details?: RecordError['details']) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
