import type { StandardSchemaV1 } from '@standard-schema/spec';

/** What every field may say about itself. */
export interface FieldOptions {
  /** The field's name on a screen and in questions; made from the field's name when left out. */
  readonly label?: string;
}

/** What a field whose values are shown in words may say. */
export interface ValueOptions<Value> extends FieldOptions {
  /** How a value is said in plain words, for code lists. */
  // A method, so that fields of narrower values stay assignable to the general field.
  words?(value: Value): string;
}

/** Which of several values stands until a person decides. */
export type Standing<Value> =
  | 'earliest'
  | 'latest'
  | 'highest'
  | 'lowest'
  /** Chooses one of the distinct values, which come in canonical order; it must depend on nothing else. */
  | { choose(values: readonly Value[]): Value; readonly because: string };

/** What a register may say about itself. */
export interface RegisterOptions<Value> extends ValueOptions<Value> {
  /** Which value stands while a question is open; without it, the first in the order of canonical JSON. */
  readonly standing?: Standing<Value>;
  /** The values from low to high, where `highest` and `lowest` are not the order of numbers or of letters. */
  readonly order?: readonly Value[];
}

/** What a set may say about itself. */
export interface SetOptions<Value> extends ValueOptions<Value> {
  /** Values that give way, in the view, to any other: "none", "not known". */
  readonly exclusive?: readonly Value[];
}

/** What a text with formatting may say about itself. */
export interface RichTextOptions extends FieldOptions {
  /** The formats that may be used. */
  readonly formats?: readonly string[];
}

/** One value; different values written at once are all kept, and a question is asked. */
export interface RegisterField<Value> {
  readonly kind: 'register';
  readonly schema: StandardSchemaV1<unknown, Value>;
  readonly options: RegisterOptions<Value>;
  /** Set where the value is the id of a row or entry. */
  readonly target?: RefTarget;
}

/** Rows or entries that a field refers to: of the section that is declared, or of another one. */
export type RefTarget = OwnTarget | OtherTarget;

/** Rows or entries of the same section. */
export interface OwnTarget<Rows extends string = string> {
  readonly type: 'own';
  readonly rows: Rows;
}

/** Rows or entries of another section. */
export interface OtherTarget {
  readonly type: 'other';
  readonly section: string;
  readonly rows: string;
}

/** The id of a row or entry, kept as a register is. Where the target does not show, there is nothing. */
export interface RefField<Target extends RefTarget = RefTarget> extends RegisterField<string> {
  readonly target: Target;
}

/** Ids of rows or entries, kept as a set is. Targets that do not show are left out. */
export interface RefsField<Target extends RefTarget = RefTarget> extends SetField<string> {
  readonly target: Target;
}

/** A state that moves forward: of several states written at once the furthest stands. */
export interface ProgressField<State extends string> {
  readonly kind: 'progress';
  readonly steps: readonly (readonly State[])[];
  readonly options: ValueOptions<State>;
}

/** A set of values: adding wins over a removal that did not see it. */
export interface SetField<Value> {
  readonly kind: 'set';
  readonly schema: StandardSchemaV1<unknown, Value>;
  readonly options: SetOptions<Value>;
  /** Set where the members are ids of rows or entries. */
  readonly target?: RefTarget;
}

/** Plain text that several people may type in at once. */
export interface TextField {
  readonly kind: 'text';
  readonly options: FieldOptions;
}

/** Text with formatting that several people may type in at once. */
export interface RichTextField {
  readonly kind: 'rich-text';
  readonly formats: readonly string[];
  readonly options: FieldOptions;
}

/** The place of a row among its siblings. */
export interface PositionField {
  readonly kind: 'position';
  readonly options: FieldOptions;
}

/** A field of a row. */
export type RowField =
  | RegisterField<unknown>
  | ProgressField<string>
  | SetField<unknown>
  | TextField
  | RichTextField
  | PositionField;

/** The fields of a collection's rows. */
export interface RowFields {
  readonly [name: string]: RowField;
}

/** A member of a log's entries. */
export type EntryField = RegisterField<unknown> | SetField<unknown>;

/** The members of a log's entries. */
export interface EntryFields {
  readonly [name: string]: EntryField;
}

/** Rows that people add, edit, and strike where entered in error. */
export interface CollectionField<Fields extends RowFields> {
  readonly kind: 'collection';
  readonly fields: Fields;
  readonly options: FieldOptions;
}

/** Entries that are written once and never change. */
export interface LogField<Fields extends EntryFields> {
  readonly kind: 'log';
  readonly fields: Fields;
  readonly options: FieldOptions;
}

/** A field of a section. */
export type SectionField = Exclude<RowField, PositionField> | CollectionField<RowFields> | LogField<EntryFields>;

/** The fields of a section. */
export interface SectionFields {
  readonly [name: string]: SectionField;
}
