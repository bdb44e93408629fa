import { z } from 'zod';
import type { CodeList } from './code-list.ts';
import { type ValueOfGroup, type Valued, isOptionalValue, labelOfValue, valued } from './value-kind.ts';

/** What every value of a form may say about itself. */
export interface ValueKindOptions {
  /** What it is called, on a screen and in the API. */
  readonly label?: string;
}

/** A code of a closed list. */
export const coded = <Code extends string | number>(list: CodeList<Code>, options: ValueKindOptions = {}) =>
  valued(z.literal([...list.codes]), { type: 'code', list }, options);

/** A calendar date, `2026-12-01`. */
export const day = (options: ValueKindOptions = {}) => valued(z.iso.date(), { type: 'day' }, options);

/** A moment: milliseconds since 1970. */
export const moment = (options: ValueKindOptions = {}) =>
  valued(z.int().min(0).max(8_640_000_000_000_000), { type: 'moment' }, options);

/** A short line of words, of 200 characters at most where nothing else is said. */
export const line = ({ longest = 200, ...options }: ValueKindOptions & { readonly longest?: number } = {}) =>
  valued(z.string().min(1).max(longest), { type: 'line', longest }, options);

/** Some sentences, of 8,000 characters at most where nothing else is said. */
export const passage = ({ longest = 8_000, ...options }: ValueKindOptions & { readonly longest?: number } = {}) =>
  valued(z.string().min(1).max(longest), { type: 'passage', longest }, options);

/** A number between two bounds. */
export const number = ({
  least,
  most,
  ...options
}: ValueKindOptions & { readonly least: number; readonly most: number }) =>
  valued(z.number().min(least).max(most), { type: 'number', least, most, isWhole: false }, options);

/** A whole number between two bounds. */
export const whole = ({
  least,
  most,
  ...options
}: ValueKindOptions & { readonly least: number; readonly most: number }) =>
  valued(z.int().min(least).max(most), { type: 'number', least, most, isWhole: true }, options);

/** Yes or no. */
export const truth = (options: ValueKindOptions = {}) => valued(z.boolean(), { type: 'truth' }, options);

const id = () => z.string().min(1).max(64);

/** Somebody who signs in, by id. */
export const who = (options: ValueKindOptions = {}) => valued(id(), { type: 'who' }, options);

/**
 * A record of a kind, by id.
 *
 * @param options - `begunWhere` names the truth beside it, in the same group, that says that the decision begins the record
 * under this id: whoever gives the decision without an id has one made
 */
export const recordOf = (
  kind: string,
  { begunWhere, ...options }: ValueKindOptions & { readonly begunWhere?: string } = {},
) => valued(id(), { type: 'record', kind, ...(begunWhere !== undefined && { begunWhere }) }, options);

/** Somebody around a record: who works with it, or a record of a kind that it links to; by id. */
export const whoOrRecord = (kind: string, options: ValueKindOptions = {}) =>
  valued(id(), { type: 'who-or-record', kind }, options);

/** A row of a collection of the same section, by id. */
export const rowIn = (rows: string, options: ValueKindOptions = {}) => valued(id(), { type: 'row', rows }, options);

/** A unit of the directory, by id: no control character, and of 64 at most. */
export const unit = (name: string, options: ValueKindOptions = {}) =>
  valued(
    z
      .string()
      .max(64)
      .regex(/^[^\p{C}]+$/u, 'is no name'),
    { type: 'unit', unit: name },
    options,
  );

/** An identifier that somebody else gave, such as the number of a meter. */
export const identifier = <Schema extends z.ZodType>(scheme: string, schema: Schema, options: ValueKindOptions = {}) =>
  valued(schema, { type: 'identifier', scheme }, options);

/** A value that may be null or left out. */
export function optional<Schema extends Valued<z.ZodType>>(
  schema: Schema,
): Valued<z.ZodOptional<z.ZodNullable<Schema>>> {
  const { valueKind, label } = schema;
  return valued(z.optional(z.nullable(schema)), valueKind, {
    isOptional: true,
    ...(label !== undefined && { label }),
  });
}

/** Several values of one sort, so many at most. */
export const listOf = <Schema extends Valued<z.ZodType>>(
  of: Schema,
  { most, ...options }: ValueKindOptions & { readonly most: number },
) => valued(z.array(of).max(most).readonly(), { type: 'list', of: of.valueKind }, options);

/** Values by name: the form of a decision, or of one of several in it. Members that it does not know are refused. */
export function group<const Fields extends Readonly<Record<string, Valued<z.ZodType>>>>(
  fields: Fields,
  options: ValueKindOptions = {},
) {
  const described = Object.entries(fields).map(([name, schema]): [string, ValueOfGroup] => [
    name,
    { kind: schema.valueKind, label: labelOfValue(schema) ?? name, isOptional: isOptionalValue(schema) },
  ]);
  return valued(z.strictObject(fields).readonly(), { type: 'group', fields: Object.fromEntries(described) }, options);
}
