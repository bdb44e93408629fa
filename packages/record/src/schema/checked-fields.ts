import type { OwnTarget } from '../fields/fields.ts';

/**
 * What each field would have to be as well: nothing more, or where it is wrong, a sentence that says so.
 *
 * @typeParam Rows - the names of the collections and logs that there are
 */
export type CheckedFields<Fields, Rows extends string> = {
  readonly [Name in keyof Fields]: Fields[Name] extends { readonly fields: infer Members }
    ? { readonly fields: CheckedMembers<Members, Rows> }
    : CheckedRef<Fields[Name], Rows>;
};

/** The same of the fields of rows, or of an entry. */
export type CheckedMembers<Members, Rows extends string> = {
  readonly [Member in keyof Members]: CheckedRef<Members[Member], Rows>;
};

type CheckedRef<Field, Rows extends string> = Field extends { readonly target: OwnTarget<infer Target> }
  ? Target extends Rows
    ? unknown
    : `This section has no collection or log called ${Target}.`
  : unknown;

/** The names of the collections and logs among fields; any, where nobody knows which fields there are. */
export type RowsIn<Fields> = string extends keyof Fields
  ? string
  : {
      [Name in keyof Fields & string]: Fields[Name] extends { readonly fields: unknown } ? Name : never;
    }[keyof Fields & string];
