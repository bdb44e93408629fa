import type { AnyWho } from '@caseweave/model';
import type { EditOutcome, Refusal, Section, SectionSchema, View } from '@caseweave/record';
import type { SectionOfRecord } from './section-of-record.ts';

/** An edit of one section that a program asks for, on behalf of whoever it signed in as. */
export interface ContentEdit {
  readonly who: AnyWho;
  readonly at: number;
  readonly section: SectionOfRecord;
  /** Chosen by the asker: what is sent twice under one key is done once. */
  readonly key: string;
  /** All that was asked for, as one text: under one key it is always the same. */
  readonly request: string;
  /** The position of the log that the asker had read up to; what came after it is not superseded. Null: all there is. */
  readonly seen: number | null;
  /** Carries the edit out on a copy of the section; `basis` is what the asker had read. */
  change(section: Section<SectionSchema>, basis: View<SectionSchema>): EditOutcome<unknown>;
}

/** What became of an edit. */
export type ContentEdited =
  | {
      readonly type: 'edited';
      /** A position of the log at which the edit can be read. */
      readonly position: number;
      /** The id of the first row that the edit made, if it made one. */
      readonly firstRow: string;
    }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] }
  /** The log does not take it; the code says why. */
  | { readonly type: 'not-admitted'; readonly code: string }
  | { readonly type: 'held'; readonly code: string }
  | { readonly type: 'key-reused' }
  | { readonly type: 'gone' };

/** Carries edits out by the way that all edits go: judged and appended by the log's committer. */
export interface ContentEdits {
  /** What became of the edit that was sent before under a key; undefined where none was. It is told whatever has become of rights. */
  repeated(edit: Pick<ContentEdit, 'who' | 'key' | 'request'>): Promise<ContentEdited | undefined>;
  edit(edit: ContentEdit): Promise<ContentEdited>;
}
