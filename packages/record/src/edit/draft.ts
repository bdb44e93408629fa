import type { SectionSchema } from '../schema/section-schema.ts';
import type {
  CollectionField,
  LogField,
  ProgressField,
  RegisterField,
  RichTextField,
  SetField,
  TextField,
} from '../fields/fields.ts';
import type { Json } from '../json.ts';

/** A set being edited. */
export interface DraftSet<Value> extends Iterable<Value> {
  /** Adds a member; one that is there is written afresh, and so outlives a removal by somebody who does not see this. */
  add(value: Value): void;
  /** Removes a member as the basis showed it. */
  delete(value: Value): void;
  has(value: Value): boolean;
}

/** A text being edited. Places count UTF-16 units. */
export interface DraftText {
  readonly length: number;
  insert(index: number, text: string): void;
  delete(index: number, length: number): void;
  toString(): string;
}

/** Formats to set, or with null to take away. */
export interface Formats {
  readonly [format: string]: Json;
}

/** A text with formatting being edited. */
export interface DraftRichText extends DraftText {
  insert(index: number, text: string, formats?: Formats): void;
  format(index: number, length: number, formats: Formats): void;
}

/** A row being edited. */
export type DraftRow<Fields> = DraftFields<Fields> & {
  readonly id: string;
  /** Strikes the row as entered in error; it is kept, and no longer shown. */
  strike(why: string): void;
  /** Takes back what struck the row. */
  restore(): void;
};

/** An entry of a log, which can only be struck, or added to by its author. */
export interface DraftEntry {
  readonly id: string;
  /** Adds words beside the entry, such as a correction; only for its author. The entry itself stays as it is. */
  addendum(text: string): void;
  strike(why: string): void;
  restore(): void;
}

/** What a new row may say; what it leaves out can be filled in later. */
export type NewRow<Fields> = {
  readonly [
    Name in keyof Fields as Fields[Name] extends
      | RegisterField<unknown>
      | ProgressField<string>
      | SetField<unknown>
      | TextField
      | RichTextField
      ? Name
      : never
  ]?: Given<Fields[Name]>;
};

type Given<Field> =
  Field extends RegisterField<infer Value>
    ? Value | null
    : Field extends ProgressField<infer State>
      ? State
      : Field extends SetField<infer Value>
        ? Iterable<Value>
        : string;

/** Where a row goes: after another, or without one to the front. */
export interface Placing {
  readonly after?: string;
}

/** Rows being edited. */
export interface DraftRows<Fields> {
  has(id: string): boolean;
  byId(id: string): DraftRow<Fields>;
  /** Adds a row, at the end where rows have places, and gives its id. */
  add(row: NewRow<Fields>): string;
  /** Moves a row, where rows have places. */
  move(id: string, to: Placing): void;
}

type EntryValue<Field> =
  Field extends RegisterField<infer Value> ? Value : Field extends SetField<infer Value> ? Iterable<Value> : never;

type OptionalMember<Fields> = {
  [Name in keyof Fields]: undefined extends EntryValue<Fields[Name]> ? Name : never;
}[keyof Fields];

/** What an entry says, all at once: nothing is added to it later. */
export type NewEntry<Fields> = {
  readonly [Name in Exclude<keyof Fields, OptionalMember<Fields>>]: EntryValue<Fields[Name]>;
} & {
  readonly [Name in OptionalMember<Fields>]?: Exclude<EntryValue<Fields[Name]>, undefined>;
};

/** A log being added to. */
export interface DraftLog<Fields> {
  has(id: string): boolean;
  byId(id: string): DraftEntry;
  /** Adds an entry, and gives its id. */
  append(entry: NewEntry<Fields>): string;
}

type Assignable<Field> =
  Field extends RegisterField<infer Value> ? Value | null : Field extends ProgressField<infer State> ? State : never;

type Changeable<Field> =
  Field extends SetField<infer Value>
    ? DraftSet<Value>
    : Field extends RichTextField
      ? DraftRichText
      : Field extends TextField
        ? DraftText
        : Field extends CollectionField<infer Fields>
          ? DraftRows<Fields>
          : Field extends LogField<infer Fields>
            ? DraftLog<Fields>
            : never;

/**
 * Fields being edited: registers and progress are assigned, the others have verbs. A progress is typed by what may be
 * assigned; read where only a later version wrote, it is null as in the view.
 */
export type DraftFields<Fields> = {
  -readonly [Name in keyof Fields as Assignable<Fields[Name]> extends never ? never : Name]: Assignable<Fields[Name]>;
} & {
  readonly [Name in keyof Fields as Changeable<Fields[Name]> extends never ? never : Name]: Changeable<Fields[Name]>;
};

/**
 * A section being edited. Nothing is written until the edit is over and all of it is right. Of a section whose schema
 * is not known nothing can be edited, so that sections of any schema can be kept together.
 */
export type Draft<Schema extends SectionSchema> = string extends keyof Schema['fields']
  ? unknown
  : DraftFields<Schema['fields']>;

/** The drafts of an edit of several sections, in the order in which the sections were given. */
export type DraftsOf<Schemas extends readonly SectionSchema[]> = {
  readonly [Nth in keyof Schemas]: Draft<Schemas[Nth]>;
};
