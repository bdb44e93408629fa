import type { ObjectRef } from '@pothos/core';
import type { SectionSchema } from '@caseweave/record';
import { builder } from '../builder.ts';
import { connectionOf } from '../pages/connection.ts';
import { mapPage } from '../pages/page.ts';
import { rowReading, type SectionReading } from './row-reading.ts';
import { rowType } from './row-type.ts';
import { rowsField } from './rows-field.ts';

/** What is said of rows that a type has. */
interface RowsOn {
  readonly schema: SectionSchema;
  /** The collection or log in the section, and the field's name. */
  readonly rows: string;
  /** The name of the type of one. */
  readonly one: string;
  readonly is: string;
  readonly are: string;
  /** Fields of a row that name rows of the same section: they are declared beside. */
  readonly links?: readonly string[];
}

/** Gives a section's type a field over its rows: the type of one, its filter and its connection with it. */
export function rowsOn<Reading extends SectionReading>(
  parent: ObjectRef<typeof builder.$inferSchemaTypes, Reading>,
  { schema, rows, one, is, are, links = [] }: RowsOn,
) {
  const type = rowType(schema, rows, one, is, links);
  const connection = connectionOf(one, type, `A page of: ${are}`);
  const { args, complexity, page } = rowsField(schema, rows, one);
  builder.objectField(parent, rows, (t) =>
    t.field({
      type: connection,
      description: are,
      args,
      complexity,
      resolve: (of, asked) => mapPage(page(rowsIn(of, rows), asked), (row) => rowReading(of, row)),
    }),
  );
  return type;
}

function rowsIn({ view }: SectionReading, rows: string): readonly { readonly id: string }[] {
  return (view as Readonly<Record<string, readonly { readonly id: string }[]>>)[rows] ?? [];
}
