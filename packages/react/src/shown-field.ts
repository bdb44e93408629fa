import type { EditState, OpenSection, Settled } from '@caseweave/caseload';
import type { EditOutcome, Provenance, Question, RowField, SectionField } from '@caseweave/record';
import type { Splice } from './splice.ts';

/** A field as a screen shows it. */
export interface ShownField<Value = unknown> {
  /** As it is declared. */
  readonly field: SectionField | RowField;
  /** What it is called. */
  readonly label: string;
  /** What the section says. */
  readonly value: Value;
  /** The view that it is of: what an edit of it is based on. */
  readonly view: object;
  /** Where it stands: `actions.dueOn`, and the id of its row, which is empty for a field of the section itself. */
  readonly path: string;
  readonly entity: string;
  readonly section: OpenSection;
  /** What people wrote apart about it, for a person to settle. */
  readonly questions: readonly Question[];
  /** How the last question about it was settled since the section was opened. */
  readonly settled: Settled | undefined;
  /** Whether somebody wrote something there by a later version, which this one cannot show. */
  readonly isUnshown: boolean;
  readonly canWrite: boolean;
  /** Where the newest edit of it is, if the server has not taken it. */
  readonly state: EditState['state'] | undefined;
  /** Who wrote what stands there, and when. */
  provenance(): readonly Provenance[];
  /**
   * Writes a value: of a set what was added and taken away, of a text the stretch that is another.
   *
   * @param basis - the `view` that the person had before their eyes; without it, the one of now
   */
  change(value: Value, basis?: object): EditOutcome;
  /** Replaces a stretch of a text, as somebody types. */
  splice(splice: Splice): EditOutcome;
  settle(questionId: string, value: unknown): EditOutcome;
}
