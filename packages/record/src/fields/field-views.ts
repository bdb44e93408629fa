import type {
  CollectionField,
  LogField,
  PositionField,
  ProgressField,
  RegisterField,
  RichTextField,
  SetField,
  TextField,
} from './fields.ts';
import type { RichTextView } from './rich-text-view.ts';

/** Rows in order. They change only as a whole: an unchanged row is the same object in the next view. */
export type Rows<Row> = readonly Row[] & {
  /** The row of that id, at the cost of a few comparisons. */
  byId(id: string): Row | undefined;
};

/** Says that a row which was entered in error is still shown, because the person who struck it missed something in it. */
export interface StruckRow {
  readonly why: string;
}

/** Says of which fields a later version wrote something that this one cannot show. */
export type Unshowing = {
  /**
   * The names of these fields, known here or not; there only where there are any. What such a field shows is what this
   * version can read of it: null, or an empty set, is then not what anybody wrote.
   */
  readonly unshown?: readonly string[];
};

/** A row of a collection: its fields, its id, and whether somebody struck it. */
export type RowView<Fields> = { readonly id: string; readonly struck?: StruckRow } & Unshowing & FieldsView<Fields>;

/** An entry of a log. Members that the writer's version did not have are null. */
export type EntryView<Fields> = {
  readonly id: string;
  readonly struck?: StruckRow;
  /** What its author has added to it since, in the order in which it was added. */
  readonly addenda?: readonly string[];
} & Unshowing & {
    readonly [Name in keyof Fields]: Fields[Name] extends RegisterField<infer Value>
      ? Exclude<Value, undefined> | null
      : FieldView<Fields[Name]>;
  };

/** What a field shows. */
export type FieldView<Field> =
  Field extends RegisterField<infer Value>
    ? Value | null
    : Field extends ProgressField<infer State>
      ? State | null
      : Field extends SetField<infer Value>
        ? readonly Value[]
        : Field extends TextField
          ? string
          : Field extends RichTextField
            ? RichTextView
            : Field extends CollectionField<infer Fields>
              ? Rows<RowView<Fields>>
              : Field extends LogField<infer Fields>
                ? Rows<EntryView<Fields>>
                : never;

/** What fields show; a position shows only in the order of the rows. */
export type FieldsView<Fields> = {
  readonly [Name in keyof Fields as Fields[Name] extends PositionField ? never : Name]: FieldView<Fields[Name]>;
};
