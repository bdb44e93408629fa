import type { RowField, SectionSchema } from '@caseweave/record';
import { valueWords } from './value-words.ts';

/** A row of a collection, or an entry of a log, whatever it holds. */
export interface AnyRow {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** The rows of that name in a view. */
export const rowsIn = (view: object, name: string): readonly AnyRow[] =>
  (view as Readonly<Record<string, readonly AnyRow[] | undefined>>)[name] ?? [];

/** The fields of a row, by name; none where there is no collection of that name. */
function fieldsOf({ fields }: SectionSchema, rows: string): Readonly<Record<string, RowField>> {
  const field = fields[rows];
  return field !== undefined && 'fields' in field ? field.fields : {};
}

/** A row in words, to tell it from its siblings: by the first of its fields that says anything. */
export function rowWords(schema: SectionSchema, rows: string, row: AnyRow): string {
  const said = Object.entries(fieldsOf(schema, rows)).map(([name, field]) => valueWords(field, row[name]));
  return said.find((words) => words !== '') ?? 'Without words';
}
