import type { EntryField, RowField, SectionField } from '@caseweave/record';
import { z } from 'zod';

/** What a value of a register or set is, in GraphQL's words. */
export type ScalarName = 'Date' | 'ID' | 'String' | 'Float' | 'Boolean';

/** What a validator of the record takes. A day and an id are texts of their own kind. */
export function scalarOf(schema: unknown): ScalarName {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner instanceof z.ZodISODate) return 'Date';
  if (inner instanceof z.ZodNumber) return 'Float';
  if (inner instanceof z.ZodBoolean) return 'Boolean';
  // An id is the only text of this length among the declared values.
  if (inner instanceof z.ZodString) return inner.maxLength === ID_LENGTH ? 'ID' : 'String';
  throw new Error('A field of a section has a validator that GraphQL has no type for.');
}

const ID_LENGTH = 64;

/** Whether an entry of a log may leave a member out. */
export const isOptional = (field: EntryField): boolean => field.kind === 'set' || field.schema instanceof z.ZodOptional;

/** A field that holds one value, or several of a kind: what a form fills in. */
export type ValueField = Extract<RowField | SectionField, { readonly kind: 'register' | 'set' | 'progress' }>;

/** Whether a field holds values. */
export const holdsValues = (field: RowField | SectionField): field is ValueField =>
  field.kind === 'register' || field.kind === 'set' || field.kind === 'progress';
