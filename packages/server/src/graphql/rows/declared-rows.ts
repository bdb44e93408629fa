import type { EntryFields, RowFields, SectionSchema } from '@caseweave/record';

/** The fields of a section's rows or entries. */
export function declaredRows({ name, fields }: SectionSchema, rows: string): RowFields | EntryFields {
  const field = fields[rows];
  if (field?.kind === 'collection' || field?.kind === 'log') return field.fields;
  throw new Error(`The section ${name} has no rows called ${rows}.`);
}
