import type { SectionSchema } from '@caseweave/record';

type Fields<Schema extends SectionSchema> = Schema['fields'];

type IsAny<Schema extends SectionSchema> = string extends keyof Fields<Schema> ? true : false;

type OwnFieldAt<Schema extends SectionSchema> = {
  readonly [Name in keyof Fields<Schema> & string]: Fields<Schema>[Name] extends { readonly fields: object }
    ? never
    : Name;
}[keyof Fields<Schema> & string];

type ShownName<Inner> = {
  readonly [Name in keyof Inner & string]: Inner[Name] extends { readonly kind: 'position' } ? never : Name;
}[keyof Inner & string];

type RowFieldAt<Schema extends SectionSchema> = {
  readonly [Name in keyof Fields<Schema> & string]: Fields<Schema>[Name] extends { readonly fields: infer Inner }
    ? `${Name}.${ShownName<Inner>}`
    : never;
}[keyof Fields<Schema> & string];

/** Where a field stands in a section: `title`, or `steps.what` for one of a row. Of any schema, any text. */
export type FieldAt<Schema extends SectionSchema> =
  IsAny<Schema> extends true ? string : OwnFieldAt<Schema> | RowFieldAt<Schema>;

/** The rows of a section, by the name of their field. Of any schema, any text. */
export type RowsAt<Schema extends SectionSchema> =
  IsAny<Schema> extends true
    ? string
    : {
        readonly [Name in keyof Fields<Schema> & string]: Fields<Schema>[Name] extends { readonly fields: object }
          ? Name
          : never;
      }[keyof Fields<Schema> & string];

/** Which field it is: where it stands, and for one of a row the id of the row. */
export type FieldPlace<Schema extends SectionSchema> =
  IsAny<Schema> extends true
    ? { readonly at: string; readonly row?: string | undefined }
    : | { readonly at: OwnFieldAt<Schema>; readonly row?: undefined }
      | { readonly at: RowFieldAt<Schema>; readonly row: string };

/** The id of a row, for a field that is of one. */
export type RowOf<At extends string> = string extends At
  ? [row?: string]
  : At extends `${string}.${string}`
    ? [row: string]
    : [];

/** The field of a section that stands there. */
export type FieldOf<Schema extends SectionSchema, At> = At extends `${infer Rows}.${infer Name}`
  ? Schema['fields'][Rows] extends { readonly fields: infer Fields }
    ? Fields[Name & keyof Fields]
    : never
  : Schema['fields'][At & string];
