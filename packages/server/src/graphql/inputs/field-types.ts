import type { EntryField, RowField, SectionField } from '@caseweave/record';
import { z } from 'zod';
import { enumWithWords } from './code-enums.ts';

/** What a value of a register or set is, in GraphQL's words. */
export type ScalarName = 'Date' | 'ID' | 'String' | 'Float' | 'Boolean';

/**
 * What a validator of the record takes. A day and an id are texts of their own kind. Undefined for values with parts of
 * their own: these are declared one by one.
 */
function scalarOf(schema: unknown): ScalarName | undefined {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner instanceof z.ZodISODate) return 'Date';
  if (inner instanceof z.ZodNumber) return 'Float';
  if (inner instanceof z.ZodBoolean) return 'Boolean';
  // An id is the only text of this length among the declared values.
  if (inner instanceof z.ZodString) return inner.maxLength === ID_LENGTH ? 'ID' : 'String';
  return undefined;
}

const ID_LENGTH = 64;

/** Whether an entry of a log may leave a member out. */
export const isOptional = (field: EntryField): boolean => field.kind === 'set' || field.schema instanceof z.ZodOptional;

/** A field that holds one value, or several of a kind: what a form fills in. */
export type ValueField = Extract<RowField | SectionField, { readonly kind: 'register' | 'set' | 'progress' }>;

/** Whether a field holds plain values, which GraphQL has a type for. */
export function holdsValues(field: RowField | SectionField): field is ValueField {
  if (field.kind === 'progress') return true;
  return (
    (field.kind === 'register' || field.kind === 'set') && (isCoded(field) || scalarOf(field.schema) !== undefined)
  );
}

const isCoded = ({ options }: ValueField): boolean => enumWithWords(options.words) !== undefined;

/** The type of a field of plain values. */
export function typeOf(field: ValueField): ScalarName | NonNullable<ReturnType<typeof enumWithWords>> {
  const type = enumWithWords(field.options.words) ?? ('schema' in field ? scalarOf(field.schema) : undefined);
  if (type === undefined) throw new Error('A field of values with parts of their own is declared by itself.');
  return type;
}
