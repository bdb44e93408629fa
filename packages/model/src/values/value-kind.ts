import type { CodeList } from './code-list.ts';

/**
 * What a value is: said once, where a field is declared. Types of the API, inputs on a screen, filters and exports follow
 * from it; nothing is recognised by the length of a text or the name of a field.
 */
export type ValueKind =
  /** A code of a closed list. */
  | { readonly type: 'code'; readonly list: CodeList }
  /** A calendar date, `2026-12-01`. */
  | { readonly type: 'day' }
  /** A moment: milliseconds since 1970. */
  | { readonly type: 'moment' }
  /** A short line of words. */
  | { readonly type: 'line'; readonly longest: number }
  /** Some sentences. */
  | { readonly type: 'passage'; readonly longest: number }
  /** A number; whole where it says so. */
  | { readonly type: 'number'; readonly least: number; readonly most: number; readonly isWhole: boolean }
  | { readonly type: 'truth' }
  /** Somebody who signs in, by id. */
  | { readonly type: 'who' }
  /** A record of a kind, by id; begun by the decision itself where the truth of a name beside it says so. */
  | { readonly type: 'record'; readonly kind: string; readonly begunWhere?: string }
  /** Somebody around a record: who signs in and works with it, or a record of a kind that it links to; by id. */
  | { readonly type: 'who-or-record'; readonly kind: string }
  /** A row of a collection of the same section, by id. */
  | { readonly type: 'row'; readonly rows: string }
  /** A unit of the directory, by id. */
  | { readonly type: 'unit'; readonly unit: string }
  /** An identifier that somebody else gave, of a form of its own: no id of this system. */
  | { readonly type: 'identifier'; readonly scheme: string }
  | { readonly type: 'list'; readonly of: ValueKind }
  | { readonly type: 'group'; readonly fields: Readonly<Record<string, ValueOfGroup>> };

/** A value of a group: a member of a form. */
export interface ValueOfGroup {
  readonly kind: ValueKind;
  readonly label: string;
  /** It may be null, or left out. */
  readonly isOptional: boolean;
}

/** What a value is in plain words, after "is": `a calendar date`. */
export function valueWords(kind: ValueKind): string {
  switch (kind.type) {
    case 'code':
      return `a code of ${kind.list.id}`;
    case 'day':
      return 'a calendar date';
    case 'moment':
      return 'a moment, in milliseconds since 1970';
    case 'line':
      return `a line of ${kind.longest} characters at most`;
    case 'passage':
      return `a text of ${kind.longest} characters at most`;
    case 'number':
      return `a ${kind.isWhole ? 'whole number' : 'number'} from ${kind.least} to ${kind.most}`;
    case 'truth':
      return 'yes or no';
    case 'who':
      return 'somebody who signs in';
    case 'record':
      return `a record of the kind ${kind.kind}`;
    case 'who-or-record':
      return `somebody who signs in, or a record of the kind ${kind.kind}`;
    case 'row':
      return `a row of ${kind.rows}`;
    case 'unit':
      return `a unit of the kind ${kind.unit}`;
    case 'identifier':
      return `an identifier: ${kind.scheme}`;
    case 'list':
      return `a list, each ${valueWords(kind.of)}`;
    case 'group':
      return `a group of ${Object.keys(kind.fields).join(', ') || 'nothing'}`;
  }
}

/** A schema that says what it holds, beside checking it. */
export type Valued<Schema extends object> = Schema & {
  readonly valueKind: ValueKind;
  readonly isOptional?: boolean;
  readonly label?: string;
};

/** Says of a schema what it holds. The schema is a fresh one, that nobody else holds. */
export const valued = <Schema extends object>(
  schema: Schema,
  valueKind: ValueKind,
  more: { readonly isOptional?: boolean; readonly label?: string } = {},
): Valued<Schema> => Object.assign(schema, { valueKind, ...more });

/** What a schema says that it holds; undefined for one that says nothing. */
export const valueKindOf = (schema: object): ValueKind | undefined => (isValued(schema) ? schema.valueKind : undefined);

/** Whether a value that a schema holds may be left out. */
export const isOptionalValue = (schema: object): boolean => isValued(schema) && schema.isOptional === true;

/** The label that a schema says itself, such as one of a form. */
export const labelOfValue = (schema: object): string | undefined => (isValued(schema) ? schema.label : undefined);

const isValued = (schema: object): schema is Valued<object> => 'valueKind' in schema;
